#include "providers/passid/session.h"

#include "contract/json_text.h"
#include "providers/passid/answer.h"
#include "providers/passid/claims.h"
#include "providers/passid/refusal.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace verdesk::providers::passid {
namespace {

using nlohmann::json;

Progress completed(const JsonReader& payload, const std::vector<std::string>& asks) {
    Progress progress;
    progress.state = State::completed;
    progress.claims = withMissing(claimsIn(payload), asks);
    progress.verifiedAt = verifiedAtIn(payload);
    return progress;
}

Progress declinedBy(const Refusal& refusal) {
    return declined(refusal.decline, refusal.code);
}

Progress sessionFrom(const json& document, const std::vector<std::string>& asks) {
    const auto payload = payloadOf(document);
    const auto status = payload.requiredText("status");
    // A reason to refuse counts beside any status: a match on a sanctions list must not hide behind "completed".
    const auto refusal = refusalIn(document);
    if (status == "expired") {
        return refusal && refusal->decline == claims::Decline::sanctionsMatch ? declinedBy(*refusal) : expired();
    }
    if (refusal) {
        return declinedBy(*refusal);
    }
    if (status == "completed") {
        return completed(payload, asks);
    }
    if (status == "declined") {
        return declined(claims::Decline::customerDeclined);
    }
    Progress progress;
    if (status != "pending") {
        progress.warnings.push_back("PASSID says that a session is \"" + oneLine(status, 24) +
                                    "\", which is not documented; it is taken for one that is pending");
    }
    return progress;
}

// The newer form says in words, beside credential_valid, how it stands with the credential. The words are known from
// one sample; any other is never good, and says what it is.
struct Standing {
    const char* member;
    std::string_view good;
};
constexpr std::array<Standing, 2> standings{{{"credential_status", "active"}, {"revocation_status", "not_revoked"}}};

bool isSameWord(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

bool isRevoked(const JsonReader& payload) {
    return std::any_of(standings.begin(), standings.end(), [&](const Standing& each) {
        return isSameWord(payload.text(each.member).value_or(""), "revoked");
    });
}

void addUnknownWord(Progress& progress, const JsonReader& where, const char* member, std::string_view good) {
    const auto word = where.text(member);
    if (word && !isSameWord(*word, good)) {
        progress.claims.push_back({std::string{claims::name::providerStatus}, claims::Text{*word},
                                   claims::Status::unknown, where.pathOf(member), where.json().at(member)});
    }
}

Progress inGoodStanding(Progress progress, const JsonReader& payload) {
    for (const auto& each : standings) {
        addUnknownWord(progress, payload, each.member, each.good);
    }
    if (const auto signature = payload.object("signature")) {
        addUnknownWord(progress, *signature, "status", "verified");
    }
    return progress;
}

Progress verifyFrom(const json& document, const std::vector<std::string>& asks) {
    const auto payload = payloadOf(document);
    if (const auto refusal = refusalIn(document)) {
        return declinedBy(*refusal);
    }
    const auto valid = payload.flag("valid");
    const auto credentialValid = payload.flag("credential_valid");
    if (!valid && !credentialValid) {
        throw MemberError{"valid", "is missing"};
    }
    if (!valid.value_or(true) || !credentialValid.value_or(true)) {
        return declinedBy(refusalWithoutCode(document));
    }
    if (isRevoked(payload)) {
        return declined(claims::Decline::tokenRevoked, "revoked");
    }
    return inGoodStanding(completed(payload, asks), payload);
}

// A refusal that came as a 4xx; nothing where the body holds none.
std::optional<Progress> refusedBy(const HttpReply& reply) {
    try {
        if (const auto refusal = refusalIn(parseOutside(reply.body))) {
            return declinedBy(*refusal);
        }
    } catch (const MemberError&) {
        // Not a refusal as documented: the status says what it is.
    }
    return std::nullopt;
}

}  // namespace

Progress declined(claims::Decline decline, std::string providerCode) {
    Progress progress;
    progress.state = State::declined;
    progress.decline = decline;
    progress.providerCode = std::move(providerCode);
    return progress;
}

Progress expired() {
    Progress progress;
    progress.state = State::expired;
    progress.decline = claims::Decline::requestExpired;
    return progress;
}

std::optional<Instant> verifiedAtIn(const JsonReader& payload) {
    const auto at = payload.instant("verifiedAt");
    return at ? at : payload.instant("verified_at");
}

Begun readBegun(const HttpReply& reply, Instant now, std::int64_t ttlSeconds, const Hide& hide) {
    requireSuccess(reply, hide);
    auto begun = readBody(reply, [&](const json& document) {
        const auto payload = payloadOf(document);
        Begun session;
        session.providerKey = payload.requiredText("requestId");
        if (session.providerKey.empty()) {
            throw MemberError{payload.pathOf("requestId"), "must not be empty"};
        }
        const auto expiresAt = payload.instant("expiresAt").value_or(now + std::chrono::seconds{ttlSeconds});
        session.deadline = expiresAt;
        session.launches.push_back({QrLaunch{payload.requiredText("deepLink"), payload.text("code").value_or(""),
                                             expiresAt, std::max<std::int64_t>(0, (expiresAt - now).count())},
                                    {}});
        return session;
    });
    begun.raw = reply.body;
    begun.warnings = warningsOf(reply);
    return begun;
}

Progress readSession(const HttpReply& reply, const std::vector<std::string>& asks, const Hide& hide) {
    Progress progress;
    if (reply.status == 410) {
        progress = expired();
    } else {
        requireSuccess(reply, hide);
        progress = readBody(reply, [&](const json& document) { return sessionFrom(document, asks); });
    }
    progress.raw = reply.body;
    for (auto& warning : warningsOf(reply)) {
        progress.warnings.push_back(std::move(warning));
    }
    return progress;
}

Progress readVerify(const HttpReply& reply, const std::vector<std::string>& asks, const Hide& hide) {
    Progress progress;
    auto refused = reply.status >= 400 && reply.status < 500 ? refusedBy(reply) : std::nullopt;
    if (refused) {
        progress = std::move(*refused);
    } else {
        requireSuccess(reply, hide);
        progress = readBody(reply, [&](const json& document) { return verifyFrom(document, asks); });
    }
    progress.raw = reply.body;
    progress.warnings = warningsOf(reply);
    return progress;
}

}  // namespace verdesk::providers::passid
