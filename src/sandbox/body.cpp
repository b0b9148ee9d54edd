#include "sandbox/body.h"

#include <algorithm>
#include <cmath>

namespace verdesk::sandbox {

Body::Body(std::string_view text) : object_(text.empty() ? Json::object() : Json::parse(text, nullptr, false)) {
    mustBeObject();
}

Body Body::of(Json object) {
    Body body;
    body.object_ = std::move(object);
    body.mustBeObject();
    return body;
}

void Body::mustBeObject() const {
    if (object_.is_discarded()) {
        throw BadBody{"the body is no JSON"};
    }
    if (!object_.is_object()) {
        throw BadBody{"the body is no JSON object"};
    }
}

const Json* Body::member(const std::string& name) {
    asked_.insert(name);
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> Body::text(const std::string& name, std::size_t maxLength) {
    const auto* value = member(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string() || value->get_ref<const std::string&>().size() > maxLength) {
        throw BadBody{name + " must be a text of at most " + std::to_string(maxLength) + " bytes"};
    }
    return value->get<std::string>();
}

std::optional<std::int64_t> Body::integer(const std::string& name, std::int64_t min, std::int64_t max) {
    const auto* value = member(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    const bool tooBig = value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(max);
    if (!value->is_number_integer() || tooBig || value->get<std::int64_t>() < min || value->get<std::int64_t>() > max) {
        throw BadBody{name + " must be a whole number from " + std::to_string(min) + " to " + std::to_string(max)};
    }
    return value->get<std::int64_t>();
}

std::optional<double> Body::number(const std::string& name, double min, double max) {
    const auto* value = member(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number() || value->get<double>() < min || value->get<double>() > max) {
        throw BadBody{name + " must be a number from " + Json(min).dump() + " to " + Json(max).dump()};
    }
    return value->get<double>();
}

std::optional<bool> Body::flag(const std::string& name) {
    const auto* value = member(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_boolean()) {
        throw BadBody{name + " must be true or false"};
    }
    return value->get<bool>();
}

std::optional<std::vector<std::string>> Body::texts(const std::string& name) {
    const auto* value = member(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    const auto isText = [](const Json& item) { return item.is_string(); };
    if (!value->is_array() || !std::all_of(value->begin(), value->end(), isText)) {
        throw BadBody{name + " must be a list of texts"};
    }
    return value->get<std::vector<std::string>>();
}

std::optional<Json> Body::object(const std::string& name) {
    const auto* value = member(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_object()) {
        throw BadBody{name + " must be an object"};
    }
    return *value;
}

std::optional<Json> Body::list(const std::string& name) {
    const auto* value = member(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_array()) {
        throw BadBody{name + " must be a list"};
    }
    return *value;
}

std::optional<std::string> Body::choice(const std::string& name, const std::vector<std::string>& words) {
    const auto value = text(name);
    if (value && std::find(words.begin(), words.end(), *value) == words.end()) {
        std::string all;
        for (const auto& word : words) {
            all += (all.empty() ? "" : ", ") + word;
        }
        throw BadBody{name + " must be one of " + all};
    }
    return value;
}

void Body::refuseOthers() const {
    for (const auto& item : object_.items()) {
        if (!asked_.contains(item.key())) {
            throw BadBody{"there is no member " + item.key()};
        }
    }
}

std::string textOf(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

http::Response reply(int status, const Json& value) {
    return {status, textOf(value)};
}

http::Response problem(int status, std::string_view error, const Json& more) {
    Json value{{"success", false}, {"error", error}};
    value.update(more);
    return reply(status, value);
}

}  // namespace verdesk::sandbox
