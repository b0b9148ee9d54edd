#include "backend/egress/curl_worker.h"

#include "backend/egress/curl_transfer.h"

#include <boost/asio/post.hpp>

#include <curl/curl.h>

#include <stdexcept>
#include <utility>

namespace verdesk::backend::egress {

namespace asio = boost::asio;

namespace {

// How long the worker sleeps where nothing is to be done. It is woken for everything; this only bounds a lost wake-up.
constexpr int longestSleepMs = 1'000;

void initialiseLibrary() {
    static const CURLcode result = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (result != CURLE_OK) {
        throw std::runtime_error{"libcurl does not start"};
    }
}

CURLM* newMulti(const CurlOptions& options) {
    initialiseLibrary();
    CURLM* multi = curl_multi_init();
    if (multi == nullptr) {
        throw std::bad_alloc{};
    }
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, options.connectionsPerHost);
    return multi;
}

}  // namespace

CurlCall::CurlCall(HttpRequest request, std::chrono::milliseconds deadline, asio::any_io_executor executor,
                   asio::steady_timer& ended)
    : request_{std::move(request)}, deadline_{deadline}, executor_{std::move(executor)}, ended_{&ended} {}

bool CurlCall::abandon() {
    const std::scoped_lock lock{guard_};
    ended_ = nullptr;
    executor_ = {};
    return !finished_;
}

std::optional<Outcome> CurlCall::takeOutcome() {
    const std::scoped_lock lock{guard_};
    return std::move(outcome_);
}

bool CurlCall::isAbandoned() const {
    const std::scoped_lock lock{guard_};
    return ended_ == nullptr;
}

void CurlCall::finish(const std::shared_ptr<CurlCall>& call, Outcome outcome) {
    const std::scoped_lock lock{call->guard_};
    if (call->finished_) {
        return;
    }
    call->finished_ = true;
    if (call->ended_ == nullptr) {
        return;
    }
    call->outcome_ = std::move(outcome);
    // Posted under the lock: while the waiting side has not abandoned the call, its executor is alive.
    asio::post(call->executor_, [call] {
        const std::scoped_lock again{call->guard_};
        if (call->ended_ != nullptr) {
            call->ended_->expires_at(asio::steady_timer::time_point::min());
        }
    });
}

CurlWorker::CurlWorker(CurlOptions options) : options_{std::move(options)}, multi_{newMulti(options_)} {
    thread_ = std::thread{[this] { run(); }};
}

CurlWorker::~CurlWorker() {
    {
        const std::scoped_lock lock{guard_};
        stopping_ = true;
    }
    wake();
    thread_.join();
    curl_multi_cleanup(multi_);
}

void CurlWorker::add(std::shared_ptr<CurlCall> call) {
    {
        const std::scoped_lock lock{guard_};
        arrived_.push_back(std::move(call));
    }
    wake();
}

void CurlWorker::someWereAbandoned() {
    {
        const std::scoped_lock lock{guard_};
        abandoned_ = true;
    }
    wake();
}

void CurlWorker::wake() {
    curl_multi_wakeup(multi_);
}

void CurlWorker::run() {
    for (;;) {
        {
            const std::scoped_lock lock{guard_};
            if (stopping_) {
                break;
            }
        }
        takeArrived();
        dropAbandoned();
        int running = 0;
        curl_multi_perform(multi_, &running);
        takeEnded();
        curl_multi_poll(multi_, nullptr, 0, longestSleepMs, nullptr);
    }
    stopAll();
}

void CurlWorker::takeArrived() {
    std::vector<std::shared_ptr<CurlCall>> calls;
    {
        const std::scoped_lock lock{guard_};
        calls.swap(arrived_);
    }
    for (auto& call : calls) {
        if (call->isAbandoned()) {
            continue;
        }
        try {
            auto transfer = std::make_unique<CurlTransfer>(call, options_);
            if (curl_multi_add_handle(multi_, transfer->easy()) != CURLM_OK) {
                throw TransportError{TransportError::Kind::refused, false, "the request cannot be sent"};
            }
            transfers_.emplace(transfer->easy(), std::move(transfer));
        } catch (const TransportError& error) {
            CurlCall::finish(call, error);
        }
    }
}

void CurlWorker::dropAbandoned() {
    {
        const std::scoped_lock lock{guard_};
        if (!std::exchange(abandoned_, false)) {
            return;
        }
    }
    for (auto each = transfers_.begin(); each != transfers_.end();) {
        if (each->second->call()->isAbandoned()) {
            curl_multi_remove_handle(multi_, each->first);
            each = transfers_.erase(each);
        } else {
            ++each;
        }
    }
}

void CurlWorker::takeEnded() {
    int left = 0;
    while (const auto* message = curl_multi_info_read(multi_, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        const auto found = transfers_.find(message->easy_handle);
        const auto result = message->data.result;  // the message is gone with the handle
        auto transfer = std::move(found->second);
        transfers_.erase(found);
        auto outcome = transfer->outcome(result);
        curl_multi_remove_handle(multi_, transfer->easy());
        CurlCall::finish(transfer->call(), std::move(outcome));
    }
}

void CurlWorker::stopAll() {
    const TransportError stopped{TransportError::Kind::stopped, true, "the HTTP client is being shut down"};
    for (auto& [easy, transfer] : transfers_) {
        curl_multi_remove_handle(multi_, easy);
        CurlCall::finish(transfer->call(), stopped);
    }
    transfers_.clear();
    const std::scoped_lock lock{guard_};
    for (const auto& call : arrived_) {
        CurlCall::finish(call, stopped);
    }
    arrived_.clear();
}

}  // namespace verdesk::backend::egress
