#include "providers/passid/probe.h"

#include "contract/json_text.h"
#include "crypto/random.h"
#include "providers/passid/answer.h"
#include "providers/passid/calls.h"
#include "providers/passid/session.h"

namespace verdesk::providers::passid {
namespace {

using Level = Finding::Level;

// Of the documentation's sandbox: it may be redeemed as often as one likes.
constexpr const char* testToken = "KE8V-3TXY-Z72L";
// A session that nobody has: whether the key is taken is told all the same.
constexpr const char* nobody = "verdesk-doctor";
constexpr std::size_t shortestSecret = 16;

Finding keyOf(const HttpReply& reply, const AccountSettings& settings) {
    if (reply.status == 401 || reply.status == 403) {
        return {Level::wrong, "key",
                "PASSID does not take the institution's key (" + std::to_string(reply.status) + ")",
                "compare key with PASSID's dashboard: is it of this environment, and was it revoked?"};
    }
    if (reply.status == 429 || reply.status >= 500) {
        return {Level::warning, "key", "PASSID answered " + std::to_string(reply.status) + " to a plain question",
                "try again later; if it stays, ask PASSID"};
    }
    if (!isSuccess(reply) && reply.status != 404 && reply.status != 410) {
        auto said = errorTextOf(jsonOrNone(reply.body));
        return {Level::warning, "key",
                "PASSID answered " + std::to_string(reply.status) +
                    (said.empty() ? "" : ": " + without(std::move(said), {settings.key->reveal()})),
                "compare base_url and path_prefix with PASSID's documentation"};
    }
    return {Level::good, "key", "PASSID takes the institution's key", {}};
}

Finding versionOf(const HttpReply& reply) {
    const auto version = reply.header("X-PASSID-API-Version");
    if (!version) {
        return {Level::warning, "api-version", "the answer names no API version: does it come from PASSID?",
                "compare base_url and path_prefix with PASSID's documentation; does something stand between?"};
    }
    const auto odd = warningsOf(reply);
    return odd.empty() ? Finding{Level::good, "api-version", "the API version is 1", {}}
                       : Finding{Level::warning, "api-version", odd.front(),
                                 "look for a newer Verdesk, and into PASSID's list of changes"};
}

Finding webhooksOf(const Account& account) {
    const auto found = account.secrets.find("webhook_secret");
    const auto* newest = account.secret("webhook_secret");
    if (newest == nullptr) {
        return {Level::warning, "webhooks", "webhooks are not taken: sessions are asked about every 2.5 seconds",
                "register the address in PASSID's dashboard, and set webhook_secret and hook_segment"};
    }
    if (newest->reveal().size() < shortestSecret) {
        return {Level::warning, "webhooks", "the webhook secret is short enough to be guessed",
                "let PASSID's dashboard make another, or make one with \"openssl rand -hex 32\""};
    }
    if (found->second.size() > 1) {
        return {Level::good,
                "webhooks",
                "webhooks are checked against " + std::to_string(found->second.size()) +
                    " secrets: the older ones can go once PASSID signs with the newest",
                {}};
    }
    return {Level::good, "webhooks", "webhooks are checked against the secret", {}};
}

Finding replayOf(const HttpReply& first, const HttpReply& second) {
    if (!isSuccess(first)) {
        return {Level::wrong, "idempotent-verify",
                "the sandbox's token " + std::string{testToken} + " was answered with " + std::to_string(first.status),
                "is this a key of PASSID's sandbox? Ask PASSID whether the token is still a documented one"};
    }
    if (first.status != second.status || first.body != second.body) {
        return {Level::wrong, "idempotent-verify",
                "the same token under the same Idempotency-Key was answered in two ways: a lost answer would be lost "
                "for good",
                "ask PASSID, and do not go live with the launch \"token\" until it is settled"};
    }
    return {Level::good, "idempotent-verify", "the same Idempotency-Key got the same answer", {}};
}

Exchange<Finding> verifyTwice(AccountSettings settings) {
    const auto key = "verdesk-doctor-" + crypto::randomToken(12);
    try {
        const HttpReply first = co_await verifyRequest(settings, testToken, key);
        const HttpReply second = co_await verifyRequest(settings, testToken, key);
        co_return replayOf(first, second);
    } catch (const ProviderError& error) {
        co_return Finding{Level::wrong, "idempotent-verify", error.what(),
                          "does this machine reach PASSID at all times?"};
    }
}

}  // namespace

Exchange<std::vector<Finding>> probe(const Context& context) {
    const auto settings = settingsOf(context.account);
    std::vector<Finding> findings;
    try {
        const HttpReply reply = co_await sessionRequest(settings, nobody);
        findings = {keyOf(reply, settings), versionOf(reply)};
    } catch (const ProviderError& error) {
        findings = {{Level::wrong, "key", error.what(), "does this machine reach PASSID (base_url, proxy)?"}};
        co_return findings;
    }
    if (context.account.environment != Environment::sandbox) {
        findings.push_back({Level::skipped, "idempotent-verify",
                            "not tried: a live account has no token that may be redeemed for a test",
                            "try it with an account of PASSID's sandbox"});
    } else if (findings.front().level != Level::wrong) {
        findings.push_back(co_await verifyTwice(settings));
    }
    findings.push_back(webhooksOf(context.account));
    co_return findings;
}

}  // namespace verdesk::providers::passid
