#pragma once
// What an account and a flow may say about Identomat, checked once and then read.
//
// account: languages, token_minutes, disagreed_words, matching_statuses, cleared_statuses, email_members,
// email_text_members, extra_origins, allow; addresses and paths have the documented values as defaults. Secrets:
// company_key, secret_key, callback_api_key. flow: flags and steps as Identomat documents them, config_id,
// session_minutes.

#include "contract/json_reader.h"
#include "providers/provider.h"

#include <chrono>
#include <string>
#include <vector>

namespace verdesk::providers::identomat {

struct AccountSettings {
    const crypto::Secret* companyKey = nullptr;
    // What requests are signed with, and replies have to be; newest first. Null: nothing is signed.
    const std::vector<crypto::Secret>* secretKeys = nullptr;
    std::string apiUrl;                         // calls are put behind it
    std::string pageUrl;                        // where customers go
    std::vector<std::string> pageOrigins;       // beside the page's own
    std::vector<std::string> allow;             // what the page may use; empty: what the flow needs
    std::vector<std::string> languages;         // that the page speaks
    std::vector<std::string> disagreedWords;    // results that say that the customer did not agree to the terms
    std::vector<std::string> matchingStatuses;  // words of person.status that say that all is well
    std::vector<std::string> clearedStatuses;   // words of a match's reviewStatus that say that it is none
    std::vector<std::string> emailMembers;      // of a callback: whom an e-mail is for
    std::vector<std::string> emailTextMembers;  // and what it says
    std::chrono::minutes tokenWithin{0};        // how long a session can be begun
};

struct FlowSettings {
    std::string configId;                             // of a configuration saved with Identomat; may be empty
    nlohmann::json flags = nlohmann::json::object();  // as they are sent
    nlohmann::json steps = nlohmann::json::array();   // the same, each with its key
    std::chrono::minutes session{0};                  // how long a result is waited for
};

// What the configuration may name: for ProviderInfo.
std::vector<std::string> accountOptions();
std::vector<std::string> flowOptions();
std::vector<std::string> secretNames();

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info);

// Of a configuration that `check` found nothing wrong with. Throw ProviderError(configuration) otherwise.
AccountSettings settingsOf(const Account& account);
FlowSettings settingsOf(const FlowOptions& flow);

}  // namespace verdesk::providers::identomat
