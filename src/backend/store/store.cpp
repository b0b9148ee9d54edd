#include "backend/store/store.h"

#include "backend/store/event_log.h"
#include "backend/store/feed_state.h"
#include "backend/store/log_follower.h"
#include "backend/store/migrations.h"
#include "backend/store/readers.h"
#include "backend/store/rotation.h"
#include "backend/store/writer.h"

namespace verdesk::backend::store {
namespace {

namespace asio = boost::asio;

constexpr std::size_t feedSize = 20'000;

std::vector<Row> storeKey(Reading& r) {
    return select(r, "value", "from meta where name = 'store_key'");
}

// The key that only the right master key unwraps: made with the store, checked at each opening.
void openStoreKey(Connection& connection, Keyring& keys, const std::string& name) {
    Reading reading{connection, keys};
    auto rows = storeKey(reading);
    if (rows.empty()) {
        execute(reading, "insert into meta (name, value) values ('store_key', :value) on conflict (name) do nothing",
                keys.makeStoreKey());
        rows = storeKey(reading);
    }
    std::string wrapped;
    rows.at(0).into(wrapped);
    try {
        keys.openStoreKey(wrapped);
    } catch (const std::runtime_error& error) {
        throw std::runtime_error{name + ": " + error.what()};
    }
    const auto to = rotatingTo(reading);
    if (to && (!keys.hasPrevious() || *to != keys.version())) {
        throw std::runtime_error{name + ": the exchange of the master key for version " + std::to_string(*to) +
                                 " is not finished: give both keys (keys.master and keys.previous), and let "
                                 "\"verdeskd keys rotate\" come to its end"};
    }
}

}  // namespace

struct Store::State {
    State(asio::any_io_executor on, Options options)
        : keys{std::move(options.master), options.masterVersion, std::move(options.previousMaster)},
          feedState{std::make_shared<Feed::State>(std::move(on), feedSize)},
          feed{feedState} {
        const auto name = nameOf(options.place);
        auto connection = std::make_unique<Connection>(options.place, Access::write);
        migrate(*connection, name);
        openStoreKey(*connection, keys, name);
        Reading reading{*connection, keys};
        const auto head = headOfLog(reading);
        feedState->base = feedState->cursor = std::max<std::int64_t>(0, head - static_cast<std::int64_t>(feedSize));
        // On SQLite nothing else feeds before the writer's first commit; on PostgreSQL the follower goes on from here.
        while (feedState->cursor < head) {
            feedState->add(readLog(reading, feedState->cursor, 1000));
        }
        readers = std::make_unique<Readers>(options.place, keys, options.readers);
        const auto tell = [state = feedState](std::vector<LogEntry> entries) {
            asio::post(state->executor, [state, added = std::move(entries)] { state->add(added); });
        };
        if (const auto* server = std::get_if<PostgresServer>(&options.place)) {
            follower = std::make_unique<LogFollower>(*server, feedState->cursor, tell);
        }
        writer = std::make_unique<Writer>(options.place, std::move(connection), keys, options.batch, feedState->cursor,
                                          tell);
    }

    Keyring keys;
    std::shared_ptr<Feed::State> feedState;
    Feed feed;
    std::unique_ptr<Readers> readers;
    std::unique_ptr<LogFollower> follower;
    std::unique_ptr<Writer> writer;
};

Store::Store(asio::any_io_executor executor, Options options)
    : state_{std::make_unique<State>(std::move(executor), std::move(options))} {}

Store::~Store() = default;

Feed& Store::feed() {
    return state_->feed;
}

Keyring& Store::keys() {
    return state_->keys;
}

Load Store::load() const {
    return state_->writer->load();
}

void Store::enqueueWrite(Job<Transaction> job) {
    state_->writer->enqueue({std::move(job.run), std::move(job.done)});
}

void Store::enqueueRead(Job<Reading> job) {
    state_->readers->enqueue({std::move(job.run), std::move(job.done)});
}

asio::awaitable<bool> Store::healthy() {
    if (!state_->writer->connected()) {
        co_return false;
    }
    try {
        // Rewrites a row with what it holds: the commit has to reach the disk all the same.
        co_await write([](Transaction& t) { execute(t, "update meta set value = value where name = 'schema'"); });
        co_return true;
    } catch (const std::exception&) {
        co_return false;
    }
}

}  // namespace verdesk::backend::store
