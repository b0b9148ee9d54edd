#pragma once
// Reads members of a JSON object and names the member in every complaint. Unknown members are left alone; a missing one
// is an error only where it is asked for with `required`; a wrong type always is.

#include "claims/named.h"
#include "contract/instant.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk {

// What is wrong with one member. `member` is a path such as "consent.language" or "launches[0].url"; empty for the
// whole.
class MemberError : public std::runtime_error {
public:
    MemberError(std::string member, const std::string& problem);
    const std::string& member() const {
        return member_;
    }
    const std::string& problem() const {
        return problem_;
    }

private:
    std::string member_;
    std::string problem_;
};

// Parses text as JSON. Throws MemberError with an empty member and the position where it is not JSON.
nlohmann::json parseJson(std::string_view text);

class JsonReader {
public:
    // `path` is what complaints put before the member's name. The value must outlive the reader. Throws MemberError
    // where the value is not an object.
    explicit JsonReader(const nlohmann::json& object, std::string path = {});

    bool has(std::string_view member) const;  // present and not null
    std::string pathOf(std::string_view member) const;
    const nlohmann::json& json() const {
        return *object_;
    }

    // Nothing where the member is missing or null; MemberError where it has another type.
    std::optional<std::string> text(std::string_view member) const;
    std::optional<bool> flag(std::string_view member) const;
    std::optional<double> number(std::string_view member) const;
    std::optional<std::int64_t> integer(std::string_view member) const;
    std::optional<Instant> instant(std::string_view member) const;
    std::optional<JsonReader> object(std::string_view member) const;
    std::vector<JsonReader> objects(std::string_view member) const;  // empty where missing
    std::vector<std::string> texts(std::string_view member) const;   // empty where missing

    // The same, but MemberError where the member is missing.
    std::string requiredText(std::string_view member) const;
    bool requiredFlag(std::string_view member) const;
    std::int64_t requiredInteger(std::string_view member) const;
    Instant requiredInstant(std::string_view member) const;
    JsonReader requiredObject(std::string_view member) const;

    // A word of an enumeration. Tolerant: an unknown or missing word is `otherwise`.
    template <class Enum>
    Enum word(std::string_view member, Enum otherwise) const {
        const auto given = text(member);
        return given ? fromWord<Enum>(*given).value_or(otherwise) : otherwise;
    }
    // Strict: an unknown or missing word is a MemberError that lists the words.
    template <class Enum>
    Enum requiredWord(std::string_view member) const {
        const auto given = requiredText(member);
        if (const auto value = fromWord<Enum>(given)) {
            return *value;
        }
        std::string known;
        for (const auto& [each, word] : wordsOf(Enum{})) {
            known += (known.empty() ? "" : ", ") + std::string{word};
        }
        throw MemberError{pathOf(member), "is not one of: " + known};
    }

private:
    const nlohmann::json* find(std::string_view member) const;
    [[noreturn]] void missing(std::string_view member) const;

    const nlohmann::json* object_;
    std::string path_;
};

}  // namespace verdesk
