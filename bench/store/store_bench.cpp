// The store's own figures: durable inserts that come alone, and inserts that come together and share commits. SQLite in
// a temporary folder of the file system that is given by TMPDIR; PostgreSQL where VERDESK_BENCH_POSTGRES says a libpq
// connection to an empty database.
//
//     store_bench --benchmark_filter=together

#include "backend/store/store.h"
#include "backend/store/tables/hooks.h"
#include "crypto/random.h"

#include <benchmark/benchmark.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

namespace asio = boost::asio;
using namespace verdesk::backend::store;

verdesk::Instant now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

HookRow freshHook() {
    static const std::string body(400, 'x');
    HookRow row;
    row.id = verdesk::crypto::uuid7(now());
    row.account = "passid";
    row.digest = verdesk::crypto::toHex(verdesk::crypto::randomBytes(32));
    row.body = body;
    row.headers = "{\"x-signature\":\"sha256=00\"}";
    row.receivedAt = now();
    return row;
}

class TemporaryFolder {
public:
    TemporaryFolder()
        : path_{std::filesystem::temp_directory_path() / ("store-bench-" + verdesk::crypto::randomToken(6))} {}
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Place sqlite() const {
        return SqliteFile{path_ / "store.db"};
    }

private:
    std::filesystem::path path_;
};

asio::awaitable<void> insertMany(Store& store, int count) {
    for (int i = 0; i < count; ++i) {
        const auto change = [row = freshHook()](Transaction& t) { return tables::insertHook(t, row); };
        co_await store.write(change);
    }
}

// `writers` coroutines insert at once, each waiting for its own commit before the next.
void run(benchmark::State& state, const Place& place) {
    constexpr int each = 40;
    const auto writers = static_cast<int>(state.range(0));
    asio::io_context io{1};
    // The same key in each run: the runs over PostgreSQL open one store.
    const auto master = *verdesk::crypto::Key::from(verdesk::crypto::Bytes(verdesk::crypto::Key::size, 7));
    Store store{io.get_executor(), Options{place, master, 1, 1, 512}};
    for (auto turn : state) {
        for (int i = 0; i < writers; ++i) {
            asio::co_spawn(io, insertMany(store, each), asio::detached);
        }
        io.restart();
        io.run();
    }
    state.SetItemsProcessed(state.iterations() * writers * each);
}

void sqlite(benchmark::State& state) {
    const TemporaryFolder folder;
    run(state, folder.sqlite());
}

void postgres(benchmark::State& state) {
    const char* const connection = std::getenv("VERDESK_BENCH_POSTGRES");
    if (connection == nullptr) {
        state.SkipWithError("VERDESK_BENCH_POSTGRES is not set: PostgreSQL is left out");
        return;
    }
    run(state, PostgresServer{verdesk::crypto::Secret{connection}});
}

BENCHMARK(sqlite)
    ->Name("sqlite/hooks_together")
    ->Arg(1)
    ->Arg(64)
    ->Arg(1024)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(postgres)
    ->Name("postgres/hooks_together")
    ->Arg(1)
    ->Arg(64)
    ->Arg(1024)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
