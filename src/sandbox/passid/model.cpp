#include "sandbox/passid/model.h"

#include "sandbox/passid/permissions.h"

#include <algorithm>

namespace verdesk::sandbox::passid {

namespace {

// The documentation names the member and no value of it.
constexpr auto proofType = "selective_disclosure";

tl::unexpected<Refusal> refuse(int status, std::string error, Json more = Json::object()) {
    return tl::unexpected<Refusal>{Refusal{status, std::move(error), std::move(more)}};
}

Event completed(const std::string& token, const Json& claims, Time at) {
    return {"verification.completed",
            {{"token", token}, {"proofType", proofType}, {"claims", claims}, {"verifiedAt", timeText(at)}}};
}

// "verification.failed" is assumed: the documentation has the event without its name.
Event failed(const std::string& token, DenyReason reason) {
    return {"verification.failed", {{"token", token}, {"deny_reason", nameOf(reason)}}};
}

}  // namespace

Model::Model(RandomText random) : random_(random), sessions_(random), tokens_(std::move(random)) {}

Result<Session> Model::request(const NewSession& wanted, Time now) {
    for (const auto& name : wanted.permissions) {
        if (!isPermission(name)) {
            return refuse(400, "permissions: unknown permission " + name);
        }
    }
    auto all = wanted;
    if (all.permissions.empty()) {
        all.permissions = allPermissions();
    }
    return sessions_.open(all, now);
}

Result<Session> Model::session(const std::string& institution, std::string_view id, Time now) {
    const auto* session = sessions_.find(id, now);
    if (session == nullptr || session->institution != institution || session->id != id) {
        return refuse(404, "request not found");
    }
    return *session;
}

Result<Session> Model::publicView(std::string_view idOrCode, Time now) {
    const auto* session = sessions_.find(idOrCode, now);
    if (session == nullptr) {
        return refuse(404, "request not found");
    }
    if (session->status != SessionStatus::pending) {
        return refuse(410, "request is no longer pending", {{"status", nameOf(session->status)}});
    }
    return *session;
}

Result<Session*> Model::pending(std::string_view idOrCode, Time now) {
    auto* session = sessions_.find(idOrCode, now);
    if (session == nullptr) {
        return refuse(404, "request not found");
    }
    if (session->status == SessionStatus::expired) {
        return refuse(410, "request has expired", {{"status", "expired"}});
    }
    if (session->status != SessionStatus::pending) {
        return refuse(409, "request is no longer pending", {{"status", nameOf(session->status)}});
    }
    return session;
}

Verified Model::verify(const VerifyCall& call, Time now) {
    const auto text = normaliseToken(call.token);
    if (call.idempotencyKey) {
        if (const auto* known = verifications_.known(call.institution, *call.idempotencyKey)) {
            if (known->request != call.request) {
                verifications_.conflicted(text, *call.idempotencyKey, now);
                return {{409, textOf({{"success", false}, {"error", "Idempotency-Key was used with another body"}})},
                        {}};
            }
            verifications_.replayed(*known, now);
            return {known->reply, {}};
        }
    }
    Verification verification;
    verification.id = "vrf_" + random_(16, idAlphabet);
    verification.token = text;
    verification.institution = call.institution;
    verification.idempotencyKey = call.idempotencyKey;
    verification.reference = call.reference;
    verification.at = now;
    auto* token = tokens_.find(text);
    verification.denied =
        token == nullptr ? std::optional{DenyReason::tokenNotFound} : tokens_.check(*token, call.institution, now);
    std::vector<Event> events;
    if (verification.denied) {
        events.push_back(failed(text, *verification.denied));
    } else {
        token->used = token->oneTime;
        verification.claims = token->claims;
        events.push_back(completed(text, token->claims, now));
    }
    auto reply = verifyReply(verifyMode_, verification, token);
    verifications_.add(std::move(verification), call.request, reply);
    return {std::move(reply), std::move(events)};
}

Result<Verification> Model::record(const std::string& institution, std::string_view token) const {
    const auto* found = verifications_.latest(institution, normaliseToken(token));
    if (found == nullptr) {
        return refuse(404, "no verification of this token");
    }
    return *found;
}

Result<Event> Model::reportOutcome(const OutcomeReport& report) {
    static const std::vector<std::string> outcomes{"repaid",          "no_default",     "delinquent", "defaulted",
                                                   "fraud_confirmed", "account_closed", "other"};
    if (std::find(outcomes.begin(), outcomes.end(), report.outcome) == outcomes.end()) {
        return refuse(400, "outcome: unknown value");
    }
    const auto text = normaliseToken(report.token);
    Json score;
    const auto* verification = verifications_.latest(report.institution, text);
    if (verification != nullptr && !verification->denied) {
        score = verification->claims.value("fsi_score", Json());
    } else if (const auto* token = tokens_.find(text); token != nullptr && token->used) {
        score = token->claims.value("fsi_score", Json());  // used by a session
    } else {
        return refuse(404, "no verification of this token");
    }
    if (!outcomes_.insert({report.institution, text}).second) {
        return refuse(409, "an outcome of this token was reported before");
    }
    Json data{{"token", text}, {"outcome", report.outcome}, {"fsi_score", score}};
    if (report.productType) {
        data["productType"] = *report.productType;
    }
    if (report.amount) {
        data["amount"] = *report.amount;
    }
    return Event{"outcome.reported", std::move(data)};
}

Result<ShareToken> Model::share(const NewToken& wanted, Time now) {
    if (findPerson(wanted.user) == nullptr) {
        return refuse(404, "no such user");
    }
    for (const auto& name : wanted.permissions) {
        if (!isPermission(name)) {
            return refuse(400, "permissions: unknown permission " + name);
        }
    }
    return tokens_.issue(wanted, now);
}

Result<ShareToken> Model::revoke(const std::string& user, std::string_view text) {
    auto* token = tokens_.find(text);
    if (token == nullptr || token->user != user || !token->expiresAt) {  // the sandbox's own tokens never expire
        return refuse(404, "token not found");
    }
    token->revoked = true;
    return *token;
}

std::vector<ShareToken> Model::history(const std::string& user) const {
    return tokens_.ofUser(user);
}

Result<Ended> Model::fulfil(std::string_view id, const std::string& user, std::string_view text, Time now) {
    const auto found = pending(id, now);
    if (!found) {
        return tl::unexpected<Refusal>{found.error()};
    }
    auto& session = **found;
    auto* token = tokens_.find(text);
    if (token == nullptr || token->user != user) {
        return refuse(404, "token not found");
    }
    const auto denied = tokens_.check(*token, session.institution, now);
    if (denied && *denied != DenyReason::hardDenySanctionsMatch) {
        return refuse(409, std::string{inWords(*denied)}, {{"denyReason", nameOf(*denied)}});
    }
    token->used = token->oneTime;
    session.token = token->text;
    session.endedAt = now;
    auto claims = restrictClaims(token->claims, session.permissions);
    // Who asked about sanctions reads the answer among the claims; who did not must be told all the same.
    if (denied && !claims.contains("sanctions_clear")) {
        session.status = SessionStatus::declined;
        session.denied = denied;
        auto event = failed(token->text, *denied);
        event.session = session.id;
        return Ended{session, {std::move(event)}};
    }
    session.status = SessionStatus::completed;
    session.claims = std::move(claims);
    auto event = completed(token->text, session.claims, now);
    event.session = session.id;
    return Ended{session, {std::move(event)}};
}

Result<Session> Model::decline(std::string_view id, Time now) {
    const auto found = pending(id, now);
    if (!found) {
        return tl::unexpected<Refusal>{found.error()};
    }
    (*found)->status = SessionStatus::declined;
    (*found)->endedAt = now;
    return **found;
}

Result<Ended> Model::approve(std::string_view idOrCode, const Approval& approval, Time now) {
    const auto found = pending(idOrCode, now);
    if (!found) {
        return tl::unexpected<Refusal>{found.error()};
    }
    for (const auto& name : approval.withhold) {
        if (!isPermission(name)) {
            return refuse(400, "withhold: unknown permission " + name);
        }
    }
    if (findPerson(approval.person) == nullptr) {
        return refuse(400, "person: unknown");
    }
    NewToken wanted;
    wanted.user = approval.person;
    wanted.institution = (*found)->institution;
    wanted.overrides = approval.overrides;
    auto& token = tokens_.issue(wanted, now);
    token.permissions.clear();
    for (const auto& name : (*found)->permissions) {
        if (std::find(approval.withhold.begin(), approval.withhold.end(), name) == approval.withhold.end()) {
            token.permissions.push_back(name);
        }
    }
    token.claims = restrictClaims(token.claims, token.permissions);
    return fulfil((*found)->id, approval.person, token.text, now);
}

Result<Session> Model::expire(std::string_view idOrCode, Time now) {
    const auto found = pending(idOrCode, now);
    if (!found) {
        return tl::unexpected<Refusal>{found.error()};
    }
    (*found)->expiresAt = now;
    return *sessions_.find((*found)->id, now);
}

Result<ShareToken> Model::makeToken(const std::string& kind, NewToken wanted, Time now) {
    if (kind == "other-institution") {
        wanted.institution = "inst_other";
    }
    if (kind == "expired") {
        wanted.lifetime = std::chrono::seconds{-1};
    }
    if (kind == "sanctions") {
        wanted.overrides["sanctions_clear"] = false;
    }
    auto issued = share(wanted, now);
    if (issued) {
        auto& token = *tokens_.find(issued->text);
        token.revoked = kind == "revoked";
        token.used = kind == "used";
        token.sanctioned = token.sanctioned || kind == "sanctions";
        return token;
    }
    return issued;
}

Json Model::toJson() const {
    Json outcomes = Json::array();
    for (const auto& [institution, token] : outcomes_) {
        outcomes.push_back({institution, token});
    }
    return {{"sessions", sessions_.toJson()},
            {"tokens", tokens_.toJson()},
            {"verifications", verifications_.toJson()},
            {"outcomes", std::move(outcomes)}};
}

void Model::restore(const Json& value) {
    sessions_.restore(value.at("sessions"));
    tokens_.restore(value.at("tokens"));
    verifications_.restore(value.at("verifications"));
    for (const auto& one : value.at("outcomes")) {
        outcomes_.insert({one.at(0), one.at(1)});
    }
}

}  // namespace verdesk::sandbox::passid
