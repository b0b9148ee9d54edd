#include "providers/authenteq/authenteq.h"

#include "providers/authenteq/probe.h"
#include "providers/authenteq/redirect.h"
#include "providers/authenteq/replies.h"
#include "providers/authenteq/settings.h"
#include "providers/authenteq/web_idv.h"
#include "providers/authenteq/web_kyc.h"
#include "providers/base_url.h"

namespace verdesk::providers::authenteq {
namespace {

// 256 bits in base64url.
constexpr std::size_t shortestState = 43;

// Nothing is asked: the address is made of what the account and the verification are.
Begun begunWebKyc(const Context& context, const Subject& subject) {
    const auto settings = settingsOf(context.account);
    Begun begun;
    begun.launches.push_back(launchTo(settings, authorizeUrl(settings, context.returnUrl, subject.nonce),
                                      context.returnUrl, backUrlOf(context.returnUrl, subject.nonce)));
    begun.providerKey = keyOfState(subject.nonce);
    begun.deadline = context.now + settingsOf(context.flow).session;
    return begun;
}

Exchange<Begun> beginWith(const Context& context, const Subject& subject) {
    if (subject.launch != LaunchKind::redirect) {
        throw ProviderError{Failure::configuration, "Authenteq can do the launch redirect alone"};
    }
    requireReturnUrl(context.returnUrl);
    if (subject.nonce.size() < shortestState) {
        throw ProviderError{Failure::internal, "a verification at Authenteq needs a state of 256 bits"};
    }
    if (settingsOf(context.account).kind == Kind::webIdv) {
        co_return co_await beginWebIdv(context, subject);
    }
    co_return begunWebKyc(context, subject);
}

Progress dropped(std::string why) {
    Progress progress;
    progress.dropped = std::move(why);
    return progress;
}

Exchange<Progress> completeWith(const Context& context, const Attempt& attempt, const Return& returned) {
    if (std::holds_alternative<ClosedReturn>(returned)) {
        co_return inState(State::verifying);  // the customer may go on on a phone: what comes back there counts
    }
    const auto* redirect = std::get_if<RedirectReturn>(&returned);
    if (redirect == nullptr) {
        co_return dropped("Authenteq comes back by a redirect alone");
    }
    auto came = readReturn(redirect->url, context.returnUrl, attempt.providerKey);
    if (const auto* foreign = std::get_if<Foreign>(&came)) {
        co_return dropped(foreign->why);
    }
    if (std::holds_alternative<WentBack>(came)) {
        co_return inState(State::cancelled);
    }
    if (auto* refused = std::get_if<Refused>(&came)) {
        co_return declined(std::move(refused->word));
    }
    auto code = std::get<Code>(std::move(came));
    if (settingsOf(context.account).kind == Kind::webIdv) {
        co_return co_await fetchResult(context, attempt, std::move(code));
    }
    co_return co_await exchangeCode(context, attempt, std::move(code));
}

Exchange<Progress> nothingToAsk() {
    co_return Progress{};
}

class Authenteq final : public Provider {
public:
    const ProviderInfo& info() const override {
        return info_;
    }
    // Authenteq's credentials do not tell.
    Environment environmentOf(const Account&) const override {
        return Environment::unknown;
    }
    std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) const override {
        return authenteq::check(account, flow, info_);
    }
    std::chrono::milliseconds pollInterval() const override {
        return std::chrono::milliseconds{0};  // without a code there is nothing to ask by
    }
    Exchange<Begun> begin(const Context& context, const Subject& subject) const override {
        return beginWith(context, subject);
    }
    Exchange<Progress> poll(const Context&, const Attempt&) const override {
        return nothingToAsk();
    }
    Exchange<Progress> complete(const Context& context, const Attempt& attempt, const Return& returned) const override {
        return completeWith(context, attempt, returned);
    }
    // As long as the documentation says that the data is there.
    std::chrono::milliseconds completionWithin() const override {
        return std::chrono::minutes{15};
    }
    std::optional<std::string> keyOfReturn(const std::string& url) const override {
        return authenteq::keyOfReturn(url);
    }
    // Where Web IDV sends a customer it says only when it is asked.
    std::vector<std::string> pageOrigins(const Account& account, const FlowOptions&) const override {
        const auto settings = settingsOf(account);
        return settings.kind == Kind::webKyc ? originsOf(settings.authorizeUrl, settings.extraOrigins)
                                             : settings.extraOrigins;
    }
    Exchange<std::vector<Finding>> probe(const Context& context) const override {
        return authenteq::probe(context);
    }
    Pushed receive(const Context&, const PushRequest&) const override {
        Pushed pushed;
        pushed.what = Rejected{"nothing is taken from Authenteq but what a browser brings back"};
        return pushed;
    }
    std::string normalToken(std::string_view typed) const override {
        return std::string{typed};  // nobody reads out a token of Authenteq's
    }

private:
    ProviderInfo info_{
        "authenteq",
        "Authenteq",
        {LaunchKind::redirect},
        {std::string{claims::name::identity}, std::string{claims::name::givenNames}, std::string{claims::name::surname},
         std::string{claims::name::dateOfBirth}, std::string{claims::name::nationality}, std::string{claims::name::sex},
         std::string{claims::name::age}, std::string{claims::name::documentNumber},
         std::string{claims::name::documentType}, std::string{claims::name::documentIssuer},
         std::string{claims::name::documentIssued}, std::string{claims::name::documentExpiry},
         std::string{claims::name::documentFront}, std::string{claims::name::documentBack},
         std::string{claims::name::document}},
        {"client_secret"},
        accountOptions(),
        flowOptions(),
        "OK",
        Keep{.documents = true, .video = false}};
};

}  // namespace

const Provider& provider() {
    static const Authenteq authenteq;
    return authenteq;
}

}  // namespace verdesk::providers::authenteq
