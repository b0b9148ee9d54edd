#pragma once
// The rows of the store, opened: what is sealed on disk is plain here. Which members are sealed is said beside them.

#include "contract/case.h"
#include "contract/id.h"
#include "contract/instant.h"
#include "contract/verification.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::backend::store {

struct StaffRow {
    StaffId id;
    std::string name;
    std::string displayName;
    Role role = Role::unknown;
    std::vector<std::string> branches;
    std::string passwordHash;
    bool disabled = false;
    std::int64_t failures = 0;  // sign-ins that failed since the last that did not
    std::optional<Instant> lockedUntil;
    Instant createdAt{};
};

struct SessionRow {
    std::string tokenHash;  // SHA-256, hex: the token itself is nowhere
    StaffId staff;
    std::string branch;
    std::string counter;
    Instant createdAt{};
    Instant seenAt{};
    Instant expiresAt{};
};

struct CaseRow {
    CaseId id;
    std::string number;
    std::string branch;
    std::string reference;
    std::string purpose;
    CaseState state = CaseState::open;
    claims::Verdict verdict = claims::Verdict::none;
    DecisionKind decision = DecisionKind::unknown;
    Environment environment = Environment::unknown;
    StaffId openedBy;
    std::string openedByName;
    Instant openedAt{};
    Instant updatedAt{};
    std::string consentVersion;
    std::string consentLanguage;
    std::string attestationVersion;
    std::optional<Instant> erasedAt;  // its key is gone, and with it what was sealed; and its reference
};

struct DecisionRow {
    CaseId caseId;
    DecisionKind kind = DecisionKind::unknown;
    std::string reason;  // sealed
    Instant at{};
    StaffId by;
    std::string byName;
};

// What of a verification is sealed, in one piece: it is read and written together.
struct VerificationDetails {
    std::vector<Launch> launches;
    std::vector<std::string> asks;
    std::vector<claims::Claim> claims;
    std::vector<claims::Reason> reasons;
    std::optional<Proof> proof;
    std::string person;     // the provider's own id of the customer, where it told one
    Answers answers;        // what staff filled in; until the end, for whoever has to begin again
    std::string userAgent;  // of the desk; likewise
    // Provider keys that a fresh page replaced: sessions of the same attempt, which its provider may hold something of.
    std::vector<std::string> formerKeys;
    // What the provider told of it that asking would not tell; in its adapter's words, oldest first; until the end.
    std::vector<std::string> heard;
    bool operator==(const VerificationDetails&) const = default;
};

struct VerificationRow {
    VerificationId id;
    CaseId caseId;
    std::string branch;
    std::string counter;
    std::string flow;
    std::string flowDigest;  // of the flow's and account's options without secrets, hex
    int rulesVersion = 0;
    std::string provider;
    std::string account;
    Environment environment = Environment::unknown;
    LaunchKind launch = LaunchKind::unknown;
    State state = State::requesting;
    claims::Verdict verdict = claims::Verdict::none;
    std::optional<claims::Decline> decline;
    std::optional<Failure> failure;
    std::string code;
    std::string providerCode;
    std::string providerKey;
    Instant startedAt{};
    std::optional<Instant> endedAt;
    std::optional<Instant> deadline;
    std::optional<Instant> nextPollAt;  // set while the scheduler has something to do with it
    std::optional<Instant> polledAt;
    StaffId startedBy;
    std::string startedByName;
    std::string tier;
    std::optional<double> score;
    VerificationDetails details;  // sealed
    VerificationId parent;        // the one that this person was added to; empty: none
    bool erased = false;          // with its case: the details are empty for ever
};

// A request that must not happen twice, written down before it is sent.
struct JournalRow {
    std::string key;  // the idempotency key
    VerificationId verification;
    CaseId caseId;
    std::string request;                // sealed: what a restart needs to send the very same again
    std::optional<std::string> answer;  // sealed
    Instant writtenAt{};
    std::optional<Instant> answeredAt;
};

// `unmatched`: nobody knows yet whose it is. `matched` also after a person assigned it, `dismissed` after one put it
// away.
enum class HookState { received, matched, unmatched, done, dismissed };
constexpr std::array<Word<HookState>, 5> wordsOf(HookState) {
    return {{{HookState::received, "received"},
             {HookState::matched, "matched"},
             {HookState::unmatched, "unmatched"},
             {HookState::done, "done"},
             {HookState::dismissed, "dismissed"}}};
}

// An authenticated webhook as it came, committed before it was answered and worked on later.
struct HookRow {
    std::string id;  // UUIDv7
    std::string account;
    std::string digest;   // of the event's id or else of the body, with the account: unique, so that a replay is seen;
                          // of all but the newest copy of the same words it ends in a slash and the row's id
    std::string body;     // sealed
    std::string headers;  // sealed; JSON of those that the provider reads
    HookState state = HookState::received;
    Instant receivedAt{};
    VerificationId verification;
};

// A raw answer of a provider, kept for support.
struct RawAnswerRow {
    std::string id;
    VerificationId verification;
    CaseId caseId;
    std::string what;  // "begin", "poll", "verify", "webhook", "failure"
    std::string body;  // sealed
    Instant at{};
};

// A document that is kept as evidence; its bytes stand in sealed pieces beside it.
struct DocumentRow {
    std::string id;  // UUIDv7
    VerificationId verification;
    CaseId caseId;
    std::string path;       // sealed; of the claim that it belongs to
    std::string mediaType;  // by its bytes
    std::int64_t size = 0;
    std::string digest;  // HMAC of the bytes under the case's key, hex
    Instant at{};
};

// A document that a provider named and that is still to be fetched.
struct FetchRow {
    std::string id;  // UUIDv7
    VerificationId verification;
    CaseId caseId;
    std::string path;  // sealed, together with the address
    std::string url;
    int tries = 0;  // so far
    Instant nextAt{};
    Instant at{};  // since when it is wanted
};

// That a case was erased.
struct ErasureRow {
    CaseId caseId;
    Instant at{};
    StaffId by;
    std::string byName;
    std::string reason;  // sealed under the store's key: the case's is gone
};

// An attempt of an erased case that its provider is still to delete what it holds of.
struct ForgetRow {
    VerificationId verification;
    CaseId caseId;
    std::string account;
    std::string provider;
    std::string flow;
    LaunchKind launch = LaunchKind::unknown;
    std::vector<std::string> providerKeys;  // sealed under the store's key
    int tries = 0;                          // so far
    Instant nextAt{};
    Instant at{};  // since when it is wanted
};

struct IdempotencyRow {
    StaffId staff;
    std::string key;
    std::string requestDigest;  // of method, path and body, hex
    int status = 0;             // 0: under way
    std::string answer;         // sealed
    Instant at{};
};

}  // namespace verdesk::backend::store
