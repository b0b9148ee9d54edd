#include "providers/identomat/identomat.h"

#include "contract/json_text.h"
#include "providers/answer.h"
#include "providers/base_url.h"
#include "providers/identomat/begin.h"
#include "providers/identomat/callback.h"
#include "providers/identomat/calls.h"
#include "providers/identomat/flags.h"
#include "providers/identomat/forget.h"
#include "providers/identomat/forms.h"
#include "providers/identomat/pictures.h"
#include "providers/identomat/probe.h"
#include "providers/identomat/result.h"

namespace verdesk::providers::identomat {
namespace {

// Not documented. One public integration asks every two seconds.
constexpr std::chrono::seconds interval{2};
constexpr std::chrono::seconds longestInterval{30};

Exchange<Progress> ask(const Context& context, const Attempt& attempt) {
    const auto settings = settingsOf(context.account);
    const HttpReply reply = co_await requestAbout(settings, "/result/", attempt.providerKey);
    co_return readResult(reply, context, attempt.providerKey);
}

bool saysDone(const Return& returned) {
    const auto* message = std::get_if<MessageReturn>(&returned);
    return message == nullptr || jsonOrNone(message->message) == "DONE";
}

// The page's end and the way back say the same: the customer is done. What came of it is asked for.
Exchange<Progress> completeWith(const Context& context, const Attempt& attempt, const Return& returned) {
    if (std::holds_alternative<TokenReturn>(returned) || !saysDone(returned)) {
        Progress progress;
        progress.dropped = "Identomat's page says no more than that it is done";
        co_return progress;
    }
    auto progress = co_await orAgainLater(ask(context, attempt), State::awaiting);
    if (progress.state == State::awaiting && !std::holds_alternative<ClosedReturn>(returned)) {
        progress.state = State::verifying;
    }
    co_return progress;
}

class Identomat final : public Provider {
public:
    const ProviderInfo& info() const override {
        return info_;
    }
    // The keys do not tell.
    Environment environmentOf(const Account&) const override {
        return Environment::unknown;
    }
    std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) const override {
        return identomat::check(account, flow, info_);
    }
    std::chrono::milliseconds pollInterval() const override {
        return interval;
    }
    std::chrono::milliseconds longestPollInterval() const override {
        return longestInterval;
    }
    std::vector<Form> forms(const FlowOptions& flow) const override {
        return formsOf(settingsOf(flow));
    }
    bool takesParticipants(const FlowOptions& flow) const override {
        const auto flags = tableOf(flow.options).find("flags");
        return flags != tableOf(flow.options).end() && isSet(*flags, "multiple_participants");
    }
    Exchange<Begun> begin(const Context& context, const Subject& subject) const override {
        return identomat::begin(context, subject);
    }
    Exchange<Progress> poll(const Context& context, const Attempt& attempt) const override {
        return ask(context, attempt);
    }
    Exchange<Progress> complete(const Context& context, const Attempt& attempt, const Return& returned) const override {
        return completeWith(context, attempt, returned);
    }
    Exchange<Document> fetch(const Context& context, const DocumentRef& document) const override {
        return fetchPicture(context, document);
    }
    bool canForget() const override {
        return true;
    }
    Exchange<void> forget(const Context& context, const Attempt& attempt) const override {
        return identomat::forget(context, attempt);
    }
    std::vector<std::string> pageOrigins(const Account& account, const FlowOptions&) const override {
        const auto settings = settingsOf(account);
        return originsOf(settings.pageUrl, settings.pageOrigins);
    }
    Exchange<std::vector<Finding>> probe(const Context& context) const override {
        return identomat::probe(context);
    }
    std::optional<PushRequest> sampleWebhook(const Account& account, Instant now) const override {
        return sampleCallback(account, now);
    }
    Pushed receive(const Context& context, const PushRequest& request) const override {
        return identomat::receive(context.account, request);
    }
    std::string normalToken(std::string_view typed) const override {
        return std::string{typed};  // nobody reads out a token of Identomat's
    }

private:
    ProviderInfo info_{"identomat",    "Identomat",   {LaunchKind::widget, LaunchKind::redirect},
                       resultClaims(), secretNames(), accountOptions(),
                       flowOptions()};
};

}  // namespace

const Provider& provider() {
    static const Identomat identomat;
    return identomat;
}

}  // namespace verdesk::providers::identomat
