#pragma once
// One proven fact about a customer, in a form that knows no provider. What the provider really sent stays beside it.

#include "claims/named.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verdesk::claims {

struct Flag {
    bool value = false;
    bool operator==(const Flag&) const = default;
};

// A number with whatever the provider documents of its range. No scale is invented: where `scaleLow` or `scaleHigh` is
// missing, no gauge is drawn.
struct Score {
    double value = 0;
    std::optional<double> low;  // the provider's own interval around the value
    std::optional<double> high;
    std::optional<double> scaleLow;  // the ends of the documented scale
    std::optional<double> scaleHigh;
    std::optional<double> confidence;  // 0 to 1
    bool operator==(const Score&) const = default;
};

struct Tier {
    std::string value;
    bool operator==(const Tier&) const = default;
};

// A decimal as the provider wrote it, so that nothing is rounded, and an ISO 4217 code where one is known.
struct Amount {
    std::string value;
    std::string currency;
    bool operator==(const Amount&) const = default;
};

struct Text {
    std::string value;
    bool operator==(const Text&) const = default;
};

// ISO 8601 calendar date, YYYY-MM-DD.
struct Date {
    std::string value;
    bool operator==(const Date&) const = default;
};

// A picture or file kept as evidence, by the id under which the backend serves it.
struct Document {
    std::string evidence;
    std::string mediaType;
    bool operator==(const Document&) const = default;
};

using Value = std::variant<std::monostate, Flag, Score, Tier, Amount, Text, Date, Document>;

// `proven`: the provider vouches for it. `stated`: passed on, not checked. `missing`: asked for and not given; the
// value is empty. `contradicted`: the provider checked it and found otherwise.
enum class Status { unknown, proven, stated, missing, contradicted };
constexpr std::array<Word<Status>, 5> wordsOf(Status) {
    return {{{Status::unknown, "unknown"},
             {Status::proven, "proven"},
             {Status::stated, "stated"},
             {Status::missing, "missing"},
             {Status::contradicted, "contradicted"}}};
}

// How the fact reached us. `verify`: the answer to a call of ours that consumed a token.
enum class Channel { unknown, poll, webhook, verify };
constexpr std::array<Word<Channel>, 4> wordsOf(Channel) {
    return {{{Channel::unknown, "unknown"},
             {Channel::poll, "poll"},
             {Channel::webhook, "webhook"},
             {Channel::verify, "verify"}}};
}

struct Claim {
    std::string name;  // a word of vocabulary below, or the provider's own where none fits
    Value value;
    Status status = Status::unknown;
    std::string path;         // where it stood in the provider's answer, e.g. "claims.income_verified"
    nlohmann::json verbatim;  // exactly what stood there; null for a missing claim
    bool operator==(const Claim&) const = default;
};

// Names that the verdict rules and the desk's labels know. A provider maps its own names to these where they mean the
// same. A name that ends in "_verified" is a check of the provider's: false never passes.
namespace name {
inline constexpr std::string_view identity = "identity_verified";
inline constexpr std::string_view sanctionsClear = "sanctions_clear";
inline constexpr std::string_view watchlistMatch = "watchlist_match";  // flag: an open match that a person has to judge
inline constexpr std::string_view income = "income_verified";
inline constexpr std::string_view incomeBand = "income_band";
inline constexpr std::string_view score = "score";
inline constexpr std::string_view tier = "tier";
inline constexpr std::string_view stability = "stability";
inline constexpr std::string_view paymentReliability = "payment_reliability";
inline constexpr std::string_view savingsConsistency = "savings_consistency";
inline constexpr std::string_view fraudRisk = "fraud_risk";  // text: low, medium, high
inline constexpr std::string_view corridor = "corridor";
inline constexpr std::string_view documentExpiry = "document_expiry";  // date
}  // namespace name

// The claim of that name, or null.
const Claim* find(const std::vector<Claim>& claims, std::string_view name);

}  // namespace verdesk::claims
