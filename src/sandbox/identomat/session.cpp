#include "sandbox/identomat/session.h"

#include "sandbox/identomat/flags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace verdesk::sandbox::identomat {

namespace {

constexpr std::array<std::pair<Status, std::string_view>, 5> names{{{Status::open, "open"},
                                                                    {Status::started, "started"},
                                                                    {Status::finished, "finished"},
                                                                    {Status::disagreed, "disagreed"},
                                                                    {Status::deleted, "deleted"}}};

Json ticks(const std::optional<Time>& time) {
    return time ? Json(time->time_since_epoch().count()) : Json();
}

std::optional<Time> timeOf(const Json& value) {
    return value.is_null() ? std::nullopt : std::optional{Time{std::chrono::milliseconds{value.get<std::int64_t>()}}};
}

}  // namespace

std::string_view nameOf(Status status) {
    const auto has = [status](const auto& each) { return each.first == status; };
    return std::find_if(names.begin(), names.end(), has)->second;
}

Json Session::toJson() const {
    return {{"token", token},
            {"number", number},
            {"flags", flags},
            {"steps", steps},
            {"configId", configId},
            {"parent", parent},
            {"expires", ticks(expires)},
            {"status", nameOf(status)},
            {"browser", browser},
            {"person", person},
            {"done", done},
            {"given", given},
            {"answers", answers},
            {"codes", codes},
            {"call",
             {{"name", call.name},
              {"joined", ticks(call.joined)},
              {"left", call.left},
              {"operatorHere", call.operatorHere},
              {"ended", call.ended}}},
            {"address", address},
            {"userAgent", userAgent},
            {"outcome", outcome.toJson()},
            {"decided", ticks(decided)}};
}

Session Session::from(const Json& value) {
    Session session;
    session.token = value.at("token");
    session.number = value.at("number");
    session.flags = value.at("flags");
    session.steps = value.at("steps");
    session.configId = value.at("configId");
    session.parent = value.at("parent");
    session.expires = *timeOf(value.at("expires"));
    for (const auto& [status, name] : names) {
        session.status = value.at("status") == name ? status : session.status;
    }
    session.browser = value.at("browser");
    session.person = value.at("person");
    session.done = value.at("done").get<std::set<std::string>>();
    session.given = value.at("given");
    session.answers = value.at("answers");
    session.codes = value.at("codes");
    const auto& call = value.at("call");
    session.call = {call.at("name"), timeOf(call.at("joined")), call.at("left"), call.at("operatorHere"),
                    call.at("ended")};
    session.address = value.at("address");
    session.userAgent = value.at("userAgent");
    session.outcome = Outcome::of(value.at("outcome"));
    session.decided = timeOf(value.at("decided"));
    return session;
}

const Json* stepOf(const Session& session, const std::string& key) {
    for (const auto& step : session.steps) {
        if (step.at("key") == key) {
            return &step;
        }
    }
    return nullptr;
}

const Json* stepOfType(const Session& session, std::string_view type) {
    for (const auto& step : session.steps) {
        if (textIn(step, "type") == type) {
            return &step;
        }
    }
    return nullptr;
}

bool hasDone(const Session& session, std::string_view type) {
    return std::any_of(session.steps.begin(), session.steps.end(), [&](const Json& step) {
        return textIn(step, "type") == type && session.done.contains(textIn(step, "key"));
    });
}

Json givenTo(const Session& session, std::string_view type) {
    for (const auto& step : session.steps) {
        if (textIn(step, "type") == type && session.done.contains(textIn(step, "key"))) {
            return session.given.value(textIn(step, "key"), Json::object());
        }
    }
    return Json::object();
}

void erase(Session& session) {
    Session bare;
    bare.token = session.token;
    bare.number = session.number;
    bare.parent = session.parent;
    bare.expires = session.expires;
    bare.status = Status::deleted;
    session = std::move(bare);
}

}  // namespace verdesk::sandbox::identomat
