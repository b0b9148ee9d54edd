#include "sandbox/passid/verify_reply.h"

namespace verdesk::sandbox::passid {

namespace {

Json wrapped(const Verification& verification) {
    if (verification.denied) {
        return {{"success", true},
                {"data",
                 {{"valid", false},
                  {"token", verification.token},
                  {"denyReason", nameOf(*verification.denied)},
                  {"message", inWords(*verification.denied)}}}};
    }
    return {{"success", true},
            {"data",
             {{"valid", true},
              {"token", verification.token},
              {"verifiedAt", timeText(verification.at)},
              {"claims", verification.claims}}}};
}

Json flat(const Verification& verification, const ShareToken* token) {
    if (verification.denied) {
        return {{"credential_valid", false},
                {"credential_status", "invalid"},
                {"reason_code", reasonCode(*verification.denied)},
                {"denyReason", nameOf(*verification.denied)},
                {"message", inWords(*verification.denied)}};
    }
    Json value{{"credential_valid", true},
               {"verification_id", verification.id},
               {"verified_at", timeText(verification.at)},
               {"token", verification.token},
               {"credential_status", "active"},
               {"issuer", "passid"},
               {"claims", flatClaims(verification.claims)},
               {"signature", {{"algorithm", "ed25519"}, {"status", "verified"}}},
               {"revocation_status", "not_revoked"},
               {"raw_transactions_included", false},
               {"policy_version", "verifier_policy_v1"},
               {"model_version", "passid_fsi_v1_0"}};
    if (token != nullptr && token->expiresAt) {
        value["expires_at"] = timeText(*token->expiresAt);
    }
    return value;
}

}  // namespace

void VerifyMode::set(Body body) {
    const auto wanted = body.choice("shape", {"A", "B"});
    const auto status = body.integer("denyStatus", 200, 499);
    body.refuseOthers();
    if (status && *status != 200 && *status < 400) {
        throw BadBody{"denyStatus must be 200 or from 400 to 499"};
    }
    if (wanted) {
        shape = *wanted == "A" ? Shape::wrapped : Shape::flat;
    }
    denyStatus = static_cast<int>(status.value_or(denyStatus));
}

Json VerifyMode::toJson() const {
    return {{"shape", shape == Shape::wrapped ? "A" : "B"}, {"denyStatus", denyStatus}};
}

Json flatClaims(const Json& claims) {
    Json flat = Json::object();
    const auto copy = [&](const char* name, const char* as) {
        if (claims.contains(name)) {
            flat[as] = claims[name];
        }
    };
    copy("identity_verified", "identity_verified");
    copy("income_verified", "income_verified");
    copy("sanctions_clear", "sanctions_screening_clear");
    // The flat form has flags where the other has numbers. Where they flip is not documented: half of the range here.
    if (claims.contains("payment_reliability")) {
        flat["payment_behavior_verified"] = claims["payment_reliability"].get<double>() >= 0.5;
    }
    if (claims.contains("savings_consistency")) {
        flat["savings_behavior_verified"] = claims["savings_consistency"].get<double>() >= 50;
    }
    if (claims.contains("identity_verified") && claims.contains("fraud_risk")) {
        flat["identity_and_fraud_checks_passed"] = claims["identity_verified"] == true && claims["fraud_risk"] == "low";
    }
    flat["data_window_days"] = 180;
    flat["freshness_hours"] = 48;
    return flat;
}

StoredReply verifyReply(const VerifyMode& mode, const Verification& verification, const ShareToken* token) {
    if (verification.denied && mode.denyStatus != 200) {
        auto value = mode.shape == VerifyMode::Shape::flat ? flat(verification, token)
                                                           : Json{{"success", false},
                                                                  {"denyReason", nameOf(*verification.denied)},
                                                                  {"error", inWords(*verification.denied)}};
        return {mode.denyStatus, textOf(value)};
    }
    return {200, textOf(mode.shape == VerifyMode::Shape::flat ? flat(verification, token) : wrapped(verification))};
}

}  // namespace verdesk::sandbox::passid
