#include "providers/passbase/message.h"

#include "contract/json_text.h"
#include "providers/answer.h"
#include "providers/findings.h"

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;

constexpr std::size_t longestIdentity = 128;
constexpr std::size_t longestWord = 64;

// Documented as lists; the first of them, or the value itself.
json firstOf(const json& data) {
    return !data.is_array() ? data : data.empty() ? json{} : data.front();
}

std::string stepIn(const json& data) {
    const auto second = data.is_array() && data.size() > 1 ? data[1] : json{};
    const auto found = second.is_object() ? second.find("step") : second.end();
    return second.is_object() && found != second.end() && found->is_string()
               ? oneLine(found->get<std::string>(), longestWord)
               : std::string{};
}

}  // namespace

PageMessage readMessage(const std::string& text) {
    const auto message = jsonOrNone(text);
    const auto type = message.is_object() ? message.find("type") : message.end();
    if (!message.is_object() || type == message.end() || !type->is_string()) {
        return Unreadable{"a message of the page has no type"};
    }
    const auto data = message.value("data", json{});
    const auto first = firstOf(data);
    if (*type == "iframeError") {
        return PageFailed{first.is_string() ? oneLine(first.get<std::string>(), longestWord) : std::string{},
                          stepIn(data)};
    }
    if (*type != "iframeSubmitted" && *type != "iframeFinish") {
        return Unreadable{"a message of the page is of another type"};
    }
    if (!first.is_string() || !isIdentity(first.get<std::string>())) {
        return Unreadable{"a message of the page names no identity"};
    }
    return Submitted{first.get<std::string>()};
}

bool isIdentity(const std::string& text) {
    return text.size() <= longestIdentity && isOneWord(text) && text != "." && text != "..";
}

}  // namespace verdesk::providers::passbase
