#pragma once
// Bridge sessions: what an institution asks, until when, and how it ended. Pure: time is passed in.

#include "sandbox/clock.h"
#include "sandbox/passid/refusal.h"

#include <map>
#include <optional>
#include <vector>

namespace verdesk::sandbox::passid {

enum class SessionStatus { pending, completed, declined, expired };

std::string_view nameOf(SessionStatus status);

struct Session {
    std::string id;
    std::string code;  // "AB3X-7YQM"
    std::string institution;
    std::string institutionName;  // what the customer sees
    std::vector<std::string> permissions;
    Time createdAt;
    Time expiresAt;
    SessionStatus status = SessionStatus::pending;
    std::optional<Time> endedAt = {};
    std::optional<std::string> token = {};
    std::optional<DenyReason> denied = {};
    Json claims = Json::object();

    // "passid://verify-request?r=...&i=...": r is the id, i the name of who asks.
    std::string deepLink() const;
    Json toJson() const;
    static Session from(const Json& value);
};

struct NewSession {
    std::string institution;
    std::string institutionName;
    std::vector<std::string> permissions;
    std::chrono::seconds lifetime{600};
};

class SessionBook {
public:
    explicit SessionBook(RandomText random);

    Session& open(const NewSession& wanted, Time now);
    // By id, or by code with or without its dash, in either case. Null where there is none. A pending one whose time
    // has passed is found expired.
    Session* find(std::string_view idOrCode, Time now);
    // Every one, oldest first, as it is now.
    std::vector<Session> all(Time now);

    Json toJson() const;
    void restore(const Json& value);

private:
    void keep(Session session);

    RandomText random_;
    std::map<std::string, Session, std::less<>> sessions_;
    std::map<std::string, std::string, std::less<>> idOfCode_;  // without the dash
    std::vector<std::string> order_;
};

}  // namespace verdesk::sandbox::passid
