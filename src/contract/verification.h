#pragma once
// One run of one flow in a case, as the desk reads it.

#include "contract/claim_json.h"
#include "contract/id.h"
#include "contract/launch.h"
#include "contract/session.h"

#include <optional>
#include <string>
#include <vector>

namespace verdesk {

enum class State { unknown, requesting, awaiting, verifying, completed, declined, expired, cancelled, failed };
constexpr std::array<Word<State>, 9> wordsOf(State) {
    return {{{State::unknown, "unknown"},
             {State::requesting, "requesting"},
             {State::awaiting, "awaiting"},
             {State::verifying, "verifying"},
             {State::completed, "completed"},
             {State::declined, "declined"},
             {State::expired, "expired"},
             {State::cancelled, "cancelled"},
             {State::failed, "failed"}}};
}
// A final state never changes; the verdict beside it still may get worse.
constexpr bool isFinal(State state) {
    return state >= State::completed;
}

// Why a verification failed, in words that know no provider. The codes are explained in docs/failure-codes.md.
enum class Failure {
    unknown,
    providerUnreachable,  // no answer in time, or no connection
    providerBroken,       // answered 5xx, or something that is not its protocol
    providerRefused,      // refused our key or our request: a matter for the administrator
    configuration,        // the flow or account was changed while the verification ran
    internal,
    answerLost  // to a call that may be made only once
};
constexpr std::array<Word<Failure>, 7> wordsOf(Failure) {
    return {{{Failure::unknown, "unknown"},
             {Failure::providerUnreachable, "provider_unreachable"},
             {Failure::providerBroken, "provider_broken"},
             {Failure::providerRefused, "provider_refused"},
             {Failure::configuration, "configuration"},
             {Failure::internal, "internal"},
             {Failure::answerLost, "answer_lost"}}};
}
std::string_view codeOf(Failure failure);  // "VD-F201" ...

// How the result reached us, for the "signature checked" note.
struct Proof {
    claims::Channel channel = claims::Channel::unknown;
    bool isSigned = false;  // a webhook whose signature was checked
    std::optional<Instant> receivedAt;
    std::optional<Instant> confirmedAt;  // when a call of ours said the same
    std::optional<Instant> verifiedAt;   // the provider's own time
    bool operator==(const Proof&) const = default;
};

struct Verification {
    VerificationId id;
    CaseId caseId;
    std::string flow;
    Localized flowTitle;
    std::string provider;
    std::string account;
    Environment environment = Environment::unknown;
    LaunchKind launch = LaunchKind::unknown;  // what it was started with
    State state = State::unknown;
    claims::Verdict verdict = claims::Verdict::none;
    std::vector<claims::Reason> reasons;
    std::optional<claims::Decline> decline;  // with state declined or expired
    std::optional<Failure> failure;          // with state failed
    std::string code;                        // "VD-D106", "VD-F201" or empty
    std::string providerCode;                // the provider's own word, e.g. "TOKEN_EXPIRED"; shown small, for support
    Instant startedAt{};
    std::optional<Instant> endedAt;
    std::optional<Instant> deadline;
    std::int64_t expiresInMs = 0;   // of the deadline, from the moment of the answer
    std::vector<Launch> launches;   // while awaiting
    std::vector<std::string> asks;  // claim names
    std::vector<claims::Claim> claims;
    std::optional<Proof> proof;
    StaffId startedBy;
    std::string startedByName;
    VerificationId parent;      // the check that this person was added to; empty: none
    bool participants = false;  // further people may be added now
    bool operator==(const Verification&) const = default;
};
nlohmann::json toJson(const Verification& verification);
Verification verificationFrom(const JsonReader& reader);

// POST /cases/{id}/verifications
struct StartVerification {
    std::string flow;
    LaunchKind launch = LaunchKind::unknown;
    Answers answers{};        // to the questions of the flow's forms
    VerificationId parent{};  // the running check that this person is added to; empty: none
};
nlohmann::json toJson(const StartVerification& start);
StartVerification startVerificationFrom(const JsonReader& reader);

}  // namespace verdesk
