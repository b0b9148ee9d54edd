#include "backend/egress/curl_client.h"

#include "backend/egress/curl_worker.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <algorithm>

namespace verdesk::backend::egress {

namespace asio = boost::asio;

namespace {

// Lives in the frame of the waiting call: whatever ends the call, the worker hears of it.
class Waiting {
public:
    Waiting(CurlWorker& worker, std::shared_ptr<CurlCall> call) : worker_{worker}, call_{std::move(call)} {}
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    ~Waiting() {
        if (call_->abandon()) {
            worker_.someWereAbandoned();
        }
    }

private:
    CurlWorker& worker_;
    std::shared_ptr<CurlCall> call_;
};

}  // namespace

CurlClient::CurlClient(CurlOptions options) : worker_{std::make_unique<CurlWorker>(std::move(options))} {}

CurlClient::~CurlClient() = default;

asio::awaitable<HttpReply> CurlClient::send(HttpRequest request, std::chrono::milliseconds deadline) {
    const auto executor = co_await asio::this_coro::executor;
    asio::steady_timer ended{executor, asio::steady_timer::time_point::max()};
    const auto call = std::make_shared<CurlCall>(std::move(request), deadline, executor, ended);
    const Waiting waiting{*worker_, call};
    worker_->add(call);
    // The worker moves the timer's end to the past; a cancellation ends the wait as well.
    co_await ended.async_wait(asio::as_tuple(asio::use_awaitable));
    auto outcome = call->takeOutcome();
    if (!outcome) {
        throw boost::system::system_error{asio::error::operation_aborted};
    }
    if (auto* error = std::get_if<TransportError>(&*outcome)) {
        throw TransportError{*error};
    }
    co_return std::get<HttpReply>(std::move(*outcome));
}

}  // namespace verdesk::backend::egress
