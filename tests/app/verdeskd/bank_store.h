#pragma once
// The store of an Installation, opened by the test itself: for what no command and no call of the API can put there.

#include "backend/store/store.h"
#include "tests/app/verdeskd/command.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <string>

namespace verdesk::test {

class BankStore {
public:
    // `postgres`: the connection string; empty for SQLite in the folder.
    BankStore(const Installation& at, const QString& postgres = {}, const QString& key = QStringLiteral("master.key"),
              int version = 1);

    template <class Change>
    auto write(Change change) {
        return run(store_.write(change));
    }
    template <class Query>
    auto read(Query query) {
        return run(store_.read(query));
    }

private:
    template <class T>
    T run(boost::asio::awaitable<T> work) {
        auto result = boost::asio::co_spawn(io_, std::move(work), boost::asio::use_future);
        io_.restart();
        io_.run();
        return result.get();
    }
    boost::asio::io_context io_;
    backend::store::Store store_;
};

}  // namespace verdesk::test
