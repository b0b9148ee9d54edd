// Writes stories to the store that is named on the command line, as fast as it can, until it is killed. The master key
// comes in hex on the first line of standard input. Prints the id of each case that was committed.

#include "backend/store/store.h"
#include "tests/backend/store/story.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdio>
#include <iostream>

using namespace verdesk;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

boost::asio::awaitable<void> writeForEver(Store& store) {
    for (bool approve = true;; approve = !approve) {
        const auto change = [approve, kase = sampleCase()](Transaction& t) {
            return (approve ? tellApproved(t, kase) : tellAwaiting(t, kase)).kase.id.value;
        };
        const auto id = co_await store.write(change);
        std::printf("%s\n", id.c_str());
        std::fflush(stdout);
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::string hex;
    if (argc != 2 || !std::getline(std::cin, hex)) {
        return 2;
    }
    boost::asio::io_context io;
    Store store{io.get_executor(), Options{SqliteFile{argv[1]}, *crypto::Key::from(*crypto::fromHex(hex)), 1, 1, 16}};
    for (int i = 0; i < 6; ++i) {
        boost::asio::co_spawn(io, writeForEver(store), boost::asio::detached);
    }
    io.run();
}
