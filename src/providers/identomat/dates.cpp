#include "providers/identomat/dates.h"

#include "providers/answer.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace verdesk::providers::identomat {
namespace {

constexpr int lastYear = 9999;

// Both forms, whichever member it stands in.
std::optional<claims::Date> dateIn(const std::string& text) {
    const auto iso = dateFrom(text);
    return iso ? iso : monthFirst(text);
}

}  // namespace

std::optional<claims::Date> monthFirst(std::string_view text) {
    std::array<int, 3> parts{};
    const auto* at = text.data();
    const auto* const end = text.data() + text.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && (at == end || *at++ != '/')) {
            return std::nullopt;
        }
        const auto [stopped, error] = std::from_chars(at, end, parts[i]);
        if (error != std::errc{} || parts[i] < 1) {
            return std::nullopt;
        }
        at = stopped;
    }
    const auto [month, day, year] = parts;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (at != end || month > 12 || day > 31 || year < 1000 || year > lastYear || !date.ok()) {
        return std::nullopt;
    }
    std::array<char, 16> written{};
    const auto size = std::snprintf(written.data(), written.size(), "%04d-%02d-%02d", year, month, day);
    return claims::Date{std::string{written.data(), static_cast<std::size_t>(size)}};
}

std::optional<claims::Claim> dateClaim(std::string_view name, const JsonReader& object, const std::string& iso,
                                       const std::string& plain, claims::Status status) {
    const auto isoText = object.text(iso).value_or("");
    const auto plainText = object.text(plain).value_or("");
    if (isoText.empty() && plainText.empty()) {
        return std::nullopt;
    }
    const auto isoDate = dateIn(isoText);
    const auto plainDate = dateIn(plainText);
    const bool fromIso = isoDate || plainText.empty();
    const auto& member = fromIso ? iso : plain;
    const auto& date = fromIso ? isoDate : plainDate;
    claims::Claim claim{std::string{name}, {}, status, object.pathOf(member), object.json().at(member)};
    if (date) {
        claim.value = *date;
    } else {
        claim.value = claims::Text{fromIso ? isoText : plainText};
    }
    if (!date || (isoDate && plainDate && !(*isoDate == *plainDate))) {
        claim.status = claims::Status::unknown;
    }
    return claim;
}

}  // namespace verdesk::providers::identomat
