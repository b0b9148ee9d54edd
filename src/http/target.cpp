#include "http/target.h"

#include <algorithm>

namespace verdesk::http {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool startsWithIgnoringCase(std::string_view text, std::string_view lowerCasePrefix) {
    return text.size() >= lowerCasePrefix.size() &&
           std::equal(lowerCasePrefix.begin(), lowerCasePrefix.end(), text.begin(),
                      [](char p, char c) { return p == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c); });
}

}  // namespace

std::optional<TargetParts> splitTarget(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (startsWithIgnoringCase(target, scheme)) {
            const auto slash = target.find_first_of("/?", scheme.size());
            if (slash == std::string_view::npos || slash == scheme.size() || target[slash] != '/') {
                return std::nullopt;
            }
            target.remove_prefix(slash);
            break;
        }
    }
    const auto strange = [](char c) {
        return c <= ' ' || c == 0x7f || c == '#';
    };  // bytes over 0x7f are negative chars
    if (target.empty() || target.front() != '/' || std::any_of(target.begin(), target.end(), strange)) {
        return std::nullopt;
    }
    const auto mark = target.find('?');
    if (mark == std::string_view::npos) {
        return TargetParts{target, {}};
    }
    return TargetParts{target.substr(0, mark), target.substr(mark + 1)};
}

std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) {
                return std::nullopt;
            }
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0 || (high == 0 && low == 0)) {
                return std::nullopt;
            }
            decoded.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            decoded.push_back(plusIsSpace && text[i] == '+' ? ' ' : text[i]);
        }
    }
    return decoded;
}

std::optional<std::map<std::string, std::string>> parseQuery(std::string_view query) {
    std::map<std::string, std::string> parsed;
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        if (pair.empty()) {
            continue;
        }
        const auto equals = pair.find('=');
        auto name = percentDecode(pair.substr(0, equals), true);
        auto value = equals == std::string_view::npos ? std::string{} : percentDecode(pair.substr(equals + 1), true);
        if (!name || !value) {
            return std::nullopt;
        }
        parsed.insert_or_assign(std::move(*name), std::move(*value));
    }
    return parsed;
}

}  // namespace verdesk::http
