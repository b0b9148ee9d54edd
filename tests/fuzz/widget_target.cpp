// What a provider's page says to the desk, before a backend sees it. The input is the message; behind an RS stands what
// one more rule of the launch matches.
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/targets.h"
#include "ui/webview/message_rules.h"

namespace verdesk::fuzz {

namespace {

using nlohmann::json;
using ui::webview::fits;

std::vector<MessageRule> someRules() {
    return {{json("DONE"), MessageAction::finish, nullptr},
            {json{{"type", "iframeLoaded"}}, MessageAction::reply, json{{"type", "iframeInitialize"}}},
            {json{{"type", "close"}, {"data", nullptr}}, MessageAction::fail, nullptr},
            {json::object(), MessageAction::fail, nullptr},
            {json{{"type", "close"}}, MessageAction::forward, nullptr}};
}

void fitsItself(const json& message) {
    require(fits(message, message), "a message does not fit itself");
    if (message.is_object() && !message.empty()) {
        auto longer = message;
        longer.emplace("one more", true);
        require(fits(message, longer), "one more member, and it does not fit");
    }
}

}  // namespace

void widget(std::string_view, std::string_view input) {
    const auto pieces = piecesOf(input);
    const auto message = ui::webview::readMessage(pieces[0]);
    if (!message) {
        return;
    }
    require(pieces[0].size() <= ui::webview::longestMessage, "a message beyond the limit is read");
    require(json::parse(message->dump()) == *message, "a message comes back as another one");
    fitsItself(*message);
    auto rules = someRules();
    if (const auto match = pieces.size() > 1 ? ui::webview::readMessage(pieces[1]) : std::nullopt) {
        rules.insert(rules.begin(), MessageRule{*match, MessageAction::forward, nullptr});
    }
    const auto* rule = ui::webview::ruleFor(rules, *message);
    for (const auto& each : rules) {
        require(fits(each.match, *message) == (&each == rule), "another rule than the first that fits");
        if (&each == rule) {
            break;
        }
    }
}

}  // namespace verdesk::fuzz
