#pragma once
// The one thread that changes the store. It takes everything that waits, up to a bound, into one transaction: a
// savepoint per change (where there is more than one), then the events, then the commit. Nobody waits for company: a
// change that comes alone is committed alone, and those that come meanwhile share the next commit.

#include "backend/store/backoff.h"
#include "backend/store/connection.h"
#include "backend/store/event_log.h"
#include "backend/store/load.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace verdesk::backend::store {

// `run` may be called again where its batch is repeated; `done` exactly once.
struct Change {
    std::function<void(Transaction&)> run;
    std::function<void(std::exception_ptr)> done;
};

class Writer {
public:
    // `committed` is told the events of each commit, on the writer's thread, before the changes' own callbacks.
    using Committed = std::function<void(std::vector<LogEntry>)>;
    // `told`: the last place of the log that is known already.
    Writer(Place place, std::unique_ptr<Connection> connection, Keyring keys, std::size_t batch, std::int64_t told,
           Committed committed);
    ~Writer();  // performs what was accepted

    void enqueue(Change change);
    // False from the moment the connection is lost until there is a new one.
    bool connected() const {
        return connected_;
    }
    Load load();

private:
    using Batch = std::vector<Change>;
    using Failures = std::vector<std::exception_ptr>;

    void work();
    bool take(Batch& batch);
    void perform(Batch& batch);
    Failures attemptUntilSettled(Batch& batch, std::chrono::steady_clock::time_point giveUp);
    Failures attempt(Batch& batch);
    Failures oneByOne(Batch& batch, std::chrono::steady_clock::time_point giveUp);
    void runChanges(Batch& batch, Failures& failures, std::vector<PreparedEvent>& events);
    std::exception_ptr runOne(Change& change, std::vector<PreparedEvent>& events);
    void append(Reading& reading, std::vector<PreparedEvent> events);
    void reconnect();

    Place place_;
    std::unique_ptr<Connection> connection_;
    Keyring keys_;
    std::size_t limit_;
    Committed committed_;
    std::vector<LogEntry> fresh_;  // of the commit under way
    std::int64_t told_;            // the last place of the log that `committed_` was told of (SQLite)
    std::atomic<bool> connected_{true};
    std::atomic<std::uint64_t> batches_{0};
    std::atomic<std::uint64_t> changes_{0};
    StopSign stop_;

    std::mutex guard_;
    std::condition_variable arrived_;
    std::deque<Change> queue_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace verdesk::backend::store
