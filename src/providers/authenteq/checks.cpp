#include "providers/authenteq/checks.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace verdesk::providers::authenteq {
namespace {

using namespace claims;

template <class Kind>
const Kind* valueIn(const Claim* claim) {
    return claim == nullptr || claim->status != Status::proven ? nullptr : std::get_if<Kind>(&claim->value);
}

Claim checked(std::string_view claimName, std::optional<bool> holds, const Claim* from) {
    Claim claim{std::string{claimName}, {}, Status::unknown, {}, nullptr};
    if (from != nullptr) {
        claim.path = from->path;
        claim.verbatim = from->verbatim;
    }
    if (holds) {
        claim.value = Flag{*holds};
        claim.status = *holds ? Status::proven : Status::contradicted;
    }
    return claim;
}

int yearOf(std::string_view date) {
    int year = 0;
    std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
    return year;
}

}  // namespace

int ageOn(const std::string& dateOfBirth, const std::string& today) {
    const int years = yearOf(today) - yearOf(dateOfBirth);
    return today.substr(5) < dateOfBirth.substr(5) ? years - 1 : years;
}

void addChecks(std::vector<Claim>& claims, const FlowSettings& flow, const std::string& today) {
    std::vector<Claim> found;
    const auto* born = find(claims, name::dateOfBirth);
    const auto* date = valueIn<Date>(born);
    std::optional<int> age;
    if (date != nullptr && date->value <= today) {
        age = ageOn(date->value, today);
        found.push_back(
            {std::string{name::age}, Text{std::to_string(*age)}, Status::proven, born->path, born->verbatim});
    }
    if (flow.minimumAge) {
        const auto reached = age ? std::optional{*age >= *flow.minimumAge} : std::nullopt;
        found.push_back(checked(name::minimumAgeReached, reached, born));
    }
    if (!flow.acceptedIssuers.empty()) {
        const auto* issuer = find(claims, name::documentIssuer);
        const auto* country = valueIn<Text>(issuer);
        const auto& accepted = flow.acceptedIssuers;
        std::optional<bool> isAccepted;
        if (country != nullptr) {
            isAccepted = std::find(accepted.begin(), accepted.end(), country->value) != accepted.end();
        }
        found.push_back(checked(name::issuerAccepted, isAccepted, issuer));
    }
    std::move(found.begin(), found.end(), std::back_inserter(claims));
}

}  // namespace verdesk::providers::authenteq
