#include "sandbox/authenteq/sessions.h"

#include "sandbox/authenteq/people.h"

#include <algorithm>

namespace verdesk::sandbox::authenteq {

namespace {

constexpr std::chrono::minutes codeLife{10};
constexpr std::chrono::minutes dataLife{15};

tl::unexpected<Refusal> refuse(int status, std::string code, std::string message) {
    return tl::unexpected<Refusal>{Refusal{status, std::move(code), std::move(message)}};
}

tl::unexpected<Refusal> badParameter(std::string message) {
    return refuse(400, "INVALID_REQUEST_PARAMETER", std::move(message));
}

// Three base64url parts with dots, as the documentation's sample begins.
std::string jwtLike(const std::string& random, const std::string& more) {
    return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + random + "." + more;
}

}  // namespace

std::string_view nameOf(Status status) {
    return status == Status::open ? "open" : status == Status::approved ? "approved" : "declined";
}

const Session& Sessions::open(Session wanted) {
    wanted.id = random_();
    order_.push_back(wanted.id);
    const auto id = wanted.id;
    return sessions_.emplace(id, std::move(wanted)).first->second;
}

const Session* Sessions::find(const std::string& id) const {
    const auto found = sessions_.find(id);
    return found == sessions_.end() ? nullptr : &found->second;
}

Session* Sessions::mutableOf(const std::string& id) {
    const auto found = sessions_.find(id);
    return found == sessions_.end() ? nullptr : &found->second;
}

Result<Session> Sessions::approve(const std::string& id, const Approval& approval, Time now) {
    auto* session = mutableOf(id);
    if (session == nullptr || session->status != Status::open) {
        return refuse(session == nullptr ? 404 : 409, "INVALID_REQUEST_PARAMETER", "there is nothing to approve");
    }
    const auto& person = *findPerson(approval.person);
    session->status = Status::approved;
    session->code = random_();
    session->codeUntil = now + codeLife;
    session->details = person.details;
    session->details.update(approval.details);
    session->hasBack = approval.back.value_or(person.hasBack);
    return *session;
}

Result<Session> Sessions::decline(const std::string& id) {
    auto* session = mutableOf(id);
    if (session == nullptr || session->status != Status::open) {
        return refuse(session == nullptr ? 404 : 409, "INVALID_REQUEST_PARAMETER", "there is nothing to decline");
    }
    session->status = Status::declined;
    return *session;
}

Result<std::string> Sessions::exchange(const std::string& code, const std::string& redirectUri, Time now) {
    const auto found = std::find_if(sessions_.begin(), sessions_.end(), [&](const auto& each) {
        return !each.second.code.empty() && each.second.code == code;
    });
    if (found == sessions_.end()) {
        return badParameter("code is unknown");
    }
    auto& session = found->second;
    ++session.exchanges;
    if (session.codeUsed) {
        return badParameter("code was used before");
    }
    if (now >= session.codeUntil) {
        return badParameter("code has expired");
    }
    if (session.redirectUri != redirectUri) {
        return badParameter("redirectUri is not the one of the code");
    }
    session.codeUsed = true;
    session.token = jwtLike(random_(), random_());
    session.dataUntil = now + dataLife;
    return session.token;
}

Result<Session> Sessions::details(const std::string& token, Time now) const {
    const auto found = std::find_if(sessions_.begin(), sessions_.end(), [&](const auto& each) {
        return !each.second.token.empty() && each.second.token == token;
    });
    if (found == sessions_.end()) {
        return refuse(401, "API_KEYS_INVALID", "token is unknown");
    }
    if (now >= found->second.dataUntil) {
        return refuse(401, "API_KEYS_INVALID", "token has expired");
    }
    if (found->second.forgotten) {
        return refuse(410, "INVALID_REQUEST_PARAMETER", "the data was deleted");
    }
    return found->second;
}

bool Sessions::useUpCode(const std::string& id) {
    auto* session = mutableOf(id);
    if (session == nullptr) {
        return false;
    }
    session->codeUsed = true;
    return true;
}

bool Sessions::forget(const std::string& id) {
    auto* session = mutableOf(id);
    if (session == nullptr) {
        return false;
    }
    session->forgotten = true;
    return true;
}

std::vector<Session> Sessions::all() const {
    std::vector<Session> list;
    for (const auto& id : order_) {
        list.push_back(sessions_.at(id));
    }
    return list;
}

}  // namespace verdesk::sandbox::authenteq
