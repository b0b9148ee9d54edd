#include "backend/verification/later_answer.h"

#include <algorithm>

namespace verdesk::backend {

using claims::Decline;
using store::VerificationRow;

namespace {

// The same fact, wherever it stood in the answer and however it was spelled there.
bool sameClaim(const claims::Claim& a, const claims::Claim& b) {
    const auto isDocument = [](const claims::Claim& claim) {
        return std::holds_alternative<claims::Document>(claim.value);
    };
    if (isDocument(a) && isDocument(b)) {
        return a.name == b.name;  // what became of the first one's picture is our doing
    }
    return a.name == b.name && a.value == b.value && a.status == b.status;
}

bool isPersonal(const claims::Claim& claim) {
    return claim.status == claims::Status::proven && claim.name != claims::name::watchlistListing &&
           (std::holds_alternative<claims::Text>(claim.value) || std::holds_alternative<claims::Date>(claim.value));
}

}  // namespace

State stateOf(const providers::Progress& progress) {
    return progress.state == State::completed && progress.decline ? State::declined : progress.state;
}

bool saysTheSame(const VerificationRow& row, const providers::Progress& later) {
    if (row.state != stateOf(later)) {
        return false;
    }
    if (row.state == State::declined) {
        return row.decline == later.decline.value_or(Decline::unknown);
    }
    bool inCommon = later.claims.empty();
    const auto& known = row.details.claims;
    for (const auto& claim : later.claims) {
        if (claims::find(known, claim.name) != nullptr) {
            if (std::none_of(known.begin(), known.end(), [&](const auto& each) { return sameClaim(each, claim); })) {
                return false;
            }
            inCommon = true;
        }
    }
    return inCommon;
}

void addAlarms(VerificationRow& row, const std::vector<claims::Claim>& later, const claims::Judgement& judgement) {
    std::vector<claims::Claim> alarms;
    auto& known = row.details.claims;
    for (const auto& claim : later) {
        const auto isAbout = [&](const claims::Reason& reason) { return reason.claim == claim.name; };
        const auto isKnown = [&](const claims::Claim& each) { return sameClaim(each, claim); };
        const bool tells = claim.name == claims::name::watchlistListing ||
                           std::any_of(judgement.reasons.begin(), judgement.reasons.end(), isAbout);
        if (tells && std::none_of(known.begin(), known.end(), isKnown)) {
            alarms.push_back(claim);
        }
    }
    known.insert(known.begin(), alarms.begin(), alarms.end());
}

bool tellsOfAnotherListing(const VerificationRow& row, const std::vector<claims::Claim>& later) {
    const auto& known = row.details.claims;
    return std::any_of(later.begin(), later.end(), [&](const claims::Claim& claim) {
        return claim.name == claims::name::watchlistListing &&
               std::none_of(known.begin(), known.end(), [&](const auto& each) { return sameClaim(each, claim); });
    });
}

std::vector<claims::Reason> changesIn(const VerificationRow& row, const HasProgress& happening) {
    std::vector<claims::Reason> changes;
    const auto& later = happening.progress.claims;
    if (row.state != State::completed || stateOf(happening.progress) != State::completed || !happening.authenticated) {
        return changes;
    }
    for (const auto& claim : later) {
        const auto isNamesake = [&](const claims::Claim& each) { return each.name == claim.name; };
        const auto* before = claims::find(row.details.claims, claim.name);
        const bool isOther = before != nullptr && isPersonal(*before) && isPersonal(claim) &&
                             std::none_of(row.details.claims.begin(), row.details.claims.end(),
                                          [&](const auto& each) { return sameClaim(each, claim); });
        if (isOther && std::count_if(later.begin(), later.end(), isNamesake) == 1) {
            changes.push_back({"changed", claim.name});
        }
    }
    return changes;
}

}  // namespace verdesk::backend
