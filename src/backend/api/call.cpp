#include "backend/api/call.h"

#include <charconv>

namespace verdesk::backend::api {

nlohmann::json bodyOf(const Call& call) {
    return parseJson(call.request.body);
}

std::optional<std::int64_t> integerOf(const Call& call, const std::string& name, std::int64_t low, std::int64_t high) {
    const auto found = call.request.query.find(name);
    if (found == call.request.query.end() || found->second.empty()) {
        return std::nullopt;
    }
    const auto& text = found->second;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high) {
        throw MemberError{name, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high)};
    }
    return value;
}

std::string textOf(const Call& call, const std::string& name, std::size_t longest) {
    const auto found = call.request.query.find(name);
    if (found == call.request.query.end()) {
        return {};
    }
    if (found->second.size() > longest) {
        throw MemberError{name, "must have at most " + std::to_string(longest) + " characters"};
    }
    return found->second;
}

std::string idOf(const Call& call) {
    const auto found = call.request.parameters.find("id");
    return found == call.request.parameters.end() || found->second.size() > 64 ? std::string{} : found->second;
}

}  // namespace verdesk::backend::api
