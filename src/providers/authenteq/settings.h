#pragma once
// What an account and a flow may say about Authenteq, checked once and then read.
//
// account: client_id and the secret client_secret are needed; kind is "web_kyc" (the default) or "web_idv"; hosts and
// paths have the documented values as defaults. flow: session_minutes, minimum_age, accepted_issuers; flow_slug and
// multi_document with "web_idv" alone.

#include "contract/json_reader.h"
#include "providers/provider.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::providers::authenteq {

enum class Kind { webKyc, webIdv };
constexpr std::array<Word<Kind>, 2> wordsOf(Kind) {
    return {{{Kind::webKyc, "web_kyc"}, {Kind::webIdv, "web_idv"}}};
}

struct AccountSettings {
    Kind kind = Kind::webKyc;
    std::string clientId;
    const crypto::Secret* clientSecret = nullptr;
    std::string authorizeUrl;  // Web KYC: where the customer's browser goes
    std::string tokenUrl;
    std::string detailsUrl;
    std::string grantType;
    std::string verificationUrl;  // Web IDV: tells where the customer's browser goes
    std::string resultUrl;
    std::vector<std::string> extraOrigins;  // that the pages lead over besides their own
    std::vector<std::string> allow;         // of "camera", "microphone"
};

struct FlowSettings {
    std::chrono::minutes session{0};  // how long the customer may take until the browser comes back
    std::optional<std::int64_t> minimumAge;
    std::vector<std::string> acceptedIssuers;  // ISO 3166-1 alpha-3; empty: any
    std::string flowSlug;
    bool multiDocument = false;
};

// What the configuration may name: for ProviderInfo.
std::vector<std::string> accountOptions();
std::vector<std::string> flowOptions();

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info);

// Of a configuration that `check` found nothing wrong with. Throw ProviderError(configuration) otherwise.
AccountSettings settingsOf(const Account& account);
FlowSettings settingsOf(const FlowOptions& flow);

}  // namespace verdesk::providers::authenteq
