#include "contract/instant.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace verdesk {
namespace {

using namespace std::chrono;

// Reads exactly `digits` decimal digits and moves on.
std::optional<int> take(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) {
        return std::nullopt;
    }
    int value = 0;
    const auto* end = text.data() + digits;
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end || text.front() == '-') {
        return std::nullopt;
    }
    text.remove_prefix(digits);
    return value;
}

bool skip(std::string_view& text, std::string_view anyOf) {
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::optional<year_month_day> takeDate(std::string_view& text) {
    const auto y = take(text, 4);
    if (!y || !skip(text, "-")) {
        return std::nullopt;
    }
    const auto m = take(text, 2);
    if (!m || !skip(text, "-")) {
        return std::nullopt;
    }
    const auto d = take(text, 2);
    if (!d) {
        return std::nullopt;
    }
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<milliseconds> takeTime(std::string_view& text) {
    const auto h = take(text, 2);
    if (!h || *h > 23 || !skip(text, ":")) {
        return std::nullopt;
    }
    const auto m = take(text, 2);
    if (!m || *m > 59 || !skip(text, ":")) {
        return std::nullopt;
    }
    const auto s = take(text, 2);
    if (!s || *s > 60) {  // 60: a leap second, which the next second stands for
        return std::nullopt;
    }
    milliseconds time = hours{*h} + minutes{*m} + seconds{*s};
    if (skip(text, ".")) {
        int scale = 100;
        bool any = false;
        while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
            time += milliseconds{(text.front() - '0') * scale};
            scale /= 10;
            any = true;
            text.remove_prefix(1);
        }
        if (!any) {
            return std::nullopt;
        }
    }
    return time;
}

std::optional<milliseconds> takeOffset(std::string_view& text) {
    if (skip(text, "Zz")) {
        return milliseconds{0};
    }
    const bool west = !text.empty() && text.front() == '-';
    if (!skip(text, "+-")) {
        return std::nullopt;
    }
    const auto h = take(text, 2);
    if (!h || *h > 23 || !skip(text, ":")) {
        return std::nullopt;
    }
    const auto m = take(text, 2);
    if (!m || *m > 59) {
        return std::nullopt;
    }
    const milliseconds offset = hours{*h} + minutes{*m};
    return west ? -offset : offset;
}

}  // namespace

std::string dateOf(Instant instant) {
    const year_month_day date{floor<days>(instant)};
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::string toText(Instant instant) {
    const hh_mm_ss time{instant - floor<days>(instant)};
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return dateOf(instant) + text.data();
}

std::optional<Instant> instantFrom(std::string_view text) {
    const auto date = takeDate(text);
    if (!date || !skip(text, "Tt ")) {
        return std::nullopt;
    }
    const auto time = takeTime(text);
    if (!time) {
        return std::nullopt;
    }
    const auto offset = takeOffset(text);
    if (!offset || !text.empty()) {
        return std::nullopt;
    }
    return Instant{sys_days{*date}} + *time - *offset;
}

}  // namespace verdesk
