#pragma once
// Sending one request once. Who decides about sending it again is the driver.

#include "exchange/http_message.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <stdexcept>
#include <string>

namespace verdesk::backend::egress {

// No answer came. The text names no more than the host: it may be logged.
class TransportError : public std::runtime_error {
public:
    enum class Kind {
        refused,      // by ourselves: an address or header that is not sent
        unreachable,  // no such host, no connection, a connection that broke
        untrusted,    // the other side's certificate is not one that we trust
        timeout,
        tooLarge,  // the answer is longer than we read
        stopped    // the client is being shut down
    };

    // `mayHaveArrived`: whether a part of the request may have reached the other side.
    TransportError(Kind kind, bool mayHaveArrived, const std::string& what);
    Kind kind() const {
        return kind_;
    }
    bool mayHaveArrived() const {
        return mayHaveArrived_;
    }

private:
    Kind kind_;
    bool mayHaveArrived_;
};

class HttpClient {
public:
    virtual ~HttpClient() = default;
    // Any status is a reply, redirects among them: none is followed. Throws TransportError. Dropping the awaitable, or
    // cancelling it, abandons the request.
    virtual boost::asio::awaitable<HttpReply> send(HttpRequest request, std::chrono::milliseconds deadline) = 0;
};

}  // namespace verdesk::backend::egress
