#include "backend/doctor/round_trip.h"

#include "backend/egress/origin.h"
#include "crypto/random.h"

#include <optional>

namespace verdesk::backend::doctor {

namespace asio = boost::asio;

namespace {

// As long as a provider waits before it tries again (PASSID).
constexpr std::chrono::seconds patience{10};

HttpRequest requestOf(const std::string& url, providers::PushRequest push) {
    auto request = post(url);
    request.headers = std::move(push.headers);
    request.body = std::move(push.body);
    return request;
}

// Secrets that nobody has, as long as the real ones: some providers demand a length. Where in a message a secret makes
// itself felt differs from provider to provider: in a header, in the whole body, or in one member of it.
providers::Account withOtherSecrets(providers::Account account) {
    for (auto& [name, secrets] : account.secrets) {
        for (auto& secret : secrets) {
            secret = crypto::Secret{crypto::randomText(secret.reveal().size(), "abcdefghijklmnopqrstuvwxyz0123456789")};
        }
    }
    return account;
}

Finding sentFinding(int status) {
    if (status >= 200 && status < 300) {
        return {Level::good, "round-trip", "a signed webhook comes through the public address and is taken", {}};
    }
    switch (status) {
        case 401:
            return {Level::wrong, "round-trip", "a webhook with this configuration's secret is refused",
                    "start the backend again: it runs with another secret. If it stays, something before the public "
                    "listener changes bodies or headers"};
        case 403:
            return {Level::skipped, "round-trip", "hook_sources lets the provider in, and not this machine",
                    "let the provider send a test event from its dashboard"};
        case 404:
            return {Level::wrong, "round-trip", "the public address knows nothing of this account's webhooks",
                    "start the backend again if hook_segment is new; or does the address lead to something else?"};
        case 429:
            return {Level::warning, "round-trip", "the account's webhooks are over limits.hooks_per_second just now",
                    "look at verdesk_hooks_total, and try again"};
        default:
            return {Level::wrong, "round-trip", "a signed webhook was answered with " + std::to_string(status),
                    "let what stands before the public listener pass POST /hooks/ on, bodies and headers as they are"};
    }
}

Finding forgedFinding(int status) {
    if (status == 401) {
        return {Level::good, "forged-webhook", "the same with another secret is refused", {}};
    }
    return {Level::wrong, "forged-webhook",
            "a webhook with a wrong secret was answered with " + std::to_string(status) + " instead of 401",
            "do not go live: what answers there does not check what it takes"};
}

Finding unreached(const egress::TransportError& error) {
    return {Level::wrong, "round-trip",
            error.kind() == egress::TransportError::Kind::timeout
                ? "no answer within 10 seconds, after which providers count a webhook as lost"
                : std::string{"the public address was not reached: "} + error.what(),
            "is the backend running, and does this machine reach its public address?"};
}

}  // namespace

asio::awaitable<std::vector<Finding>> roundTrip(const Config& config, const AccountConfig& account,
                                                egress::HttpClient& client, const Clock& clock) {
    std::vector<Finding> findings;
    if (account.hookSegment.empty()) {
        findings.push_back({Level::skipped, "round-trip", "no address for webhooks is configured", {}});
        co_return findings;
    }
    const auto origin = egress::originOf(config.publicOrigin);
    if (!origin || !(origin->secure || origin->loopback)) {
        findings.push_back({Level::skipped, "round-trip",
                            "the public address is in the clear: nothing that proves a secret is sent there",
                            "give listen.public an https origin"});
        co_return findings;
    }
    const auto* provider = config.provider(account.provider);
    const auto sample = provider->sampleWebhook(account.account, clock.now());
    if (!sample) {
        findings.push_back(
            {Level::skipped, "round-trip", "this account's webhooks carry nothing that could be checked", {}});
        co_return findings;
    }
    const auto url = config.publicOrigin + "/hooks/" + account.provider + "/" + account.hookSegment;
    const auto forged = provider->sampleWebhook(withOtherSecrets(account.account), clock.now());
    try {
        auto good = requestOf(url, *sample);
        const auto taken = co_await client.send(std::move(good), patience);
        findings.push_back(sentFinding(taken.status));
        if (findings.back().level == Level::good && forged) {
            auto bad = requestOf(url, *forged);
            const auto refused = co_await client.send(std::move(bad), patience);
            findings.push_back(forgedFinding(refused.status));
        }
    } catch (const egress::TransportError& error) {
        findings.push_back(unreached(error));
    }
    co_return findings;
}

}  // namespace verdesk::backend::doctor
