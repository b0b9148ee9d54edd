#pragma once
// What an account and a flow may say about Passbase, checked once and then read.
//
// account: publishable_key (for the button), slug (for the hosted link), project_environment, decline_below and
// accept_from (the project's thresholds), most_pages, further_origins; addresses and paths have the documented values
// as defaults. Secrets: secret_key, webhook_secret, metadata_key.
// flow: prefill, country, countries, show_button, reauthentication, session_minutes.

#include "contract/json_reader.h"
#include "providers/provider.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::providers::passbase {

struct AccountSettings {
    const crypto::Secret* secretKey = nullptr;
    std::string publishableKey;  // empty: there is no button
    std::string apiUrl;          // calls are put behind it
    std::string buttonUrl;
    std::string slug;
    std::string linkUrl;                   // of the project's hosted page; empty: there is none
    std::vector<std::string> pageOrigins;  // beside the page's own
    std::optional<double> declineBelow;    // both thresholds or neither
    std::optional<double> acceptFrom;
    const crypto::Secret* metadataKey = nullptr;  // null: nothing goes along
    std::int64_t mostPages = 0;                   // of a list that is looked through at one time
};

struct FlowSettings {
    bool reauthentication = false;  // of a customer whom Passbase knows
    bool showButton = false;        // rather than beginning at once
    bool asksEmail = false;         // staff may fill it in
    bool asksCountry = false;
    std::string country;                 // what stands there already
    std::vector<std::string> countries;  // to choose from; empty: any
    std::chrono::minutes session{0};     // how long a result is waited for
};

// What the configuration may name: for ProviderInfo.
std::vector<std::string> accountOptions();
std::vector<std::string> flowOptions();

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info);

// Of a configuration that `check` found nothing wrong with. Throw ProviderError(configuration) otherwise.
AccountSettings settingsOf(const Account& account);
FlowSettings settingsOf(const FlowOptions& flow);

// As the dashboard calls it: "sandbox" or "production".
Environment environmentFrom(std::string_view word);

}  // namespace verdesk::providers::passbase
