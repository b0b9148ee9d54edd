#include "sandbox/passid/verifications.h"

#include <algorithm>

namespace verdesk::sandbox::passid {

namespace {

Json orNull(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json();
}

std::optional<std::string> textFrom(const Json& value) {
    return value.is_null() ? std::nullopt : std::optional{value.get<std::string>()};
}

std::optional<DenyReason> reasonFrom(const Json& value) {
    for (int i = 0; i <= static_cast<int>(DenyReason::hardDenySanctionsMatch); ++i) {
        const auto reason = static_cast<DenyReason>(i);
        if (value == Json(nameOf(reason))) {
            return reason;
        }
    }
    return std::nullopt;
}

}  // namespace

Json Verification::toJson() const {
    return {{"verificationId", id},
            {"token", token},
            {"institution", institution},
            {"idempotencyKey", orNull(idempotencyKey)},
            {"institutionReference", orNull(reference)},
            {"at", timeText(at)},
            {"valid", !denied},
            {"denyReason", denied ? Json(nameOf(*denied)) : Json()},
            {"claims", claims},
            {"replays", replays}};
}

const VerificationBook::Known* VerificationBook::known(const std::string& institution, const std::string& key) const {
    const auto found = known_.find({institution, key});
    return found == known_.end() ? nullptr : &found->second;
}

void VerificationBook::add(Verification verification, const std::string& request, StoredReply reply) {
    if (verification.idempotencyKey) {
        known_[{verification.institution, *verification.idempotencyKey}] = {request, std::move(reply),
                                                                            verifications_.size()};
    }
    verifications_.push_back(std::move(verification));
}

void VerificationBook::replayed(const Known& known, Time at) {
    auto& verification = verifications_[known.verification];
    ++verification.replays;
    replays_.push_back({verification.token, verification.idempotencyKey.value_or(""), at});
}

void VerificationBook::conflicted(const std::string& token, const std::string& key, Time at) {
    conflicts_.push_back({token, key, at});
}

const Verification* VerificationBook::latest(const std::string& institution, const std::string& token) const {
    const auto found = std::find_if(verifications_.rbegin(), verifications_.rend(), [&](const Verification& one) {
        return one.institution == institution && one.token == token;
    });
    return found == verifications_.rend() ? nullptr : &*found;
}

Json VerificationBook::listOf(const std::vector<Again>& list) {
    Json value = Json::array();
    for (const auto& again : list) {
        value.push_back({{"token", again.token}, {"idempotencyKey", again.key}, {"at", timeText(again.at)}});
    }
    return value;
}

Json VerificationBook::report() const {
    Json list = Json::array();
    Json consumed = Json::object();
    for (const auto& verification : verifications_) {
        list.push_back(verification.toJson());
        if (!verification.denied) {
            consumed[verification.token] = consumed.value(verification.token, 0) + 1;
        }
    }
    return {{"verifications", std::move(list)},
            {"replays", listOf(replays_)},
            {"conflicts", listOf(conflicts_)},
            {"consumed", std::move(consumed)}};
}

Json VerificationBook::toJson() const {
    Json list = Json::array();
    for (const auto& verification : verifications_) {
        auto one = verification.toJson();
        one["at"] = verification.at.time_since_epoch().count();
        list.push_back(std::move(one));
    }
    Json keys = Json::array();
    for (const auto& [key, known] : known_) {
        keys.push_back({{"institution", key.first},
                        {"key", key.second},
                        {"request", known.request},
                        {"status", known.reply.status},
                        {"body", known.reply.body},
                        {"verification", known.verification}});
    }
    return {{"verifications", std::move(list)}, {"keys", std::move(keys)}};
}

void VerificationBook::restore(const Json& value) {
    for (const auto& one : value.at("verifications")) {
        verifications_.push_back({one.at("verificationId"), one.at("token"), one.at("institution"),
                                  textFrom(one.at("idempotencyKey")), textFrom(one.at("institutionReference")),
                                  Time{std::chrono::milliseconds{one.at("at").get<std::int64_t>()}},
                                  reasonFrom(one.at("denyReason")), one.at("claims"), one.at("replays")});
    }
    for (const auto& one : value.at("keys")) {
        const auto index = one.at("verification").get<std::size_t>();
        if (index < verifications_.size()) {
            known_[{one.at("institution"), one.at("key")}] = {
                one.at("request"), {one.at("status"), one.at("body")}, index};
        }
    }
}

}  // namespace verdesk::sandbox::passid
