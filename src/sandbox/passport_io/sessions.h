#pragma once
// One-time tokens and what came of each: a widget that was opened with it, and data that was sent. Pure: time and
// randomness are passed in. Not documented, and so assumed: a token lives for 15 minutes and belongs to the first
// reference that it is opened with; it is used up when data was sent.

#include "sandbox/body.h"
#include "sandbox/clock.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace verdesk::sandbox::passport_io {

enum class Status { issued, opened, sent, declined };

std::string_view nameOf(Status status);

struct Session {
    std::string id;
    std::string token;
    std::optional<std::string> reference = {};
    Time expiresAt;
    Status status = Status::issued;
    std::string person = {};  // who sent

    Json toJson() const;
    static Session from(const Json& value);
};

struct Refusal {
    int status;
    std::string error;
};

template <class T>
using Result = tl::expected<T, Refusal>;

class Sessions {
public:
    explicit Sessions(std::function<std::string()> random) : random_(std::move(random)) {}

    const Session& issue(Time now);
    // The widget's page was asked for. `strict`: a token opens one page and no second.
    Result<Session> open(const std::string& token, const std::optional<std::string>& reference, bool strict, Time now);
    Result<Session> send(const std::string& id, const std::string& person, Time now);
    Result<Session> decline(const std::string& id, Time now);
    // By id or reference, the latest of that reference; null where there is none.
    const Session* find(const std::string& idOrReference) const;
    std::vector<Session> all() const;  // oldest first

    Json toJson() const;
    void restore(const Json& value);

private:
    Result<Session*> pending(const std::string& id, Time now);

    std::function<std::string()> random_;
    std::map<std::string, Session> sessions_;
    std::vector<std::string> order_;
};

}  // namespace verdesk::sandbox::passport_io
