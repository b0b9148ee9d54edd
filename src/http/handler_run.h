#pragma once
// Private to src/http. One run of a handler beside its connection, so that the connection can stop waiting for it: the
// handler may take longer than it is allowed, and its client may leave.

#include "http/router.h"

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>

#include <exception>
#include <memory>
#include <optional>

namespace verdesk::http {

class HandlerRun {
public:
    explicit HandlerRun(const boost::asio::any_io_executor& executor);

    // Runs until the handler ends or somebody calls wake(). `owner` lives as long as the handler does (the handler's
    // captures are in it). May be called again after a run that ended; a run that was given up is not used again.
    static boost::asio::awaitable<void> run(std::shared_ptr<HandlerRun> self, const Handler& handler, Request request,
                                            std::shared_ptr<const void> owner);
    void wake();
    // Asks the handler to end (terminal cancellation); its answer will be thrown away.
    void giveUp();

    bool ended() const {
        return ended_;
    }
    // After it has ended; empty where it threw.
    std::optional<Response>& response() {
        return response_;
    }

private:
    boost::asio::steady_timer wake_;
    boost::asio::cancellation_signal cancel_;
    bool ended_ = false;
    bool woken_ = false;
    std::optional<Response> response_;
};

}  // namespace verdesk::http
