#include "backend/api/call.h"

#include <charconv>

namespace verdesk::backend::api {

namespace {

// Nobody types one, and no store takes it.
void refuseNul(const nlohmann::json& value, const std::string& member) {
    const auto refuse = [&member](const std::string& text) {
        if (text.find('\0') != std::string::npos) {
            throw MemberError{member, "must not have a NUL character in it"};
        }
    };
    if (value.is_string()) {
        refuse(value.get_ref<const std::string&>());
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::string element = member;
            element.append("[").append(std::to_string(i)).append("]");
            refuseNul(value[i], element);
        }
    } else if (value.is_object()) {
        for (const auto& [name, inner] : value.items()) {
            refuse(name);
            std::string path = member;
            path.append(path.empty() ? "" : ".").append(name);
            refuseNul(inner, path);
        }
    }
}

bool isUtf8(const std::string& text) {
    try {
        (void)nlohmann::json(text).dump();
        return true;
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

}  // namespace

nlohmann::json bodyOf(const Call& call) {
    auto body = parseJson(call.request.body);
    refuseNul(body, {});
    return body;
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
    if (!isUtf8(found->second)) {
        throw MemberError{name, "must be UTF-8"};
    }
    return found->second;
}

std::string idOf(const Call& call) {
    const auto found = call.request.parameters.find("id");
    const bool isOne = found != call.request.parameters.end() && found->second.size() <= 64 &&
                       found->second.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
    return isOne ? found->second : std::string{};
}

}  // namespace verdesk::backend::api
