#pragma once
// The life of a serving process: it ends in order on SIGTERM, SIGINT or (where asked for) the end of standard input.

#include "standard_input.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include <exception>
#include <functional>
#include <utility>

namespace verdesk::verdeskd {

// Runs `start`, serves until told to end, then runs `stop`. What either throws is thrown here. A second signal ends the
// process at once.
inline void serveUntilTold(boost::asio::io_context& context, bool endWithStandardInput,
                           std::function<boost::asio::awaitable<void>()> start,
                           std::function<boost::asio::awaitable<void>()> stop) {
    namespace asio = boost::asio;
    std::exception_ptr failure;
    bool ending = false;
    const auto finish = [&](std::exception_ptr error) {
        failure = failure ? failure : error;
        context.stop();
    };
    const auto end = [&] {
        if (!std::exchange(ending, true)) {
            asio::co_spawn(context, stop(), finish);
        }
    };
    asio::signal_set signals{context, SIGINT, SIGTERM};
    signals.async_wait([&](boost::system::error_code error, int) {
        if (!error) {
            signals.clear();  // back to what the system does: the second one ends the process
            end();
        }
    });
    asio::co_spawn(context, start(), [&](std::exception_ptr error) {
        if (error) {
            failure = error;
            end();
        } else if (endWithStandardInput) {
            whenStandardInputEnds([&context, end] { asio::post(context, end); });
        }
    });
    context.run();
    if (failure) {
        std::rethrow_exception(failure);
    }
}

}  // namespace verdesk::verdeskd
