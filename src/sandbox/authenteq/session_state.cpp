// How sessions are kept over a restart.
#include "sandbox/authenteq/sessions.h"

namespace verdesk::sandbox::authenteq {

namespace {

Json orNull(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json();
}

std::optional<std::string> textOrNothing(const Json& value) {
    return value.is_string() ? std::optional{value.get<std::string>()} : std::nullopt;
}

Time timeOf(const Json& value) {
    return Time{std::chrono::milliseconds{value.get<std::int64_t>()}};
}

}  // namespace

Json Session::toJson() const {
    return {{"id", id},
            {"redirectUri", redirectUri},
            {"state", orNull(state)},
            {"backUrl", orNull(backUrl)},
            {"status", nameOf(status)},
            {"code", code},
            {"codeUntil", codeUntil.time_since_epoch().count()},
            {"codeUsed", codeUsed},
            {"exchanges", exchanges},
            {"token", token},
            {"dataUntil", dataUntil.time_since_epoch().count()},
            {"forgotten", forgotten},
            {"details", details},
            {"hasBack", hasBack}};
}

Session Session::from(const Json& value) {
    Session session;
    session.id = value.at("id");
    session.redirectUri = value.at("redirectUri");
    session.state = textOrNothing(value.at("state"));
    session.backUrl = textOrNothing(value.at("backUrl"));
    for (const auto status : {Status::open, Status::approved, Status::declined}) {
        if (value.at("status") == nameOf(status)) {
            session.status = status;
        }
    }
    session.code = value.at("code");
    session.codeUntil = timeOf(value.at("codeUntil"));
    session.codeUsed = value.at("codeUsed");
    session.exchanges = value.value("exchanges", 0);
    session.token = value.at("token");
    session.dataUntil = timeOf(value.at("dataUntil"));
    session.forgotten = value.at("forgotten");
    session.details = value.at("details");
    session.hasBack = value.at("hasBack");
    return session;
}

Json Sessions::toJson() const {
    Json list = Json::array();
    for (const auto& session : all()) {
        list.push_back(session.toJson());
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

}  // namespace verdesk::sandbox::authenteq
