#pragma once
// The verdict: what the evidence says, by rules that are one table (verdict.cpp) and one pure function.

#include "claims/claim.h"
#include "claims/decline.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::claims {

// In rising order of gravity, so that `worse` is a comparison. `none`: nothing is known yet.
enum class Verdict { none, pass, review, fail, blocked };
constexpr std::array<Word<Verdict>, 5> wordsOf(Verdict) {
    return {{{Verdict::none, "none"},
             {Verdict::pass, "pass"},
             {Verdict::review, "review"},
             {Verdict::fail, "fail"},
             {Verdict::blocked, "blocked"}}};
}

// A verdict may get worse at any time and never gets better by itself.
constexpr Verdict worse(Verdict a, Verdict b) {
    return a < b ? b : a;
}

// Stored with each verification, so that an old verdict can be explained by the rules of its day.
inline constexpr int rulesVersion = 3;

struct Evidence {
    std::vector<Claim> claims;
    std::vector<std::string> asked;  // names that the flow asked for
    std::optional<Decline> decline;  // set where the provider or the customer said no
    bool delivered = false;          // a result was delivered (the verification completed)
    bool authenticated = true;       // it came by our own call, or signed
    std::string today;               // YYYY-MM-DD, for documents that expire
};

struct Reason {
    std::string rule;   // stable id of the rule, e.g. "sanctions", "missing"
    std::string claim;  // the claim that it is about, or empty
    bool operator==(const Reason&) const = default;
};

struct Judgement {
    Verdict verdict = Verdict::none;
    std::vector<Reason> reasons;  // of every rule that holds, gravest first
    bool operator==(const Judgement&) const = default;
};

Judgement judge(const Evidence& evidence);

}  // namespace verdesk::claims
