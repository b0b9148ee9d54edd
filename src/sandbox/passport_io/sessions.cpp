#include "sandbox/passport_io/sessions.h"

#include <algorithm>
#include <array>

namespace verdesk::sandbox::passport_io {

namespace {

constexpr std::chrono::minutes lifetime{15};
constexpr std::array<std::pair<Status, std::string_view>, 4> names{
    {{Status::issued, "issued"}, {Status::opened, "opened"}, {Status::sent, "sent"}, {Status::declined, "declined"}}};

tl::unexpected<Refusal> refuse(int status, std::string error) {
    return tl::unexpected<Refusal>{Refusal{status, std::move(error)}};
}

}  // namespace

std::string_view nameOf(Status status) {
    return std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == status; })->second;
}

Json Session::toJson() const {
    return {{"id", id},
            {"token", token},
            {"reference", reference ? Json(*reference) : Json()},
            {"expiresAt", expiresAt.time_since_epoch().count()},
            {"status", nameOf(status)},
            {"person", person}};
}

Session Session::from(const Json& value) {
    Session session;
    session.id = value.at("id");
    session.token = value.at("token");
    if (value.at("reference").is_string()) {
        session.reference = value.at("reference").get<std::string>();
    }
    session.expiresAt = Time{std::chrono::milliseconds{value.at("expiresAt").get<std::int64_t>()}};
    session.person = value.at("person");
    for (const auto& [status, name] : names) {
        if (value.at("status") == name) {
            session.status = status;
        }
    }
    return session;
}

const Session& Sessions::issue(Time now) {
    Session session;
    session.id = random_();
    session.token = random_();
    session.expiresAt = now + lifetime;
    order_.push_back(session.id);
    return sessions_.emplace(session.id, session).first->second;
}

Result<Session> Sessions::open(const std::string& token, const std::optional<std::string>& reference, bool strict,
                               Time now) {
    const auto found =
        std::find_if(sessions_.begin(), sessions_.end(), [&](const auto& each) { return each.second.token == token; });
    if (found == sessions_.end()) {
        return refuse(403, "This link is not valid.");
    }
    auto& session = found->second;
    if (now >= session.expiresAt) {
        return refuse(410, "This link has expired.");
    }
    const bool again = session.status != Status::issued;
    if ((again && strict) || (again && session.reference != reference) || session.status == Status::sent ||
        session.status == Status::declined) {
        return refuse(410, "This link was used before.");
    }
    session.status = Status::opened;
    session.reference = reference;
    return session;
}

Result<Session*> Sessions::pending(const std::string& id, Time now) {
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) {
        return refuse(404, "no such session");
    }
    if (found->second.status == Status::sent || found->second.status == Status::declined) {
        return refuse(409, "the session is over");
    }
    if (now >= found->second.expiresAt) {
        return refuse(410, "the session has expired");
    }
    return &found->second;
}

Result<Session> Sessions::send(const std::string& id, const std::string& person, Time now) {
    return pending(id, now).map([&](Session* session) {
        session->status = Status::sent;
        session->person = person;
        return *session;
    });
}

Result<Session> Sessions::decline(const std::string& id, Time now) {
    return pending(id, now).map([](Session* session) {
        session->status = Status::declined;
        return *session;
    });
}

const Session* Sessions::find(const std::string& idOrReference) const {
    if (const auto found = sessions_.find(idOrReference); found != sessions_.end()) {
        return &found->second;
    }
    const auto named = [&](const std::string& id) { return sessions_.at(id).reference == idOrReference; };
    const auto found = std::find_if(order_.rbegin(), order_.rend(), named);
    return found == order_.rend() ? nullptr : &sessions_.at(*found);
}

std::vector<Session> Sessions::all() const {
    std::vector<Session> list;
    for (const auto& id : order_) {
        list.push_back(sessions_.at(id));
    }
    return list;
}

Json Sessions::toJson() const {
    Json list = Json::array();
    for (const auto& id : order_) {
        list.push_back(sessions_.at(id).toJson());
    }
    return list;
}

void Sessions::restore(const Json& value) {
    for (const auto& one : value) {
        auto session = Session::from(one);
        order_.push_back(session.id);
        sessions_.emplace(session.id, std::move(session));
    }
}

}  // namespace verdesk::sandbox::passport_io
