#include "providers/answer.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace verdesk::providers {
namespace {

constexpr int deepest = 32;

bool opensSomething(std::string_view name) {
    std::string lower;
    for (const char c : name) {
        lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    const auto has = [&](const char* part) { return lower.find(part) != std::string::npos; };
    return (has("token") && lower != "token_type" && lower != "tokentype") || has("secret") || has("password") ||
           lower == "code";
}

void blank(nlohmann::json& value, int depth) {
    if (value.is_structured() && depth > deepest) {
        value = "...";
    } else if (value.is_object()) {
        for (auto& [name, member] : value.items()) {
            if (opensSomething(name)) {
                member = "...";
            } else {
                blank(member, depth + 1);
            }
        }
    } else if (value.is_array()) {
        for (auto& each : value) {
            blank(each, depth + 1);
        }
    }
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 127;
}

// Of the UTF-8 character at the front; 0 where none begins there (RFC 3629 section 4).
std::size_t characterSize(std::string_view text) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    const auto between = [&](std::size_t at, unsigned low, unsigned high) {
        return byte(at) >= low && byte(at) <= high;
    };
    const auto follows = [&](std::size_t at) { return between(at, 0x80, 0xBF); };
    const auto first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (between(0, 0xC2, 0xDF)) {
        return follows(1) ? 2 : 0;
    }
    if (between(0, 0xE0, 0xEF)) {
        const bool second = between(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        return second && follows(2) ? 3 : 0;
    }
    if (between(0, 0xF0, 0xF4)) {
        const bool second = between(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
        return second && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

nlohmann::json blanked(nlohmann::json document) {
    blank(document, 0);
    return document;
}

std::string oneLine(std::string_view text, std::size_t size) {
    std::string line;
    while (!text.empty()) {
        const auto length = characterSize(text);
        const auto next = length == 0 ? std::string_view{"?"} : isControl(text.front()) ? " " : text.substr(0, length);
        if (line.size() + next.size() > size) {
            break;
        }
        line += next;
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return line;
}

std::string without(std::string text, const std::vector<std::string_view>& hide) {
    for (const auto& secret : hide) {
        for (auto at = secret.empty() ? std::string::npos : text.find(secret); at != std::string::npos;
             at = text.find(secret, at + 3)) {
            text.replace(at, secret.size(), "...");
        }
    }
    return text;
}

Failure failureOf(int status) {
    if (status == 429) {
        return Failure::providerUnreachable;  // the driver waited as long as it may
    }
    return status >= 400 && status < 500 ? Failure::providerRefused : Failure::providerBroken;
}

bool isSuccess(const HttpReply& reply) {
    return reply.status >= 200 && reply.status < 300;
}

Exchange<Progress> orAgainLater(Exchange<Progress> asking, State meanwhile) {
    try {
        co_return co_await std::move(asking);
    } catch (const ProviderError& error) {
        if (error.failure() != Failure::providerUnreachable && error.failure() != Failure::providerBroken) {
            throw;
        }
        Progress later;
        later.state = meanwhile;
        later.raw = error.raw();
        co_return later;
    }
}

claims::Value verbatimValue(const nlohmann::json& value) {
    if (value.is_boolean()) {
        return claims::Flag{value.get<bool>()};
    }
    if (value.is_string()) {
        return claims::Text{value.get<std::string>()};
    }
    return value.is_number() ? claims::Value{claims::Text{value.dump()}} : claims::Value{};
}

std::optional<claims::Date> dateFrom(std::string_view text) {
    constexpr std::size_t length = 10;
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = -1;
        const auto* const end = text.data() + from + size;
        const auto [stopped, error] = std::from_chars(text.data() + from, end, value);
        return error == std::errc{} && stopped == end ? value : -1;
    };
    if (text.size() < length || text[4] != '-' || text[7] != '-' || text[0] == '-' ||
        (text.size() > length && text[length] != 'T' && text[length] != ' ')) {
        return std::nullopt;
    }
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1 || month < 1 || day < 1 || !date.ok()) {
        return std::nullopt;
    }
    return claims::Date{std::string{text.substr(0, length)}};
}

}  // namespace verdesk::providers
