#pragma once
// The HTTP client: libcurl's multi interface on a thread of its own. https, and http to this machine alone; no
// redirects, no cookies, no environment variables, no credentials from files.

#include "backend/egress/http_client.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace verdesk::backend::egress {

struct CurlOptions {
    std::chrono::milliseconds connectTimeout{4'000};
    std::chrono::milliseconds totalTimeout{30'000};  // the longest that any deadline may be
    std::size_t replyBytes = 4 * 1024 * 1024;        // a longer body is an error
    std::size_t headerBytes = 64 * 1024;
    long connectionsPerHost = 16;
    std::string proxy;   // "http://proxy.bank.example:3128"; empty: none. Never used for this machine.
    std::string caFile;  // PEM bundle; empty: the system's
};

class CurlWorker;

// send() may be called on any executor that runs one thing at a time (a single-threaded one, or a strand); the
// awaitable goes on there. The client must outlive the calls, and the executor's context the calls too: destroying the
// context destroys the calls, which abandons them.
class CurlClient : public HttpClient {
public:
    explicit CurlClient(CurlOptions options = {});
    // Ends what is on its way with TransportError(stopped).
    ~CurlClient() override;
    CurlClient(const CurlClient&) = delete;
    CurlClient& operator=(const CurlClient&) = delete;

    boost::asio::awaitable<HttpReply> send(HttpRequest request, std::chrono::milliseconds deadline) override;

private:
    std::unique_ptr<CurlWorker> worker_;
};

}  // namespace verdesk::backend::egress
