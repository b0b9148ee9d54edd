#include "providers/answer.h"

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

}  // namespace

nlohmann::json blanked(nlohmann::json document) {
    blank(document, 0);
    return document;
}

std::string oneLine(std::string_view text, std::size_t size) {
    std::string line;
    for (const char c : text) {
        line.push_back(static_cast<unsigned char>(c) < ' ' || c == 127 ? ' ' : c);
    }
    if (line.size() > size) {
        // Not in the middle of a UTF-8 character.
        while (size > 0 && (static_cast<unsigned char>(line[size]) & 0xC0) == 0x80) {
            --size;
        }
        line.resize(size);
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
