#pragma once
// A case: one customer visit with one purpose.

#include "contract/verification.h"

#include <optional>
#include <string>
#include <vector>

namespace verdesk {

enum class CaseState { unknown, open, closed };
constexpr std::array<Word<CaseState>, 3> wordsOf(CaseState) {
    return {{{CaseState::unknown, "unknown"}, {CaseState::open, "open"}, {CaseState::closed, "closed"}}};
}

// What a person did with a case. `close` ends the visit and decides nothing; the others are an officer's.
enum class DecisionKind { unknown, approve, reject, escalate, close };
constexpr std::array<Word<DecisionKind>, 5> wordsOf(DecisionKind) {
    return {{{DecisionKind::unknown, "unknown"},
             {DecisionKind::approve, "approve"},
             {DecisionKind::reject, "reject"},
             {DecisionKind::escalate, "escalate"},
             {DecisionKind::close, "close"}}};
}

struct Decision {
    DecisionKind kind = DecisionKind::unknown;
    std::string reason;
    Instant at{};
    std::string by;  // display name
    bool operator==(const Decision&) const = default;
};

// POST /cases
struct OpenCase {
    std::string reference;
    std::string purpose;
    std::string consentVersion;
    std::string consentLanguage;
    std::string attestationVersion;  // "this is the person in front of me"
};
nlohmann::json toJson(const OpenCase& open);
OpenCase openCaseFrom(const JsonReader& reader);

// A row of the list.
struct CaseSummary {
    CaseId id;
    std::string number;  // short, can be spoken: "K7-204"
    std::string branch;
    std::string reference;
    std::string purpose;
    Localized purposeTitle;
    CaseState state = CaseState::unknown;
    claims::Verdict verdict = claims::Verdict::none;
    DecisionKind decision = DecisionKind::unknown;  // the last that was not `close`; unknown: none yet
    Instant openedAt{};
    Instant updatedAt{};
    std::string openedBy;
    std::vector<std::string> flows;  // titles' flow ids, oldest first
    std::optional<State> lastState;  // of the newest verification
    Environment environment = Environment::unknown;
    std::optional<Instant> erasedAt{};  // then nothing is left but that there was a case, and what was decided
    bool operator==(const CaseSummary&) const = default;
};
nlohmann::json toJson(const CaseSummary& summary);
CaseSummary caseSummaryFrom(const JsonReader& reader);

struct CaseList {
    std::vector<CaseSummary> cases;
    std::string next;  // pass as `after` for the next page; empty at the end
};
nlohmann::json toJson(const CaseList& list);
CaseList caseListFrom(const JsonReader& reader);

// That a case was erased, by whom and why.
struct Erasure {
    std::string reason;
    Instant at{};
    std::string by;  // display name
    bool operator==(const Erasure&) const = default;
};

struct Case {
    CaseSummary summary;
    std::string consentLanguage;
    Instant consentAt{};
    std::vector<Verification> verifications;  // oldest first
    std::vector<Decision> decisions;          // oldest first
    std::vector<CaseSummary> earlierBlocked;  // other cases of this reference that ended blocked
    std::vector<std::string> knownAt;         // accounts at whose provider this reference's person is known
    std::optional<Erasure> erasure{};         // then the claims, the reasons of decisions and the reference are empty
    bool operator==(const Case&) const = default;
};
nlohmann::json toJson(const Case& value);
Case caseFrom(const JsonReader& reader);

// POST /cases/{id}/decisions
struct Decide {
    DecisionKind kind = DecisionKind::unknown;
    std::string reason;  // required but for `close`
};
nlohmann::json toJson(const Decide& decide);
Decide decideFrom(const JsonReader& reader);

// POST /cases/{id}/erase
struct Erase {
    std::string reason;
};
nlohmann::json toJson(const Erase& erase);
Erase eraseFrom(const JsonReader& reader);

}  // namespace verdesk
