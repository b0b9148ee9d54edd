#include "contract/json_reader.h"

#include "contract/json_text.h"

#include <cmath>

namespace verdesk {
namespace {

std::string sentence(const std::string& member, const std::string& problem) {
    return member.empty() ? problem : "\"" + member + "\" " + problem;
}

}  // namespace

MemberError::MemberError(std::string member, const std::string& problem)
    : std::runtime_error{sentence(member, problem)}, member_{std::move(member)}, problem_{problem} {}

nlohmann::json parseJson(std::string_view text) {
    if (nestsDeeper(text, deepestOfOurs)) {
        throw MemberError{{}, "nests deeper than " + std::to_string(deepestOfOurs) + " levels"};
    }
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        // The library's own words quote the input, which may be personal data: only the position is passed on.
        throw MemberError{{}, "not JSON: the text breaks off or goes wrong at byte " + std::to_string(error.byte)};
    } catch (const nlohmann::json::exception&) {
        throw MemberError{{}, "has a number that is larger than any that is counted with"};
    }
}

JsonReader::JsonReader(const nlohmann::json& object, std::string path) : object_{&object}, path_{std::move(path)} {
    if (!object.is_object()) {
        throw MemberError{path_, "must be an object"};
    }
}

const nlohmann::json* JsonReader::find(std::string_view member) const {
    const auto found = object_->find(member);
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

bool JsonReader::has(std::string_view member) const {
    return find(member) != nullptr;
}

std::string JsonReader::pathOf(std::string_view member) const {
    return path_.empty() ? std::string{member} : path_ + "." + std::string{member};
}

void JsonReader::missing(std::string_view member) const {
    throw MemberError{pathOf(member), "is missing"};
}

std::optional<std::string> JsonReader::text(std::string_view member) const {
    const auto* value = find(member);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        throw MemberError{pathOf(member), "must be a string"};
    }
    return value->get<std::string>();
}

std::optional<bool> JsonReader::flag(std::string_view member) const {
    const auto* value = find(member);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_boolean()) {
        throw MemberError{pathOf(member), "must be true or false"};
    }
    return value->get<bool>();
}

std::optional<double> JsonReader::number(std::string_view member) const {
    const auto* value = find(member);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number() || !std::isfinite(value->get<double>())) {
        throw MemberError{pathOf(member), "must be a number"};
    }
    return value->get<double>();
}

std::optional<std::int64_t> JsonReader::integer(std::string_view member) const {
    const auto* value = find(member);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number_integer() || (value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX)) {
        throw MemberError{pathOf(member), "must be a whole number"};
    }
    return value->get<std::int64_t>();
}

std::optional<Instant> JsonReader::instant(std::string_view member) const {
    const auto given = text(member);
    if (!given) {
        return std::nullopt;
    }
    const auto instant = instantFrom(*given);
    if (!instant) {
        throw MemberError{pathOf(member), "must be a date and time such as 2026-03-17T14:12:11Z"};
    }
    return instant;
}

std::optional<JsonReader> JsonReader::object(std::string_view member) const {
    const auto* value = find(member);
    return value == nullptr ? std::nullopt : std::optional{JsonReader{*value, pathOf(member)}};
}

std::vector<JsonReader> JsonReader::objects(std::string_view member) const {
    std::vector<JsonReader> all;
    const auto* value = find(member);
    if (value == nullptr) {
        return all;
    }
    if (!value->is_array()) {
        throw MemberError{pathOf(member), "must be a list"};
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        all.emplace_back((*value)[i], pathOf(member) + "[" + std::to_string(i) + "]");
    }
    return all;
}

std::vector<std::string> JsonReader::texts(std::string_view member) const {
    std::vector<std::string> all;
    const auto* value = find(member);
    if (value == nullptr) {
        return all;
    }
    if (!value->is_array()) {
        throw MemberError{pathOf(member), "must be a list"};
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        if (!(*value)[i].is_string()) {
            throw MemberError{pathOf(member) + "[" + std::to_string(i) + "]", "must be a string"};
        }
        all.push_back((*value)[i].get<std::string>());
    }
    return all;
}

std::string JsonReader::requiredText(std::string_view member) const {
    auto given = text(member);
    return given ? std::move(*given) : (missing(member), std::string{});
}

bool JsonReader::requiredFlag(std::string_view member) const {
    const auto given = flag(member);
    return given ? *given : (missing(member), false);
}

std::int64_t JsonReader::requiredInteger(std::string_view member) const {
    const auto given = integer(member);
    return given ? *given : (missing(member), 0);
}

Instant JsonReader::requiredInstant(std::string_view member) const {
    const auto given = instant(member);
    return given ? *given : (missing(member), Instant{});
}

JsonReader JsonReader::requiredObject(std::string_view member) const {
    const auto given = object(member);
    if (!given) {
        missing(member);
    }
    return *given;
}

}  // namespace verdesk
