#include "backend/store/writer.h"

#include "backend/store/feed_state.h"

#include <iterator>

namespace verdesk::backend::store {
namespace {

// How long callers are kept waiting for a server that is away, before they are told.
constexpr std::chrono::seconds patience{15};
// Deadlocks and serialization failures of one batch.
constexpr int mostRepeats = 25;

}  // namespace

Writer::Writer(Place place, std::unique_ptr<Connection> connection, Keyring keys, std::size_t batch, std::int64_t told,
               Committed committed)
    : place_{std::move(place)},
      connection_{std::move(connection)},
      keys_{std::move(keys)},
      limit_{std::max<std::size_t>(batch, 1)},
      committed_{std::move(committed)},
      told_{told} {
    thread_ = std::thread{[this] { work(); }};
}

Writer::~Writer() {
    {
        const std::scoped_lock lock{guard_};
        closing_ = true;
    }
    stop_.set();
    arrived_.notify_all();
    thread_.join();
}

void Writer::enqueue(Change change) {
    bool first = false;
    {
        const std::scoped_lock lock{guard_};
        first = queue_.empty();
        queue_.push_back(std::move(change));
    }
    if (first) {  // the one consumer sleeps only on an empty queue
        arrived_.notify_one();
    }
}

void Writer::work() {
    Batch batch;
    while (take(batch)) {
        perform(batch);
    }
}

bool Writer::take(Batch& batch) {
    batch.clear();
    std::unique_lock lock{guard_};
    arrived_.wait(lock, [this] { return closing_ || !queue_.empty(); });
    const auto count = std::min(limit_, queue_.size());
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
    batch.assign(std::make_move_iterator(queue_.begin()), std::make_move_iterator(end));
    queue_.erase(queue_.begin(), end);
    return !batch.empty();
}

Load Writer::load() {
    const std::scoped_lock lock{guard_};
    return {queue_.size(), batches_, changes_};
}

void Writer::perform(Batch& batch) {
    const auto failures = attemptUntilSettled(batch, std::chrono::steady_clock::now() + patience);
    ++batches_;
    changes_ += batch.size();
    for (std::size_t i = 0; i < batch.size(); ++i) {
        batch[i].done(failures[i]);
    }
}

// Repeats what may go well the second time.
Writer::Failures Writer::attemptUntilSettled(Batch& batch, std::chrono::steady_clock::time_point giveUp) {
    Backoff backoff;
    for (int repeats = 0;;) {
        std::exception_ptr failure;
        auto trouble = Trouble::failed;
        try {
            if (!connected_) {
                reconnect();
            }
            return attempt(batch);
        } catch (const StoreError& error) {
            failure = std::current_exception();
            trouble = error.trouble();
        } catch (...) {
            failure = std::current_exception();
        }
        if (connected_) {
            connection_->rollback();
        }
        if (trouble == Trouble::lost || (connected_ && connection_->lost())) {
            trouble = Trouble::lost;
            connected_ = false;
            connection_.reset();
        }
        const bool late = std::chrono::steady_clock::now() >= giveUp;
        const bool afresh = trouble == Trouble::lost && !stop_.isSet();
        const bool again = trouble == Trouble::repeat && ++repeats < mostRepeats;
        if ((afresh || again) && !late) {
            stop_.waitFor(backoff.next());
        } else if (trouble == Trouble::failed && batch.size() > 1) {
            return oneByOne(batch, giveUp);  // whose fault it was is found out, and the others go on
        } else {
            return Failures(batch.size(), failure);
        }
    }
}

Writer::Failures Writer::oneByOne(Batch& batch, std::chrono::steady_clock::time_point giveUp) {
    Failures failures;
    for (auto& change : batch) {
        Batch alone;
        alone.push_back(std::move(change));
        failures.push_back(attemptUntilSettled(alone, giveUp).front());
        change = std::move(alone.front());
    }
    return failures;
}

Writer::Failures Writer::attempt(Batch& batch) {
    auto& connection = *connection_;
    Failures failures(batch.size());
    std::vector<PreparedEvent> events;
    fresh_.clear();
    connection.run(connection.engine() == Engine::sqlite ? "begin immediate" : "begin");
    runChanges(batch, failures, events);
    if (batch.size() == 1 && failures.front()) {
        connection.rollback();
        return failures;
    }
    if (!events.empty()) {
        Reading reading{connection, keys_};
        append(reading, std::move(events));
    }
    try {
        connection.commit();
    } catch (const StoreError& error) {
        if (error.trouble() != Trouble::lost) {
            throw;
        }
        // Nobody knows whether it took place: repeating could do it twice.
        connected_ = false;
        connection_.reset();
        const auto unsure = std::make_exception_ptr(
            StoreError{Trouble::lost, "the connection was lost while committing: read what became of it"});
        for (auto& failure : failures) {
            failure = failure ? failure : unsure;
        }
        return failures;
    }
    if (!fresh_.empty()) {
        told_ = fresh_.back().at;
        committed_(std::move(fresh_));
        fresh_.clear();
    }
    return failures;
}

void Writer::runChanges(Batch& batch, Failures& failures, std::vector<PreparedEvent>& events) {
    auto& connection = *connection_;
    const bool alone = batch.size() == 1;  // then the transaction itself is what is rolled back
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!alone) {
            connection.run("savepoint change");
        }
        failures[i] = runOne(batch[i], events);
        if (alone) {
            continue;
        }
        if (failures[i]) {
            connection.run("rollback to savepoint change");
        }
        connection.run("release savepoint change");
    }
}

// What the change throws is its own failure; what another try may mend, or what ended the transaction, is thrown on.
std::exception_ptr Writer::runOne(Change& change, std::vector<PreparedEvent>& events) {
    auto& connection = *connection_;
    try {
        Transaction transaction{connection, keys_};
        change.run(transaction);
        std::vector<PreparedEvent> mine;
        for (auto& event : transaction.events()) {
            mine.push_back(prepareEvent(std::move(event)));
        }
        if (!connection.usable()) {  // a failure that the change did not pass on
            throw StoreError{Trouble::failed, "a statement of the change failed"};
        }
        events.insert(events.end(), std::make_move_iterator(mine.begin()), std::make_move_iterator(mine.end()));
        return nullptr;
    } catch (const StoreError& error) {
        if (error.trouble() != Trouble::failed || connection.lost()) {
            throw;
        }
        return std::current_exception();
    } catch (...) {
        if (connection.lost()) {
            throw StoreError{Trouble::lost, "the connection was lost"};
        }
        return std::current_exception();
    }
}

void Writer::append(Reading& reading, std::vector<PreparedEvent> events) {
    const auto last = appendEvents(reading, events);
    if (reading.engine() != Engine::sqlite) {
        return;  // the log is followed by its own reader there, in one order for all replicas
    }
    auto at = last - static_cast<std::int64_t>(events.size());
    if (at > told_) {  // another process wrote to the file meanwhile
        fresh_ = readLog(reading, told_, static_cast<int>(at - told_));
    }
    for (const auto& prepared : events) {
        fresh_.push_back(entryOf(++at, prepared.event));
    }
}

void Writer::reconnect() {
    connection_ = std::make_unique<Connection>(place_, Access::write);
    connected_ = true;
}

}  // namespace verdesk::backend::store
