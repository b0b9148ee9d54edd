#pragma once
// What an account and a flow may say about Passport.io, checked once and then read.
//
// account: client_id and the secret client_secret are needed; the hosts and paths have the documented values as
// defaults. The login by QR code is off unless login_client_id and the secret login_client_secret are there. flow:
// nothing of its own.

#include "providers/passport_io/verifier.h"
#include "providers/provider.h"

#include <chrono>
#include <string>
#include <vector>

namespace verdesk::providers::passport_io {

struct AccountSettings {
    std::string clientId;
    const crypto::Secret* clientSecret;
    std::string tokenUrl;
    std::string widgetUrl;
    std::vector<std::string> extraOrigins;  // that the pages need besides their own
    std::vector<std::string> allow;         // the widget's permissions
    std::string loginBase;                  // without a slash at the end
    std::string loginScript;                // the address of the script
    std::string loginClientId;
    const crypto::Secret* loginClientSecret;  // null: no login
    bool trustedChannel;
    bool httpDocuments;
    std::vector<std::string> documentHosts;  // lower case; empty: any
    std::chrono::minutes tokenWithin;        // how long a widget can be opened after its token came
    std::chrono::hours resultWithin;
    VerifierSettings verifier;
};

// What the configuration may name: for ProviderInfo.
std::vector<std::string> accountOptions();
std::vector<std::string> secretNames();

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info);

// Of a configuration that `check` found nothing wrong with. Throws ProviderError(configuration) otherwise.
AccountSettings settingsOf(const Account& account);

}  // namespace verdesk::providers::passport_io
