#include "sandbox/passid/tokens.h"

#include "sandbox/passid/permissions.h"

#include <algorithm>

namespace verdesk::sandbox::passid {

namespace {

constexpr std::string_view prefix = "PASSID-";

std::int64_t number(Time time) {
    return time.time_since_epoch().count();
}

}  // namespace

std::string normaliseToken(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    std::string normal{text};
    std::transform(normal.begin(), normal.end(), normal.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return normal;
}

Json ShareToken::toJson() const {
    return {{"text", text},
            {"user", user},
            {"permissions", permissions},
            {"institution", institution ? Json(*institution) : Json()},
            {"issuedAt", number(issuedAt)},
            {"expiresAt", expiresAt ? Json(number(*expiresAt)) : Json()},
            {"oneTime", oneTime},
            {"revoked", revoked},
            {"used", used},
            {"sanctioned", sanctioned},
            {"claims", claims}};
}

ShareToken ShareToken::from(const Json& value) {
    const auto time = [](const Json& at) { return Time{std::chrono::milliseconds{at.get<std::int64_t>()}}; };
    ShareToken token;
    token.text = value.at("text");
    token.user = value.at("user");
    token.permissions = value.at("permissions").get<std::vector<std::string>>();
    if (!value.at("institution").is_null()) {
        token.institution = value.at("institution").get<std::string>();
    }
    token.issuedAt = time(value.at("issuedAt"));
    if (!value.at("expiresAt").is_null()) {
        token.expiresAt = time(value.at("expiresAt"));
    }
    token.oneTime = value.at("oneTime");
    token.revoked = value.at("revoked");
    token.used = value.at("used");
    token.sanctioned = value.at("sanctioned");
    token.claims = value.at("claims");
    return token;
}

TokenBook::TokenBook(RandomText random) : random_(std::move(random)) {
    for (const auto& person : people()) {
        if (person.sandboxToken.empty()) {
            continue;
        }
        ShareToken token;
        token.text = person.sandboxToken;
        token.user = person.id;
        token.permissions = allPermissions();
        token.oneTime = false;
        token.claims = person.claims;
        tokens_.emplace(token.text, std::move(token));
    }
}

ShareToken& TokenBook::issue(const NewToken& wanted, Time now) {
    const auto& person = *findPerson(wanted.user);
    ShareToken token;
    do {
        const auto letters = random_(16, codeAlphabet);
        token.text = std::string{prefix} + letters.substr(0, 4) + "-" + letters.substr(4, 4) + "-" +
                     letters.substr(8, 4) + "-" + letters.substr(12, 4);
    } while (tokens_.contains(token.text));
    token.user = person.id;
    token.permissions = wanted.permissions.empty() ? allPermissions() : wanted.permissions;
    token.institution = wanted.institution;
    token.issuedAt = now;
    token.expiresAt = now + wanted.lifetime;
    token.oneTime = wanted.oneTime;
    token.sanctioned = person.sanctioned;
    auto claims = person.claims;
    claims.update(wanted.overrides);
    token.claims = restrictClaims(claims, token.permissions);
    return tokens_.insert_or_assign(token.text, std::move(token)).first->second;
}

ShareToken* TokenBook::find(std::string_view text) {
    const auto found = tokens_.find(normaliseToken(text));
    return found == tokens_.end() ? nullptr : &found->second;
}

std::optional<DenyReason> TokenBook::check(const ShareToken& token, const std::string& institution, Time now) const {
    if (token.institution && *token.institution != institution) {
        return DenyReason::institutionMismatch;
    }
    // Before everything that a fresh token would put right: nobody may be told to ask for one.
    if (token.sanctioned) {
        return DenyReason::hardDenySanctionsMatch;
    }
    if (token.revoked) {
        return DenyReason::tokenRevoked;
    }
    if (token.used) {
        return DenyReason::tokenAlreadyUsed;
    }
    if (token.expiresAt && now >= *token.expiresAt) {
        return DenyReason::tokenExpired;
    }
    return std::nullopt;
}

std::vector<ShareToken> TokenBook::ofUser(const std::string& user) const {
    std::vector<ShareToken> found;
    for (const auto& [text, token] : tokens_) {
        if (token.user == user && text.starts_with(prefix)) {
            found.push_back(token);
        }
    }
    return found;
}

Json TokenBook::toJson() const {
    Json list = Json::array();
    for (const auto& [text, token] : tokens_) {
        list.push_back(token.toJson());
    }
    return list;
}

void TokenBook::restore(const Json& value) {
    for (const auto& one : value) {
        auto token = ShareToken::from(one);
        tokens_.insert_or_assign(token.text, std::move(token));
    }
}

}  // namespace verdesk::sandbox::passid
