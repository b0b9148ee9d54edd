#include "claims/verdict.h"

#include <algorithm>

namespace verdesk::claims {
namespace {

using Findings =
    std::vector<std::string>;  // the claims that a rule holds for; {""} where it is about none in particular

template <class Kind>
const Kind* valueOf(const Claim& claim) {
    return std::get_if<Kind>(&claim.value);
}

Findings where(const Evidence& evidence, bool (*holds)(const Claim&)) {
    Findings found;
    for (const auto& claim : evidence.claims) {
        if (holds(claim)) {
            found.push_back(claim.name);
        }
    }
    return found;
}

// Only a true flag clears. A flag of a kind that we cannot read clears nothing.
bool isFalseFlag(const Claim& claim) {
    const auto* flag = valueOf<Flag>(claim);
    return flag != nullptr && !flag->value;
}

Findings sanctions(const Evidence& e) {
    return where(e, [](const Claim& c) { return c.name == name::sanctionsClear && isFalseFlag(c); });
}

Findings hardDeny(const Evidence& e) {
    return e.decline == Decline::sanctionsMatch ? Findings{std::string{}} : Findings{};
}

Findings rejected(const Evidence& e) {
    return where(e, [](const Claim& c) { return c.name == name::providerAccepted && isFalseFlag(c); });
}

Findings watchlist(const Evidence& e) {
    return where(e, [](const Claim& c) {
        const auto* flag = valueOf<Flag>(c);
        return c.name == name::watchlistMatch && (flag == nullptr || flag->value);
    });
}

Findings missing(const Evidence& e) {
    Findings found;
    if (!e.delivered) {
        return found;
    }
    for (const auto& asked : e.asked) {
        const auto* claim = find(e.claims, asked);
        if (claim == nullptr || claim->status == Status::missing) {
            found.push_back(asked);
        }
    }
    return found;
}

Findings notVerified(const Evidence& e) {
    return where(e, [](const Claim& c) { return c.name.ends_with("_verified") && isFalseFlag(c); });
}

Findings contradicted(const Evidence& e) {
    return where(e, [](const Claim& c) {
        return c.status == Status::contradicted && !(c.name.ends_with("_verified") && isFalseFlag(c));
    });
}

Findings fraudRisk(const Evidence& e) {
    return where(e, [](const Claim& c) {
        const auto* text = valueOf<Text>(c);
        return c.name == name::fraudRisk && c.status != Status::missing && (text == nullptr || text->value != "low");
    });
}

Findings expiredDocument(const Evidence& e) {
    Findings found;
    for (const auto& claim : e.claims) {
        const auto* date = valueOf<Date>(claim);
        if (claim.name == name::documentExpiry && date != nullptr && date->value < e.today) {
            found.push_back(claim.name);
        }
    }
    return found;
}

// A value that we could not read as what its name promises. Unknown values are never "pass".
Findings unreadable(const Evidence& e) {
    return where(e, [](const Claim& c) {
        const bool mustBeFlag = c.name == name::sanctionsClear || c.name.ends_with("_verified");
        return c.status == Status::unknown ||
               (mustBeFlag && c.status != Status::missing && valueOf<Flag>(c) == nullptr);
    });
}

// A login proves an account and no identity.
Findings accountOnly(const Evidence& e) {
    return where(e, [](const Claim& c) { return c.name == name::accountHolder && c.status != Status::missing; });
}

Findings unsignedPush(const Evidence& e) {
    return e.delivered && !e.authenticated ? Findings{std::string{}} : Findings{};
}

Findings empty(const Evidence& e) {
    return e.delivered && e.claims.empty() ? Findings{std::string{}} : Findings{};
}

struct Rule {
    const char* id;
    Verdict verdict;
    Findings (*holds)(const Evidence&);
};

// Gravest first. A new rule is a line here, and a new `rulesVersion`.
constexpr Rule rules[] = {
    {"sanctions", Verdict::blocked, sanctions},
    {"hard_deny", Verdict::blocked, hardDeny},
    {"rejected", Verdict::fail, rejected},
    {"watchlist", Verdict::review, watchlist},
    {"not_verified", Verdict::review, notVerified},
    {"contradicted", Verdict::review, contradicted},
    {"fraud_risk", Verdict::review, fraudRisk},
    {"expired_document", Verdict::review, expiredDocument},
    {"missing", Verdict::review, missing},
    {"unreadable", Verdict::review, unreadable},
    {"account_only", Verdict::review, accountOnly},
    {"unsigned", Verdict::review, unsignedPush},
    {"empty", Verdict::review, empty},
};

}  // namespace

Judgement judge(const Evidence& evidence) {
    Judgement judgement;
    judgement.verdict = evidence.delivered ? Verdict::pass : Verdict::none;
    for (const auto& rule : rules) {
        for (auto& claim : rule.holds(evidence)) {
            judgement.verdict = worse(judgement.verdict, rule.verdict);
            judgement.reasons.push_back({rule.id, std::move(claim)});
        }
    }
    return judgement;
}

}  // namespace verdesk::claims
