#include "tests/backend/support/scripted_provider.h"

#include <nlohmann/json.hpp>

namespace verdesk::test {

using namespace providers;
using nlohmann::json;

ScriptedProvider::ScriptedProvider() {
    info_.id = "scripted";
    info_.displayName = "Scripted";
    info_.launches = {LaunchKind::widget};
}

std::string ScriptedProvider::firstKey(const VerificationId& id) {
    return "sought:" + id.value;
}

Progress ScriptedProvider::accepted(const std::string& key, const std::string& person,
                                    std::vector<claims::Claim> more) {
    Progress progress;
    progress.state = State::completed;
    progress.providerKey = key;
    progress.person = person;
    progress.claims = {{"full_name", claims::Text{"Ada Example"}, claims::Status::proven, "name", "Ada Example"}};
    progress.claims.insert(progress.claims.end(), more.begin(), more.end());
    progress.raw = "{}";
    return progress;
}

Progress ScriptedProvider::still(State state, const std::string& key) {
    Progress progress;
    progress.state = state;
    progress.providerKey = key;
    return progress;
}

const ProviderInfo& ScriptedProvider::info() const {
    return info_;
}

Environment ScriptedProvider::environmentOf(const Account&) const {
    return Environment::sandbox;
}

std::vector<ConfigProblem> ScriptedProvider::check(const Account&, const FlowOptions*) const {
    return {};
}

std::chrono::milliseconds ScriptedProvider::pollInterval() const {
    return std::chrono::seconds{10};
}

std::chrono::milliseconds ScriptedProvider::longestPollInterval() const {
    return std::chrono::seconds{40};
}

std::vector<Form> ScriptedProvider::forms(const FlowOptions&) const {
    Form form;
    form.questions = questions;
    return {form};
}

bool ScriptedProvider::takesParticipants(const FlowOptions&) const {
    return takesOthers;
}

bool ScriptedProvider::needsKnown(const FlowOptions&) const {
    return knownAlone;
}

Exchange<Begun> ScriptedProvider::begin(const Context& context, const Subject& subject) const {
    begun.push_back(subject);
    if (!begins.empty()) {
        HttpRequest request;
        request.method = "GET";
        request.url = begins;
        const HttpReply ignored = co_await std::move(request);
    }
    Begun opened;
    WidgetLaunch page;
    page.page = "https://scripted.example/page";
    opened.launches = {Launch{page, {}, {}, 0, false}};
    opened.providerKey = opensAs.empty() ? firstKey(subject.verification) : opensAs;
    opened.deadline = context.now + std::chrono::hours{1};
    co_return opened;
}

Exchange<Progress> ScriptedProvider::poll(const Context&, const Attempt& attempt) const {
    asked.push_back(attempt.providerKey);
    heard = attempt.heard;
    if (asksFail > 0) {
        --asksFail;
        throw ProviderError{Failure::providerUnreachable, "it does not answer"};
    }
    auto& answers = script[attempt.providerKey];
    if (answers.empty()) {
        co_return still(State::awaiting, {});
    }
    auto answer = answers.front();
    if (answers.size() > 1) {
        answers.pop_front();
    }
    co_return answer;
}

Exchange<Progress> ScriptedProvider::complete(const Context& context, const Attempt& attempt, const Return&) const {
    if (gaveUp) {
        throw ProviderError{*gaveUp};
    }
    co_return co_await poll(context, attempt);
}

Exchange<void> ScriptedProvider::forget(const Context&, const Attempt& attempt) const {
    if (forgetFails > 0) {
        --forgetFails;
        throw ProviderError{Failure::providerUnreachable, "it does not answer"};
    }
    forgotten.push_back(attempt.providerKey);
    co_return;
}

Pushed ScriptedProvider::receive(const Context&, const PushRequest& request) const {
    const auto body = json::parse(request.body, nullptr, false);
    Pushed pushed;
    if (!body.is_object() || !body.value("signed", true)) {
        pushed.what = Rejected{"not signed"};
        return pushed;
    }
    pushed.authenticated = true;
    pushed.eventId = body.value("id", "");
    pushed.type = "news";
    if (body.contains("relay")) {
        const auto& message = body["relay"];
        pushed.what = Relay{message.value("channel", ""), message.value("to", ""), message.value("text", "")};
    } else if (body.value("refuses", false)) {
        Progress refusal;
        refusal.state = State::declined;
        refusal.decline = claims::Decline::customerDeclined;
        pushed.what = PushedProgress{body.value("key", ""), {}, refusal};
    } else if (body.contains("news")) {
        pushed.authenticated = body.value("trusted", true);
        pushed.what = News{body.value("begins", ""), body.value("news", "")};
    } else {
        pushed.what = WakeUp{body.value("wake", "")};
    }
    return pushed;
}

std::string ScriptedProvider::normalToken(std::string_view typed) const {
    return std::string{typed};
}

}  // namespace verdesk::test
