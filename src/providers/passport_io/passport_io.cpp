#include "providers/passport_io/passport_io.h"

#include "providers/base_url.h"
#include "providers/passport_io/login.h"
#include "providers/passport_io/pingback.h"
#include "providers/passport_io/probe.h"
#include "providers/passport_io/resources.h"
#include "providers/passport_io/settings.h"
#include "providers/passport_io/widget.h"

namespace verdesk::providers::passport_io {
namespace {

// How long somebody may take to sign in. Not documented: ours.
constexpr std::chrono::minutes loginTime{15};

Begun begun(const Subject& subject, Launch launch, Instant deadline) {
    Begun made;
    made.providerKey = subject.verification.value;
    made.deadline = deadline;
    made.launches.push_back(std::move(launch));
    return made;
}

Exchange<Begun> beginWidget(const Context& context, const Subject& subject) {
    const auto settings = settingsOf(context.account);
    const HttpReply reply = co_await tokenRequest(settings);
    // The token is for one use and nobody's business: what Passport.io answered beside it is not documented, so nothing
    // of the answer is kept.
    const auto token = tokenIn(reply, settings);
    Launch launch{widgetLaunch(settings, token, subject.verification.value), {}};
    launch.expiresAt = context.now + settings.tokenWithin;
    launch.opensOnce = true;  // a reload of the page would bring the used token again
    co_return begun(subject, std::move(launch), context.now + settings.resultWithin);
}

Exchange<Begun> beginLogin(const Context& context, const Subject& subject) {
    const auto settings = settingsOf(context.account);
    if (settings.loginClientSecret == nullptr) {
        throw ProviderError{Failure::configuration, "the login by QR code needs a client of its own"};
    }
    co_return begun(subject, {loginLaunch(settings), {}}, context.now + loginTime);
}

Exchange<Begun> refuseLaunch() {
    throw ProviderError{Failure::configuration, "Passport.io can do the launches widget and script alone"};
    co_return Begun{};
}

Progress inState(State state) {
    Progress progress;
    progress.state = state;
    return progress;
}

Progress ended(const Attempt& attempt, const Return& returned) {
    if (attempt.launch != LaunchKind::script) {
        return inState(State::verifying);  // the widget closed: the result comes by a pingback, if ever
    }
    if (const auto* message = std::get_if<MessageReturn>(&returned)) {
        return readLogin(message->message);
    }
    return inState(State::cancelled);  // nothing else will ever come of a login
}

Exchange<Progress> completed(const Attempt& attempt, const Return& returned) {
    co_return ended(attempt, returned);
}

Exchange<Progress> nothingToAsk() {
    co_return Progress{};
}

class PassportIo final : public Provider {
public:
    const ProviderInfo& info() const override {
        return info_;
    }
    // Passport.io's credentials do not tell.
    Environment environmentOf(const Account&) const override {
        return Environment::unknown;
    }
    std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) const override {
        return passport_io::check(account, flow, info_);
    }
    std::chrono::milliseconds pollInterval() const override {
        return std::chrono::milliseconds{0};  // it tells by itself
    }
    Exchange<Begun> begin(const Context& context, const Subject& subject) const override {
        switch (subject.launch) {
            case LaunchKind::widget:
                return beginWidget(context, subject);
            case LaunchKind::script:
                return beginLogin(context, subject);
            default:
                return refuseLaunch();
        }
    }
    Exchange<Progress> poll(const Context&, const Attempt&) const override {
        return nothingToAsk();
    }
    Exchange<Progress> complete(const Context&, const Attempt& attempt, const Return& returned) const override {
        return completed(attempt, returned);
    }
    // Asked when it is fetched: what the account allows may have changed since the address came.
    DocumentRules documentRules(const Account& account) const override {
        auto settings = settingsOf(account);
        return {settings.httpDocuments, std::move(settings.documentHosts)};
    }
    std::vector<std::string> pageOrigins(const Account& account, const FlowOptions& flow) const override {
        const auto settings = settingsOf(account);
        std::vector<std::string> origins;
        for (const auto launch : flow.launches) {
            const auto& page = launch == LaunchKind::script ? settings.loginBase : settings.widgetUrl;
            const auto more = originsOf(page, settings.extraOrigins);
            origins.insert(origins.end(), more.begin(), more.end());
        }
        return origins;
    }
    Exchange<std::vector<Finding>> probe(const Context& context) const override {
        return passport_io::probe(context);
    }
    std::optional<PushRequest> sampleWebhook(const Account& account, Instant) const override {
        return passport_io::sampleWebhook(account);
    }
    Pushed receive(const Context& context, const PushRequest& request) const override {
        return passport_io::receive(context.account, request);
    }
    std::string normalToken(std::string_view typed) const override {
        return std::string{typed};  // nobody reads out a token of Passport.io's
    }

private:
    ProviderInfo info_{"passport_io",
                       "Passport.io",
                       {LaunchKind::widget, LaunchKind::script},
                       provableClaims(),
                       secretNames(),
                       accountOptions(),
                       {},
                       "OK",
                       Keep{.documents = true, .video = true}};
};

}  // namespace

const Provider& provider() {
    static const PassportIo passportIo;
    return passportIo;
}

}  // namespace verdesk::providers::passport_io
