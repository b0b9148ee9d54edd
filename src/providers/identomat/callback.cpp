#include "providers/identomat/callback.h"

#include "contract/json_reader.h"
#include "contract/json_text.h"
#include "crypto/digest.h"
#include "providers/answer.h"
#include "providers/identomat/calls.h"

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;

using What = decltype(Pushed::what);

constexpr std::size_t longestType = 64;
constexpr const char* sampleType = "verdesk-round-trip";

// Four types are documented, the two by e-mail by their events' names alone: whatever is called like one of them brings
// a text, so that no code is kept for want of a word.
std::string channelOf(std::string_view type) {
    const auto has = [type](std::string_view word) { return type.find(word) != std::string_view::npos; };
    if (!has("one-time-password") && !has("share-session-link")) {
        return {};
    }
    return has("email") ? "email" : "sms";
}

bool isOurs(const json& callback, const Account& account) {
    const auto found = callback.find("callbackApiKey");
    const auto given = found != callback.end() && found->is_string() ? found->get<std::string>() : std::string{};
    const auto secrets = account.secrets.find("callback_api_key");
    bool any = false;
    if (secrets != account.secrets.end()) {
        for (const auto& secret : secrets->second) {
            any = (!secret.empty() && crypto::equalInConstantTime(secret.bytes(), crypto::viewOf(given))) || any;
        }
    }
    return any;
}

// The first of these members that is a text; empty where none is.
std::string firstOf(const json& callback, const std::vector<std::string>& members) {
    for (const auto& member : members) {
        const auto found = callback.find(member);
        if (found != callback.end() && found->is_string() && !found->get_ref<const std::string&>().empty()) {
            return found->get<std::string>();
        }
    }
    return {};
}

// A link that the text does not have in it is put behind it.
std::string withLink(std::string text, const std::string& link) {
    if (!link.empty() && text.find(link) == std::string::npos) {
        text += (text.empty() ? "" : "\n") + link;
    }
    return text;
}

// The members of the two by e-mail are not documented. What cannot be read is a text all the same: there may be a code
// in it, and it must be kept nowhere.
What relayOf(const json& callback, const Account& account, const std::string& channel) {
    const auto settings = settingsOf(account);
    const bool isMail = channel == "email";
    auto to = firstOf(callback, isMail ? settings.emailMembers : std::vector<std::string>{"phoneNumber"});
    auto text = firstOf(callback, isMail ? settings.emailTextMembers : std::vector<std::string>{"text"});
    return Relay{channel, std::move(to), withLink(std::move(text), firstOf(callback, {"sessionLink"}))};
}

What whatIn(const JsonReader& callback, const Account& account, const std::string& type) {
    if (const auto channel = channelOf(type); !channel.empty()) {
        return relayOf(callback.json(), account, channel);
    }
    auto session = callback.text("sessionId").value_or("");
    if (!isToken(session)) {
        return Ignored{"it names no session"};
    }
    return WakeUp{std::move(session)};  // whatever happened to it: the result itself says it better
}

}  // namespace

Pushed receive(const Account& account, const PushRequest& request) {
    Pushed pushed;
    const auto document = jsonOrNone(request.body);
    if (!document.is_object() || !isOurs(document, account)) {
        pushed.what = Rejected{"it does not have the account's callback_api_key"};
        return pushed;
    }
    pushed.authenticated = true;
    try {
        const JsonReader callback{document};
        const auto type = callback.text("type").value_or("");
        pushed.type = oneLine(type, longestType);
        pushed.what = whatIn(callback, account, type);
    } catch (const MemberError& error) {
        pushed.what = Ignored{error.member() + " " + error.problem()};
    }
    return pushed;
}

std::optional<PushRequest> sampleCallback(const Account& account, Instant now) {
    const auto* secret = account.secret("callback_api_key");
    if (secret == nullptr) {
        return std::nullopt;
    }
    const json callback{{"callbackApiKey", std::string{secret->reveal()}}, {"type", sampleType}, {"time", toText(now)}};
    PushRequest request;
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = callback.dump(-1, ' ', false, json::error_handler_t::replace);
    return request;
}

}  // namespace verdesk::providers::identomat
