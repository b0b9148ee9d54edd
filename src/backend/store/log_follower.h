#pragma once
// On PostgreSQL: follows the log of all replicas on a connection of its own, which listens. A slow poll beside it finds
// what a lost notification would have told.

#include "backend/store/backoff.h"
#include "backend/store/feed.h"
#include "backend/store/place.h"

#include <functional>
#include <thread>
#include <vector>

namespace verdesk::backend::store {

class LogFollower {
public:
    // `told` is given what comes after `after`, in order and without gaps, on the follower's thread.
    LogFollower(PostgresServer server, std::int64_t after, std::function<void(std::vector<LogEntry>)> told);
    ~LogFollower();

private:
    class Listening;
    void work();
    void follow(Listening& connection);

    PostgresServer server_;
    std::int64_t after_;
    std::function<void(std::vector<LogEntry>)> told_;
    StopSign stop_;
    std::thread thread_;
};

}  // namespace verdesk::backend::store
