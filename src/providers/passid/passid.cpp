#include "providers/passid/passid.h"

#include "providers/passid/calls.h"
#include "providers/passid/probe.h"
#include "providers/passid/session.h"
#include "providers/passid/settings.h"
#include "providers/passid/token.h"
#include "providers/passid/webhook.h"

#include <algorithm>

namespace verdesk::providers::passid {
namespace {

using nlohmann::json;

bool offers(const FlowOptions& flow, LaunchKind launch) {
    return std::find(flow.launches.begin(), flow.launches.end(), launch) != flow.launches.end();
}

Exchange<Begun> beginQr(const Context& context) {
    const auto account = settingsOf(context.account);
    const auto flow = settingsOf(context.flow);
    json body = json::object();
    const auto& name = flow.institutionName.empty() ? context.institutionName : flow.institutionName;
    if (!name.empty()) {
        body["institutionName"] = name;
    }
    if (!flow.permissions.empty()) {
        body["permissions"] = flow.permissions;
    }
    if (flow.ttlSeconds) {
        body["ttlSeconds"] = *flow.ttlSeconds;
    }
    auto request = authorised(sendingJson(post(account.root + "/request"), body), account);
    // A session whose answer was lost hurts nobody: no one ever sees its code, and it ends by itself.
    request.repeatable = true;
    const HttpReply reply = co_await std::move(request);
    auto begun = readBegun(reply, context.now, flow.ttlSeconds.value_or(usualTtlSeconds), {account.key->reveal()});
    if (offers(context.flow, LaunchKind::token)) {
        begun.launches.push_back({tokenLaunch(), {}});
    }
    co_return begun;
}

// A token needs no session: there is nothing to ask PASSID before the customer has read it out.
Exchange<Begun> beginToken(const Context& context) {
    (void)settingsOf(context.account);
    Begun begun;
    begun.launches.push_back({tokenLaunch(), {}});
    co_return begun;
}

Exchange<Begun> refuseLaunch() {
    throw ProviderError{Failure::configuration, "PASSID can do the launches qr and token alone"};
    co_return Begun{};
}

Exchange<Progress> askSession(const Context& context, const Attempt& attempt) {
    if (attempt.providerKey.empty()) {
        co_return Progress{};  // a token that nobody has read out yet
    }
    const auto account = settingsOf(context.account);
    const HttpReply reply = co_await sessionRequest(account, attempt.providerKey);
    co_return readSession(reply, context.flow.asks, {account.key->reveal()});
}

Exchange<Progress> verify(const Context& context, const Attempt& attempt, const TokenReturn& returned) {
    const auto account = settingsOf(context.account);
    const auto token = normalToken(returned.token.reveal());
    if (token.empty()) {
        co_return declined(claims::Decline::tokenNotFound);
    }
    if (attempt.idempotencyKey.empty()) {
        throw ProviderError{Failure::internal, "a token cannot be verified without an idempotency key"};
    }
    auto request = verifyRequest(account, token, attempt.idempotencyKey).once(attempt.idempotencyKey).safeToReplay();
    const HttpReply reply = co_await std::move(request);
    const Hide hide{account.key->reveal(), token};
    co_return readVerify(reply, context.flow.asks, hide);
}

class Passid final : public Provider {
public:
    const ProviderInfo& info() const override {
        return info_;
    }

    // Every key of PASSID's sandbox has "sandbox" in it; the rest of its form changed over time.
    Environment environmentOf(const Account& account) const override {
        const auto* key = account.secret("key");
        if (key == nullptr) {
            return Environment::unknown;
        }
        return key->reveal().find("sandbox") == std::string_view::npos ? Environment::live : Environment::sandbox;
    }

    std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) const override {
        return passid::check(account, flow);
    }

    std::chrono::milliseconds pollInterval() const override {
        return std::chrono::milliseconds{2'500};  // as PASSID's documentation says
    }

    Exchange<Begun> begin(const Context& context, const Subject& subject) const override {
        switch (subject.launch) {
            case LaunchKind::qr:
                return beginQr(context);
            case LaunchKind::token:
                return beginToken(context);
            default:
                return refuseLaunch();
        }
    }

    Exchange<Progress> poll(const Context& context, const Attempt& attempt) const override {
        return askSession(context, attempt);
    }

    Exchange<Progress> complete(const Context& context, const Attempt& attempt, const Return& returned) const override {
        if (const auto* token = std::get_if<TokenReturn>(&returned)) {
            return verify(context, attempt, *token);
        }
        return askSession(context, attempt);
    }

    Exchange<std::vector<Finding>> probe(const Context& context) const override {
        return passid::probe(context);
    }

    std::optional<PushRequest> sampleWebhook(const Account& account, Instant now) const override {
        return passid::sampleWebhook(account, now);
    }

    Pushed receive(const Context& context, const PushRequest& request) const override {
        return passid::receive(context.account, request);
    }

    std::string normalToken(std::string_view typed) const override {
        return passid::normalToken(typed);
    }

private:
    ProviderInfo info_{"passid",
                       "PASSID",
                       {LaunchKind::qr, LaunchKind::token},
                       provableClaims(),
                       {"key", "webhook_secret"},
                       {"base_url", "path_prefix"},
                       {"ttl_seconds", "institution_name"}};
};

}  // namespace

const Provider& provider() {
    static const Passid passid;
    return passid;
}

}  // namespace verdesk::providers::passid
