#include "providers/authenteq/probe.h"

#include "crypto/random.h"
#include "providers/answer.h"
#include "providers/authenteq/redirect.h"
#include "providers/authenteq/replies.h"
#include "providers/authenteq/settings.h"
#include "providers/authenteq/web_idv.h"
#include "providers/authenteq/web_kyc.h"
#include "providers/query.h"

namespace verdesk::providers::authenteq {
namespace {

using Level = Finding::Level;

constexpr const char* nobodysCode = "verdesk-doctor";

bool isRefusal(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
}

Finding unreached(const char* check, const std::string& why) {
    return {Level::wrong, check, why, "does this machine reach Authenteq (api_base_url, identity_base_url, proxy)?"};
}

// 401 and 403 are the client's; any other refusal is the code's, which is made up.
Finding credentialsIn(const HttpReply& reply, const AccountSettings& settings) {
    const Hide hide{settings.clientSecret->reveal()};
    if (reply.status == 401 || reply.status == 403) {
        return {Level::wrong, "key", sentenceOf(reply, hide),
                "compare client_id and client_secret with what Authenteq gave you"};
    }
    if (isRefusal(reply.status)) {
        return {Level::good, "key", "Authenteq refuses a code that is none, and not the client", {}};
    }
    return {Level::warning, "key", sentenceOf(reply, hide) + " to a code that is none",
            "compare api_base_url and token_path with Authenteq's documentation"};
}

// A redirect back to us tells of an error; one to elsewhere goes on to Authenteq's own pages.
Finding returnIn(const HttpReply& reply, const Context& context) {
    const auto location = std::string{reply.header("Location").value_or("")};
    const auto error =
        location.starts_with(context.returnUrl) ? onlyOne(parametersOf(split(location).query), "error") : std::nullopt;
    if (isRefusal(reply.status) || error) {
        return {Level::wrong, "return-address",
                "Authenteq does not open its page for " + context.returnUrl + " (" +
                    (error ? oneLine(*error, 64) : std::to_string(reply.status)) + ")",
                "register exactly this address with Authenteq, and compare client_id"};
    }
    if (reply.status >= 400) {
        return {Level::warning, "return-address", "Authenteq's page answered " + std::to_string(reply.status),
                "try again later"};
    }
    return {Level::good, "return-address", "Authenteq opens its page for " + context.returnUrl, {}};
}

Exchange<std::vector<Finding>> probeWebKyc(const Context& context, AccountSettings settings) {
    std::vector<Finding> findings;
    try {
        auto request = tokenRequest(settings, context.returnUrl, nobodysCode, crypto::randomToken());
        const HttpReply reply = co_await std::move(request);
        findings.push_back(credentialsIn(reply, settings));
    } catch (const ProviderError& error) {
        findings.push_back(unreached("key", error.what()));
    }
    try {
        const HttpReply page = co_await get(authorizeUrl(settings, context.returnUrl, crypto::randomToken()));
        findings.push_back(returnIn(page, context));
    } catch (const ProviderError& error) {
        findings.push_back(unreached("return-address", error.what()));
    }
    co_return findings;
}

std::vector<Finding> webIdvIn(const HttpReply& reply, const Context& context, const AccountSettings& settings) {
    const Hide hide{settings.clientSecret->reveal()};
    if (reply.status == 401 || reply.status == 403) {
        return {{Level::wrong, "key", sentenceOf(reply, hide),
                 "compare client_id and client_secret with what Authenteq gave you"}};
    }
    const Finding key{Level::good, "key", "Authenteq takes the client's secret", {}};
    if (isRefusal(reply.status)) {
        return {key,
                {Level::wrong, "return-address", sentenceOf(reply, hide) + " to " + context.returnUrl,
                 "register exactly this address in Authenteq's dashboard"}};
    }
    (void)verificationUrlIn(reply, settings);
    return {key, {Level::good, "return-address", "Authenteq opens its page for " + context.returnUrl, {}}};
}

Exchange<std::vector<Finding>> probeWebIdv(const Context& context, AccountSettings settings) {
    std::vector<Finding> findings;
    try {
        const HttpReply reply = co_await verificationUrlRequest(settings, context.returnUrl, crypto::randomToken());
        findings = webIdvIn(reply, context, settings);
    } catch (const ProviderError& error) {
        findings = {unreached("key", error.what())};
    }
    co_return findings;
}

}  // namespace

Exchange<std::vector<Finding>> probe(const Context& context) {
    const auto settings = settingsOf(context.account);
    std::vector<Finding> findings;
    try {
        requireReturnUrl(context.returnUrl);
    } catch (const ProviderError& error) {
        findings = {{Level::wrong, "return-address", error.what(), "give listen.public.origin an https address"}};
        co_return findings;
    }
    if (settings.kind == Kind::webIdv) {
        findings = co_await probeWebIdv(context, settings);
    } else {
        findings = co_await probeWebKyc(context, settings);
    }
    findings.push_back({Level::skipped, "webhooks", "Authenteq's webhooks are not used", {}});
    co_return findings;
}

}  // namespace verdesk::providers::authenteq
