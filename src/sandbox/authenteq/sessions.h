#pragma once
// A customer's visits at the identity server, the code that each successful one ends with, the token for the code, and
// the data for the token. Pure: time and randomness are passed in.
//
// Documented: a code is exchanged once; token and data live for 15 minutes from the token's making. Assumed: a code
// lives for 10 minutes.

#include "sandbox/body.h"
#include "sandbox/clock.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace verdesk::sandbox::authenteq {

enum class Status { open, approved, declined };

std::string_view nameOf(Status status);

struct Session {
    std::string id;
    std::string redirectUri;
    std::optional<std::string> state = {};
    std::optional<std::string> backUrl = {};
    Status status = Status::open;
    std::string code = {};
    Time codeUntil = {};
    bool codeUsed = false;
    int exchanges = 0;  // how often somebody came with the code, in vain or not
    std::string token = {};
    Time dataUntil = {};
    bool forgotten = false;  // the data is gone, whatever its time
    Json details = Json::object();
    bool hasBack = true;

    Json toJson() const;
    static Session from(const Json& value);
};

struct Approval {
    std::string person = "anna";
    Json details = Json::object();  // members that replace the person's
    std::optional<bool> back = {};  // whether there is a picture of the back
};

// {"errorCode", "errorMessage"}, as the successor's API has it.
struct Refusal {
    int status;
    std::string code;
    std::string message;
};

template <class T>
using Result = tl::expected<T, Refusal>;

class Sessions {
public:
    explicit Sessions(std::function<std::string()> random) : random_(std::move(random)) {}

    const Session& open(Session wanted);
    // Null where there is none.
    const Session* find(const std::string& id) const;
    // The person must be known. The code's time starts.
    Result<Session> approve(const std::string& id, const Approval& approval, Time now);
    Result<Session> decline(const std::string& id);
    // The code for a token.
    Result<std::string> exchange(const std::string& code, const std::string& redirectUri, Time now);
    Result<Session> details(const std::string& token, Time now) const;
    // Control: as if somebody else had exchanged the code; as if the data had been deleted.
    bool useUpCode(const std::string& id);
    bool forget(const std::string& id);
    std::vector<Session> all() const;  // oldest first

    Json toJson() const;
    void restore(const Json& value);

private:
    Session* mutableOf(const std::string& id);

    std::function<std::string()> random_;
    std::map<std::string, Session> sessions_;
    std::vector<std::string> order_;
};

}  // namespace verdesk::sandbox::authenteq
