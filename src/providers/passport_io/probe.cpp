#include "providers/passport_io/probe.h"

#include "providers/passport_io/settings.h"
#include "providers/passport_io/widget.h"

namespace verdesk::providers::passport_io {
namespace {

using Level = Finding::Level;

Finding pingbacksOf(const AccountSettings& settings) {
    if (settings.verifier.check != PingbackCheck::none) {
        return {Level::good, "webhooks", "pingbacks have to be signed", {}};
    }
    if (settings.trustedChannel) {
        return {Level::good, "webhooks",
                "pingbacks are not signed, and believed because trusted_channel says that nobody else reaches the "
                "address",
                "see to it that this stays so: hook_sources, or client certificates at the proxy"};
    }
    return {Level::warning, "webhooks",
            "nothing proves that a pingback is Passport.io's: no result is more than review",
            "agree on a signature with Passport.io (pingback_check), or close the address to all others and set "
            "trusted_channel"};
}

Finding documentsOf(const AccountSettings& settings) {
    if (settings.httpDocuments) {
        return {Level::warning, "documents", "documents may be fetched without encryption",
                "take allow_http_documents out, unless Passport.io has no other addresses"};
    }
    if (settings.documentHosts.empty()) {
        return {Level::skipped, "documents", "documents are fetched from any public host that a pingback names",
                "set document_hosts once you know where Passport.io keeps them"};
    }
    return {Level::good, "documents", "documents are fetched from the hosts that are configured alone", {}};
}

Finding loginOf(const AccountSettings& settings) {
    if (settings.loginClientSecret == nullptr) {
        return {Level::good, "login", "no secret is handed to a page", {}};
    }
    return {Level::warning, "login", "the login by QR code hands its client's secret to the page at the counter",
            "keep that client to the login alone; leave login_client_id out where no flow offers \"script\""};
}

}  // namespace

Exchange<std::vector<Finding>> probe(const Context& context) {
    const auto settings = settingsOf(context.account);
    std::vector<Finding> findings;
    try {
        const HttpReply reply = co_await tokenRequest(settings);
        (void)tokenIn(reply, settings);
        findings = {{Level::good, "key", "Passport.io gives a token for the client's secret", {}}};
    } catch (const ProviderError& error) {
        findings = {{Level::wrong, "key", error.what(),
                     error.failure() == Failure::providerRefused
                         ? "is client_secret the one of this client, and still good?"
                         : "does this machine reach Passport.io (api_base_url, token_path, proxy)?"}};
    }
    findings.push_back(pingbacksOf(settings));
    findings.push_back(documentsOf(settings));
    findings.push_back(loginOf(settings));
    co_return findings;
}

}  // namespace verdesk::providers::passport_io
