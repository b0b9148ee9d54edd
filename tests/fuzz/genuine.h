#pragma once
// Behind a signature or a key no fuzzer comes by chance. A provider that signs or encrypts its webhooks, or puts a key
// into them, says in tests/providers/NAME/fuzz/genuine.cpp how any body becomes one of theirs:
//
//   const Genuine acmeId{"acme_id", [](const Account& account, PushRequest& request) { ... }};

#include "providers/provider.h"

#include <map>
#include <string>

namespace verdesk::fuzz {

class Genuine {
public:
    using Make = void (*)(const providers::Account&, providers::PushRequest&);

    Genuine(const std::string& provider, Make how) {
        all()[provider] = how;
    }
    // The webhook as the provider would have sent it to the account; as it is where the provider proves nothing.
    static void make(const std::string& provider, const providers::Account& account, providers::PushRequest& request) {
        if (const auto found = all().find(provider); found != all().end()) {
            found->second(account, request);
        }
    }

private:
    static std::map<std::string, Make>& all() {
        static std::map<std::string, Make> known;
        return known;
    }
};

}  // namespace verdesk::fuzz
