#include "tests/backend/store/samples.h"

#include "claims/verdict.h"
#include "crypto/random.h"

namespace verdesk::test {

using namespace backend::store;

Instant at(std::int64_t seconds) {
    return Instant{std::chrono::seconds{1'790'000'000 + seconds} + std::chrono::milliseconds{123}};
}

std::string freshId() {
    return crypto::uuid7(at(0));
}

StaffRow sampleStaff(const std::string& name) {
    StaffRow row;
    row.id = StaffId{freshId()};
    row.name = name;
    row.displayName = "Anna O'Neill-Müller";
    row.role = Role::officer;
    row.branches = {"city", "harbour"};
    row.passwordHash = "scrypt$1$1$1$c2FsdA==$aGFzaA==";
    row.disabled = true;
    row.failures = 3;
    row.lockedUntil = at(60);
    row.createdAt = at(0);
    return row;
}

CaseRow sampleCase(const std::string& branch, const std::string& reference) {
    CaseRow row;
    row.id = CaseId{freshId()};
    row.number = crypto::randomText(16, "0123456789");
    row.branch = branch;
    row.reference = reference;
    row.purpose = "account_opening";
    row.state = CaseState::open;
    row.verdict = claims::Verdict::none;
    row.environment = Environment::practice;
    row.openedBy = StaffId{freshId()};
    row.openedByName = "Tom Teller";
    row.openedAt = at(1);
    row.updatedAt = at(2);
    row.consentVersion = "2026-01";
    row.consentLanguage = "de";
    row.attestationVersion = "1";
    return row;
}

VerificationRow sampleVerification(const CaseRow& of) {
    VerificationRow row;
    row.id = VerificationId{freshId()};
    row.caseId = of.id;
    row.branch = of.branch;
    row.counter = "3";
    row.flow = "passid_qr";
    row.flowDigest = "00ff";
    row.rulesVersion = claims::rulesVersion;
    row.provider = "passid";
    row.account = "passid_practice";
    row.environment = Environment::practice;
    row.launch = LaunchKind::qr;
    row.state = State::awaiting;
    row.providerKey = "bridge-" + row.id.value;
    row.startedAt = at(3);
    row.deadline = at(303);
    row.nextPollAt = at(5);
    row.startedBy = of.openedBy;
    row.startedByName = of.openedByName;
    row.details.launches = {Launch{QrLaunch{"passid://x?y=ü", "ABCD1234", at(303), 300'000}, "https://phone.example/x"},
                            Launch{TokenLaunch{{"PASSID-XXXX-XXXX"}, "PASSID-AAAA-BBBB"}, ""}};
    row.details.asks = {"identity_verified", "score"};
    return row;
}

VerificationRow answered(VerificationRow row) {
    row.state = State::completed;
    row.verdict = claims::Verdict::review;
    row.decline = claims::Decline::tokenExpired;
    row.failure = Failure::providerBroken;
    row.code = "VD-D106";
    row.providerCode = "TOKEN_EXPIRED";
    row.endedAt = at(30);
    row.nextPollAt.reset();
    row.polledAt = at(29);
    row.tier = "gold";
    row.score = 812.25;
    claims::Claim score;
    score.name = "score";
    score.value = claims::Score{812.25, 788.1, 831, 300, 850, 0.93};
    score.status = claims::Status::proven;
    score.path = "claims.score";
    score.verbatim = {{"value", 812.25}, {"range", {788.1, 831}}};
    claims::Claim missing;
    missing.name = "identity_verified";
    missing.status = claims::Status::missing;
    row.details.claims = {score, missing};
    row.details.reasons = {{"missing", "identity_verified"}};
    row.details.proof = Proof{claims::Channel::webhook, true, at(29), at(30), at(28)};
    return row;
}

HookRow sampleHook() {
    HookRow row;
    row.id = freshId();
    row.account = "passid_practice";
    row.digest = crypto::toHex(crypto::randomBytes(32));
    row.body = R"({"event":"bridge.completed","data":{"requestId":"r-1"}})";
    row.headers = R"({"x-signature":"sha256=00"})";
    row.receivedAt = at(10);
    return row;
}

std::string everyByte() {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.push_back(static_cast<char>(i));
    }
    return bytes;
}

}  // namespace verdesk::test
