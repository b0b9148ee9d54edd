#pragma once
// What becomes of a message of the provider's page. Pure: text in, decision out.

#include "contract/launch.h"

#include <optional>
#include <string_view>
#include <vector>

namespace verdesk::ui::webview {

// Larger messages, and more deeply nested ones, are not read at all.
constexpr std::size_t longestMessage = std::size_t{64} * 1024;
constexpr int deepestMessage = 32;

// Strict JSON, in UTF-8. Nothing for anything else.
std::optional<nlohmann::json> readMessage(std::string_view text);

// Equal to the match, or an object that has at least the match's members with these values.
bool fits(const nlohmann::json& match, const nlohmann::json& message);

// The first rule that the message fits; null where none does.
const MessageRule* ruleFor(const std::vector<MessageRule>& rules, const nlohmann::json& message);

}  // namespace verdesk::ui::webview
