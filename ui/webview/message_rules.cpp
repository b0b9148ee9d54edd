#include "ui/webview/message_rules.h"

#include <algorithm>

namespace verdesk::ui::webview {

std::optional<nlohmann::json> readMessage(std::string_view text) {
    using nlohmann::json;
    if (text.size() > longestMessage) {
        return std::nullopt;
    }
    bool isTooDeep = false;
    const auto watchDepth = [&isTooDeep](int depth, json::parse_event_t, json&) {
        isTooDeep = isTooDeep || depth > deepestMessage;
        return !isTooDeep;
    };
    auto message = json::parse(text, watchDepth, false);
    if (isTooDeep || message.is_discarded()) {
        return std::nullopt;
    }
    return message;
}

bool fits(const nlohmann::json& match, const nlohmann::json& message) {
    if (match == message) {
        return true;
    }
    if (!match.is_object() || match.empty() || !message.is_object()) {
        return false;
    }
    return std::all_of(match.items().begin(), match.items().end(), [&message](const auto& member) {
        const auto found = message.find(member.key());
        return found != message.end() && *found == member.value();
    });
}

const MessageRule* ruleFor(const std::vector<MessageRule>& rules, const nlohmann::json& message) {
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&message](const auto& rule) { return fits(rule.match, message); });
    return found == rules.end() ? nullptr : &*found;
}

}  // namespace verdesk::ui::webview
