#include "providers/identomat/probe.h"

#include "providers/identomat/calls.h"
#include "providers/identomat/forget.h"

namespace verdesk::providers::identomat {
namespace {

using Level = Finding::Level;

Finding finding(Level level, const char* check, std::string what, std::string wayOut = {}) {
    return {level, check, std::move(what), std::move(wayOut)};
}

HttpRequest emptySession(const AccountSettings& settings) {
    return requestOf(settings, "/begin/", {{"flags", {{"language", "en"}}}});
}

Finding notBegun(const ProviderError& error) {
    return finding(Level::wrong, "key", error.what(),
                   error.failure() == Failure::providerRefused ? "is company_key the one that Identomat shows in "
                                                                 "Settings, Integration, and still good?"
                   : error.failure() == Failure::providerUnreachable
                       ? "does this machine reach Identomat (api_base_url, proxy)?"
                       : "is secret_key the one that belongs to company_key, and api_base_url Identomat's?");
}

Finding signatureOf(const AccountSettings& settings) {
    if (settings.secretKeys != nullptr) {
        return finding(Level::good, "signature", "requests and replies are signed");
    }
    return finding(Level::skipped, "signature", "requests and replies are not signed",
                   "generate a company key with HMAC authorization, and set secret_key");
}

Finding callbacksOf(const Account& account) {
    if (account.secret("callback_api_key") != nullptr) {
        return finding(Level::good, "callbacks", "callbacks are taken, if they have the account's key");
    }
    return finding(Level::warning, "callbacks",
                   "callbacks are not taken: results are asked for, no texts are sent, and what a person at Identomat "
                   "decides after a result of manual_check is never heard",
                   "set the callback's address and key in Identomat's company settings, and callback_api_key");
}

}  // namespace

Exchange<std::vector<Finding>> probe(const Context& context) {
    const auto settings = settingsOf(context.account);
    std::vector<Finding> findings;
    Attempt attempt;
    try {
        const HttpReply reply = co_await emptySession(settings);
        attempt.providerKey = tokenIn(reply, settings);
        findings.push_back(finding(Level::good, "key", "Identomat takes the company key"));
    } catch (const ProviderError& error) {
        findings.push_back(notBegun(error));
    }
    if (attempt.providerKey.empty()) {
        co_return findings;
    }
    findings.push_back(signatureOf(settings));
    try {
        co_await forget(context, attempt);
        findings.push_back(finding(Level::good, "delete", "sessions can be deleted"));
    } catch (const ProviderError& error) {
        findings.push_back(finding(Level::warning, "delete", error.what(),
                                   "ask Identomat for the right to delete sessions: cases could not be erased there"));
    }
    findings.push_back(callbacksOf(context.account));
    co_return findings;
}

}  // namespace verdesk::providers::identomat
