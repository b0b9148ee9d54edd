#include "providers/passid/claims.h"

#include "providers/answer.h"

#include <array>
#include <set>
#include <string>
#include <string_view>

namespace verdesk::providers::passid {
namespace {

using namespace claims;
using nlohmann::json;

// The ends of a scale are given only to a value that lies on it.
Score onScale(double value, double low, double high) {
    Score score{value, {}, {}, {}, {}, {}};
    if (value >= low && value <= high) {
        score.scaleLow = low;
        score.scaleHigh = high;
    }
    return score;
}

// Documented as 0 to 100, while newer samples show 0 to 1: up to 1 it may be either, so there is no scale to draw.
Score savingsScore(double value) {
    return value > 1 ? onScale(value, 0, 100) : Score{value, {}, {}, {}, {}, {}};
}

class Reading {
public:
    explicit Reading(const JsonReader& source) : source_{source} {}

    void score() {
        const auto value = source_.number("fsi_score");
        const auto low = source_.number("fsi_low");
        const auto high = source_.number("fsi_high");
        const auto confidence = source_.number("confidence");
        if (!value) {
            return;  // what is there of the rest is kept under its own name
        }
        json verbatim = json::object();
        for (const auto* member : {"fsi_score", "fsi_low", "fsi_high", "confidence"}) {
            if (source_.has(member)) {
                verbatim[member] = source_.json().at(member);
                read_.insert(member);
            }
        }
        // PASSID documents neither end of the score's scale.
        claims_.push_back({std::string{name::score}, Score{*value, low, high, {}, {}, confidence}, Status::proven,
                           source_.pathOf("fsi_score"), std::move(verbatim)});
    }
    void number(std::string_view member, std::string_view generic, Score (*scoreOf)(double)) {
        if (const auto value = source_.number(member)) {
            add(member, generic, scoreOf(*value), Status::proven);
        }
    }
    void flag(std::string_view member, std::string_view generic) {
        if (const auto value = source_.flag(member)) {
            add(member, generic, Flag{*value}, *value ? Status::proven : Status::contradicted);
        }
    }
    void text(std::string_view member, std::string_view generic, Status status = Status::proven) {
        if (auto value = source_.text(member)) {
            add(member, generic, Text{std::move(*value)}, status);
        }
    }
    void tier() {
        if (auto value = source_.text("tier")) {
            add("tier", name::tier, Tier{std::move(*value)}, Status::proven);
        }
    }
    // The two names for one fact. Both at once: what is false counts, the other is kept beside it under another name.
    void sanctions() {
        const auto documented = source_.flag("sanctions_clear");
        const auto newer = source_.flag("sanctions_screening_clear");
        const bool newerCounts = newer && (!documented || (*documented && !*newer));
        flag("sanctions_clear", newerCounts ? "sanctions_clear_reported" : name::sanctionsClear);
        flag("sanctions_screening_clear", newerCounts ? name::sanctionsClear : "sanctions_screening_clear");
    }
    // Everything that was not read yet.
    void rest() {
        for (const auto& [member, value] : source_.json().items()) {
            if (!read_.contains(member) && !value.is_null()) {
                add(member, member, verbatimValue(value), Status::stated);
            }
        }
    }
    std::vector<Claim> claims() && {
        return std::move(claims_);
    }

private:
    void add(std::string_view member, std::string_view generic, Value value, Status status) {
        const std::string key{member};
        read_.insert(key);
        claims_.push_back(
            {std::string{generic}, std::move(value), status, source_.pathOf(member), source_.json().at(key)});
    }

    const JsonReader& source_;
    std::set<std::string> read_;
    std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> claimsIn(const JsonReader& payload) {
    const auto source = payload.object("claims");
    if (!source) {
        return {};
    }
    Reading reading{*source};
    reading.score();
    reading.tier();
    reading.number("p_stable", name::stability, [](double value) { return Score{value, {}, {}, {}, {}, {}}; });
    reading.flag("identity_verified", name::identity);
    reading.sanctions();
    reading.text("fraud_risk", name::fraudRisk);
    reading.flag("income_verified", name::income);
    reading.text("income_band", name::incomeBand);
    reading.number("payment_reliability", name::paymentReliability, [](double value) { return onScale(value, 0, 1); });
    reading.number("savings_consistency", name::savingsConsistency, savingsScore);
    // Flags of the newer form of answers, each a check of its own.
    for (const auto* own :
         {"identity_and_fraud_checks_passed", "payment_behavior_verified", "savings_behavior_verified"}) {
        reading.flag(own, own);
    }
    reading.text("corridor", name::corridor, Status::stated);
    reading.rest();
    return std::move(reading).claims();
}

}  // namespace verdesk::providers::passid
