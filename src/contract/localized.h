#pragma once
// One text in several languages.

#include "contract/json_reader.h"

#include <map>
#include <string>

namespace verdesk {

// By language ("en", "de" ...). `in` falls back to English, then to any.
struct Localized {
    std::map<std::string, std::string> byLanguage;
    std::string in(const std::string& language) const;
    bool operator==(const Localized&) const = default;
};
nlohmann::json toJson(const Localized& text);
Localized localizedFrom(const JsonReader& json, std::string_view member);

}  // namespace verdesk
