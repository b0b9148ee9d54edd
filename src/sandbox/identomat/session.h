#pragma once
// One session at Identomat: what begin/ asked for, how far the customer is, and what came of it. Pure.

#include "sandbox/clock.h"
#include "sandbox/identomat/outcome.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace verdesk::sandbox::identomat {

enum class Status { open, started, finished, disagreed, deleted };

std::string_view nameOf(Status status);

// The customer's part in a video call.
struct Call {
    std::string name = {};  // as the customer typed it in
    std::optional<Time> joined = {};
    bool left = false;          // was there, and went away
    bool operatorHere = false;  // a person; the automatic one comes by the clock
    bool ended = false;
};

struct Session {
    std::string token;
    int number = 0;  // in the order in which they came
    Json flags = Json::object();
    Json steps = Json::array();  // as sessionSteps made them
    std::string configId = {};
    std::string parent = {};  // its token, of a participant of a group call
    Time expires;             // by then it has to have been started

    Status status = Status::open;
    std::string browser = {};  // which of the customer's it was started in
    std::string person = {};
    std::set<std::string> done = {};  // keys of steps
    Json given = Json::object();      // by the step's key: what the customer brought
    Json answers = Json::object();    // by the questionnaire's key
    Json codes = Json::object();      // by the step's key: {"to", "code"}
    Call call = {};
    std::string address = {};
    std::string userAgent = {};

    Outcome outcome = {};
    std::optional<Time> decided = {};  // when it is, or will be; nothing while an operator has to

    // Nobody started it in time.
    bool isExpired(Time now) const {
        return status == Status::open && now >= expires;
    }

    Json toJson() const;
    static Session from(const Json& value);
};

// Null where there is none of that key.
const Json* stepOf(const Session& session, const std::string& key);
// The first of that type; null where there is none.
const Json* stepOfType(const Session& session, std::string_view type);
// Whether such a step is there and done.
bool hasDone(const Session& session, std::string_view type);
// What the customer brought to the first done step of that type; an empty object where there is none.
Json givenTo(const Session& session, std::string_view type);
// Nothing is left of what was given; the token stays taken.
void erase(Session& session);

}  // namespace verdesk::sandbox::identomat
