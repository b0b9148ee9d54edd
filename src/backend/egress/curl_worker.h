#pragma once
// Part of CurlClient: the thread that libcurl runs on, and what it shares with the calls that wait.

#include "backend/egress/curl_client.h"
#include "backend/egress/http_client.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

namespace verdesk::backend::egress {

using Outcome = std::variant<HttpReply, TransportError>;

// One request on its way, shared by the waiting coroutine and the worker. The executor and the timer belong to the
// waiting side: after `abandon` nobody touches them, so that they may go.
class CurlCall {
public:
    CurlCall(HttpRequest request, std::chrono::milliseconds deadline, boost::asio::any_io_executor executor,
             boost::asio::steady_timer& ended);

    // The waiting side. `abandon` says whether the worker has to be told.
    bool abandon();
    std::optional<Outcome> takeOutcome();

    // The worker's side. `finish` wakes the waiting side, if it is still there.
    const HttpRequest& request() const {
        return request_;
    }
    std::chrono::milliseconds deadline() const {
        return deadline_;
    }
    bool isAbandoned() const;
    static void finish(const std::shared_ptr<CurlCall>& call, Outcome outcome);

private:
    const HttpRequest request_;
    const std::chrono::milliseconds deadline_;
    mutable std::mutex guard_;
    boost::asio::any_io_executor executor_;
    boost::asio::steady_timer* ended_;
    std::optional<Outcome> outcome_;
    bool finished_ = false;
};

class CurlTransfer;

class CurlWorker {
public:
    explicit CurlWorker(CurlOptions options);
    ~CurlWorker();
    CurlWorker(const CurlWorker&) = delete;
    CurlWorker& operator=(const CurlWorker&) = delete;

    // From any thread.
    void add(std::shared_ptr<CurlCall> call);
    void someWereAbandoned();

private:
    void wake();
    void run();
    void takeArrived();
    void dropAbandoned();
    void takeEnded();
    void stopAll();

    const CurlOptions options_;
    void* multi_;  // CURLM*
    std::mutex guard_;
    std::vector<std::shared_ptr<CurlCall>> arrived_;
    bool abandoned_ = false;
    bool stopping_ = false;
    std::unordered_map<void*, std::unique_ptr<CurlTransfer>> transfers_;  // by CURL*; the worker's alone
    std::thread thread_;
};

}  // namespace verdesk::backend::egress
