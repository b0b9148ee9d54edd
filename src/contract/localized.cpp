#include "contract/localized.h"

namespace verdesk {

using nlohmann::json;

std::string Localized::in(const std::string& language) const {
    for (const auto& wanted : {language, language.substr(0, 2), std::string{"en"}}) {
        if (const auto found = byLanguage.find(wanted); found != byLanguage.end()) {
            return found->second;
        }
    }
    return byLanguage.empty() ? std::string{} : byLanguage.begin()->second;
}

json toJson(const Localized& text) {
    return json(text.byLanguage);
}

Localized localizedFrom(const JsonReader& reader, std::string_view member) {
    Localized text;
    if (const auto object = reader.object(member)) {
        for (const auto& [language, ignored] : object->json().items()) {
            text.byLanguage[language] = object->requiredText(language);
        }
    }
    return text;
}

}  // namespace verdesk
