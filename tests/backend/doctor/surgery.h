#pragma once
// A small bank with an account at PASSID, and everything that the doctor looks at it with, invented.

#include "backend/doctor/doctor.h"
#include "tests/backend/egress/fakes.h"

#include <map>
#include <string>
#include <vector>

namespace verdesk::test {

class FakeFiles : public backend::doctor::FileView {
public:
    std::optional<backend::doctor::FileStatus> status(const std::filesystem::path& path) const override;
    std::string contents(const std::filesystem::path& path) const override;
    bool isRoot() const override {
        return root;
    }
    std::map<std::string, backend::doctor::FileStatus> there;
    std::map<std::string, std::string> texts;
    bool root = false;
};

class FakeClock : public backend::Clock {
public:
    Instant now() const override {
        return at;
    }
    Instant at = *instantFrom("2026-03-17T14:00:00Z");
};

struct Surgery {
    Surgery();

    backend::AccountConfig& account() {
        return config.accounts.at("main");
    }
    backend::doctor::Report examine();
    // The one line about that with that check; fails the test program where it is not exactly one.
    static const backend::doctor::Finding& lineOf(const backend::doctor::Report& report, const std::string& about,
                                                  const std::string& check);

    static constexpr const char* webhookSecret = "whsec_test_0123456789abcdef";
    static constexpr const char* segment = "00112233445566778899aabbccddeeff";
    static constexpr const char* configFile = "/etc/verdesk/verdesk.toml";

    backend::Config config;
    std::vector<backend::SecretSource> secrets;
    FakeFiles files;
    FakeClock clock;
    backend::egress::test::FakeTiming timing;
    backend::egress::test::FakeClient toProviders{timing};
    backend::egress::test::FakeClient toUs{timing};
    std::map<std::string, std::string> environment;
    // What is seen of an address; others are trusted until 2027.
    std::map<std::string, backend::doctor::TlsLook> looks;
    std::vector<std::pair<std::string, backend::doctor::TlsWay>> looked;
    std::string browserRoots = "roots";
    std::optional<backend::store::Schema> schema = backend::store::Schema{4, 4};
};

}  // namespace verdesk::test
