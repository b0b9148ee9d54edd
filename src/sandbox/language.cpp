#include "sandbox/language.h"

#include <algorithm>

namespace verdesk::sandbox {

namespace {

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "0.85" in thousandths; 1000 where there is none, 0 for what is none.
int quality(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) {
        return 1000;
    }
    const auto text = trim(parameters.substr(at + 2));
    int value = 0;
    int unit = 1000;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            value += (c - '0') * unit;
            unit /= 10;
        } else if (c != '.') {
            return 0;
        }
    }
    return value;
}

}  // namespace

std::string_view languageOf(std::string_view acceptLanguage) {
    int english = 0;
    int german = 0;
    while (!acceptLanguage.empty()) {
        const auto item = acceptLanguage.substr(0, acceptLanguage.find(','));
        acceptLanguage.remove_prefix(std::min(acceptLanguage.size(), item.size() + 1));
        const auto tag = trim(item.substr(0, item.find(';')));
        const auto parameters = item.size() > item.find(';') ? item.substr(item.find(';')) : std::string_view{};
        const auto is = [&](std::string_view language) {
            return tag.substr(0, 2) == language && (tag.size() == 2 || tag[2] == '-');
        };
        auto& best = is("de") || is("DE") ? german : english;
        if (is("de") || is("DE") || is("en") || is("EN")) {
            best = std::max(best, quality(parameters));
        }
    }
    return german > english ? "de" : "en";
}

std::string languageOf(const http::Request& request) {
    return std::string{languageOf(request.header("Accept-Language").value_or(""))};
}

}  // namespace verdesk::sandbox
