#pragma once
// A store of either engine for one test, and a thread-free way to run its coroutines.

#include "backend/store/store.h"
#include "tests/support/postgres.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>
#include <type_traits>

Q_DECLARE_METATYPE(verdesk::backend::store::Engine)

namespace verdesk::test {

// Data of a test that runs on both engines.
inline void bothEngines() {
    QTest::addColumn<backend::store::Engine>("engine");
    QTest::newRow("SQLite") << backend::store::Engine::sqlite;
    QTest::newRow("PostgreSQL") << backend::store::Engine::postgres;
}

class Harness {
public:
    explicit Harness(backend::store::Engine engine) : place{freshPlace(engine)} {
        open();
    }
    // A place in which nothing was made yet, for a store with that master key. Call open() when it is laid out.
    Harness(backend::store::Engine engine, crypto::Key key) : place{freshPlace(engine)}, master{std::move(key)} {}

    void open() {
        store = make();
    }
    void reopen() {
        store.reset();
        open();
    }
    // Another store over the same place: a second replica.
    std::unique_ptr<backend::store::Store> make() {
        return std::make_unique<backend::store::Store>(io.get_executor(), options());
    }
    backend::store::Options options() const {
        return {place, master, 1, 2, 512};
    }

    // Runs a coroutine to its end.
    template <class T>
    T run(boost::asio::awaitable<T> coroutine) {
        auto result = boost::asio::co_spawn(io, std::move(coroutine), boost::asio::use_future);
        io.restart();
        io.run();
        return result.get();
    }
    template <class Work>
    auto write(Work work) {
        return run(store->write(work));
    }
    template <class Work>
    auto read(Work work) {
        return run(store->read(work));
    }

    boost::asio::io_context io;
    QTemporaryDir folder;
    backend::store::Place place;
    crypto::Key master = crypto::Key::random();
    std::unique_ptr<backend::store::Store> store;

private:
    backend::store::Place freshPlace(backend::store::Engine engine) {
        if (engine == backend::store::Engine::sqlite) {
            return backend::store::SqliteFile{(folder.path() + QStringLiteral("/a folder/store.db")).toStdString()};
        }
        return backend::store::PostgresServer{crypto::Secret{Postgres::instance().makeDatabase()}};
    }
};

}  // namespace verdesk::test
