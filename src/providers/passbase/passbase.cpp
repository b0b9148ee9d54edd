#include "providers/passbase/passbase.h"

#include "providers/answer.h"
#include "providers/passbase/ask.h"
#include "providers/passbase/begin.h"
#include "providers/passbase/identity.h"
#include "providers/passbase/keys.h"
#include "providers/passbase/launches.h"
#include "providers/passbase/message.h"
#include "providers/passbase/probe.h"
#include "providers/passbase/resources.h"
#include "providers/passbase/settings.h"
#include "providers/passbase/webhook.h"

namespace verdesk::providers::passbase {
namespace {

// Not documented: Passbase takes up to a minute and a half, and a webhook asks at once.
constexpr std::chrono::seconds interval{5};
constexpr std::chrono::seconds longestInterval{30};

Progress dropped(std::string why) {
    Progress progress;
    progress.dropped = std::move(why);
    return progress;
}

// As far as is known, the customer has sent nothing in yet.
bool isUnderWay(const Attempt& attempt) {
    const auto key = keyFrom(attempt.providerKey);
    const auto* sought = std::get_if<Sought>(&key);
    return std::holds_alternative<Awaited>(key) || (sought != nullptr && sought->named.empty());
}

// "FATAL_ERROR at RESOURCE"
std::string wordOf(const PageFailed& failed) {
    return failed.step.empty() ? failed.code : failed.code + " at " + failed.step;
}

// `message`: what the page said, to the letter.
Exchange<Progress> completeFailed(const Context& context, const Attempt& attempt, PageFailed failed,
                                  std::string message) {
    if (!isUnderWay(attempt)) {
        // The customer sent in what was asked for: that counts.
        co_return co_await orAgainLater(ask(context, attempt), State::verifying);
    }
    if (failed.isCancelled()) {
        Progress progress;
        progress.state = State::cancelled;
        progress.providerCode = failed.code;
        co_return progress;
    }
    const auto word = wordOf(failed);
    throw ProviderError{Failure::providerBroken, "Passbase's page gave up" + (word.empty() ? "" : ": " + word),
                        std::move(message), word};
}

Exchange<Progress> completeWith(const Context& context, const Attempt& attempt, const Return& returned) {
    if (std::holds_alternative<ClosedReturn>(returned)) {
        co_return co_await orAgainLater(ask(context, attempt), State::awaiting);
    }
    const auto* message = std::get_if<MessageReturn>(&returned);
    if (message == nullptr) {
        co_return dropped("Passbase's page ends by a message alone");
    }
    const auto read = readMessage(message->message);
    if (const auto* odd = std::get_if<Unreadable>(&read)) {
        co_return dropped(odd->why);
    }
    if (const auto* failed = std::get_if<PageFailed>(&read)) {
        co_return co_await completeFailed(context, attempt, *failed, message->message);
    }
    co_return co_await askNamed(context, attempt, std::get<Submitted>(read).identity);
}

class Passbase final : public Provider {
public:
    const ProviderInfo& info() const override {
        return info_;
    }
    // The keys do not tell; the dashboard does.
    Environment environmentOf(const Account& account) const override {
        const auto found =
            account.options.is_object() ? account.options.find("project_environment") : account.options.end();
        return account.options.is_object() && found != account.options.end() && found->is_string()
                   ? environmentFrom(found->get<std::string>())
                   : Environment::unknown;
    }
    std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) const override {
        return passbase::check(account, flow, info_);
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
    bool needsKnown(const FlowOptions& flow) const override {
        const auto found = flow.options.is_object() ? flow.options.find("reauthentication") : flow.options.end();
        return flow.options.is_object() && found != flow.options.end() && *found == true;
    }
    Exchange<Begun> begin(const Context& context, const Subject& subject) const override {
        return passbase::begin(context, subject);
    }
    Exchange<Progress> poll(const Context& context, const Attempt& attempt) const override {
        return ask(context, attempt);
    }
    Exchange<Progress> complete(const Context& context, const Attempt& attempt, const Return& returned) const override {
        return completeWith(context, attempt, returned);
    }
    Exchange<Document> fetch(const Context& context, const DocumentRef& document) const override {
        return fetchFile(context, document);
    }
    std::vector<std::string> pageOrigins(const Account& account, const FlowOptions& flow) const override {
        return passbase::pageOrigins(settingsOf(account), flow.launches);
    }
    Exchange<std::vector<Finding>> probe(const Context& context) const override {
        return passbase::probe(context);
    }
    std::optional<PushRequest> sampleWebhook(const Account& account, Instant now) const override {
        return passbase::sampleWebhook(account, now);
    }
    Pushed receive(const Context& context, const PushRequest& request) const override {
        return passbase::receive(context.account, request);
    }
    std::string normalToken(std::string_view typed) const override {
        return std::string{typed};  // nobody reads out a token of Passbase's
    }

private:
    ProviderInfo info_{"passbase",
                       "Passbase",
                       {LaunchKind::widget, LaunchKind::redirect},
                       identityClaims(),
                       {"secret_key", "webhook_secret", "metadata_key"},
                       accountOptions(),
                       flowOptions()};
};

}  // namespace

const Provider& provider() {
    static const Passbase passbase;
    return passbase;
}

}  // namespace verdesk::providers::passbase
