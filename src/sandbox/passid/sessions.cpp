#include "sandbox/passid/sessions.h"

#include <algorithm>
#include <array>

namespace verdesk::sandbox::passid {

namespace {

constexpr std::array<std::string_view, 4> statusNames{"pending", "completed", "declined", "expired"};
constexpr std::array denyReasons{DenyReason::tokenNotFound,       DenyReason::tokenExpired,
                                 DenyReason::tokenRevoked,        DenyReason::tokenAlreadyUsed,
                                 DenyReason::institutionMismatch, DenyReason::hardDenySanctionsMatch};

std::string percentEncode(std::string_view text) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (plain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return encoded;
}

std::string normaliseCode(std::string_view text) {
    std::string normal;
    for (const char c : text) {
        if (c != '-' && c != ' ') {
            normal += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        }
    }
    return normal;
}

void bringUpToDate(Session& session, Time now) {
    if (session.status == SessionStatus::pending && now >= session.expiresAt) {
        session.status = SessionStatus::expired;
        session.endedAt = session.expiresAt;
    }
}

Json timeOrNull(const std::optional<Time>& time) {
    return time ? Json(time->time_since_epoch().count()) : Json();
}

Time timeFrom(const Json& value) {
    return Time{std::chrono::milliseconds{value.get<std::int64_t>()}};
}

}  // namespace

std::string_view nameOf(SessionStatus status) {
    return statusNames[static_cast<std::size_t>(status)];
}

std::string Session::deepLink() const {
    return "passid://verify-request?r=" + percentEncode(id) + "&i=" + percentEncode(institutionName);
}

Json Session::toJson() const {
    return {{"id", id},
            {"code", code},
            {"institution", institution},
            {"institutionName", institutionName},
            {"permissions", permissions},
            {"createdAt", timeOrNull(createdAt)},
            {"expiresAt", timeOrNull(expiresAt)},
            {"status", nameOf(status)},
            {"endedAt", timeOrNull(endedAt)},
            {"token", token ? Json(*token) : Json()},
            {"denied", denied ? Json(passid::nameOf(*denied)) : Json()},
            {"claims", claims}};
}

Session Session::from(const Json& value) {
    Session session;
    session.id = value.at("id");
    session.code = value.at("code");
    session.institution = value.at("institution");
    session.institutionName = value.at("institutionName");
    session.permissions = value.at("permissions").get<std::vector<std::string>>();
    session.createdAt = timeFrom(value.at("createdAt"));
    session.expiresAt = timeFrom(value.at("expiresAt"));
    const auto status = std::find(statusNames.begin(), statusNames.end(), value.at("status").get<std::string>());
    session.status = static_cast<SessionStatus>(std::min<std::ptrdiff_t>(status - statusNames.begin(), 3));
    if (!value.at("endedAt").is_null()) {
        session.endedAt = timeFrom(value.at("endedAt"));
    }
    if (!value.at("token").is_null()) {
        session.token = value.at("token").get<std::string>();
    }
    for (const auto reason : denyReasons) {
        if (value.at("denied") == Json(passid::nameOf(reason))) {
            session.denied = reason;
        }
    }
    session.claims = value.at("claims");
    return session;
}

SessionBook::SessionBook(RandomText random) : random_(std::move(random)) {}

Session& SessionBook::open(const NewSession& wanted, Time now) {
    Session session;
    std::string letters;
    do {
        session.id = "req_" + random_(20, idAlphabet);
        letters = random_(8, codeAlphabet);
    } while (sessions_.contains(session.id) || idOfCode_.contains(letters));
    session.code = letters.substr(0, 4) + "-" + letters.substr(4);
    session.institution = wanted.institution;
    session.institutionName = wanted.institutionName;
    session.permissions = wanted.permissions;
    session.createdAt = now;
    session.expiresAt = now + wanted.lifetime;
    const auto id = session.id;
    keep(std::move(session));
    return sessions_.find(id)->second;
}

void SessionBook::keep(Session session) {
    idOfCode_[normaliseCode(session.code)] = session.id;
    order_.push_back(session.id);
    auto id = session.id;
    sessions_.insert_or_assign(std::move(id), std::move(session));
}

Session* SessionBook::find(std::string_view idOrCode, Time now) {
    auto found = sessions_.find(idOrCode);
    if (found == sessions_.end()) {
        const auto id = idOfCode_.find(normaliseCode(idOrCode));
        if (id == idOfCode_.end()) {
            return nullptr;
        }
        found = sessions_.find(id->second);
    }
    bringUpToDate(found->second, now);
    return &found->second;
}

std::vector<Session> SessionBook::all(Time now) {
    std::vector<Session> list;
    for (const auto& id : order_) {
        list.push_back(*find(id, now));
    }
    return list;
}

Json SessionBook::toJson() const {
    Json list = Json::array();
    for (const auto& id : order_) {
        list.push_back(sessions_.find(id)->second.toJson());
    }
    return list;
}

void SessionBook::restore(const Json& value) {
    for (const auto& one : value) {
        keep(Session::from(one));
    }
}

}  // namespace verdesk::sandbox::passid
