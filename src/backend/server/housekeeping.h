#pragma once
// What is forgotten after a while: sessions that expired, answers kept for idempotency, and webhooks that were dealt
// with longer ago than any sender repeats them, or that nobody knew what to do with.

#include "backend/clock.h"
#include "backend/store/store.h"

#include <boost/asio/steady_timer.hpp>

namespace verdesk::backend {

namespace api {
class Idempotency;
}

class Housekeeping {
public:
    // `unmatchedKept`: how long a webhook waits for somebody who knows whose it is.
    Housekeeping(boost::asio::any_io_executor executor, store::Store& store, const Clock& clock,
                 api::Idempotency& idempotency, std::chrono::days unmatchedKept = std::chrono::days{30});
    // Now and every half hour. The object must live until the executor has run dry after stop().
    void start();
    void stop();

private:
    boost::asio::awaitable<void> work();
    boost::asio::awaitable<void> once();

    store::Store& store_;
    const Clock& clock_;
    api::Idempotency& idempotency_;
    std::chrono::days unmatchedKept_;
    boost::asio::steady_timer timer_;
    bool stopping_ = false;
};

}  // namespace verdesk::backend
