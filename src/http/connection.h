#pragma once
// Private to src/http. One client, from accept to close: reads a request, runs its handler, writes the answer, again.

#include "http/response_head.h"
#include "http/server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <chrono>
#include <memory>

namespace verdesk::http {

// What all connections of a server share.
struct Service {
    boost::asio::any_io_executor executor;
    Router router;
    Options options;
    HttpDate date;
    bool stopping = false;
    // Where a certificate is given.
    std::optional<boost::asio::ssl::context> tls;
};

class Connection {
public:
    using Clock = std::chrono::steady_clock;

    virtual ~Connection() = default;
    // Ends when the connection is closed. Throws nothing but for want of memory.
    virtual boost::asio::awaitable<void> run() = 0;
    // Ends what is past its deadline. Deadlines are kept as plain times and looked at by one timer of the server: a
    // timer for each read and write would cost more than many a request, and Beast's closes the socket before a 408 can
    // be said.
    virtual void sweep(Clock::time_point now) = 0;
    // Closes now if nothing is being asked or answered; otherwise after the answer.
    virtual void finish() = 0;
    // Closes now.
    virtual void abort() = 0;
};

std::shared_ptr<Connection> makeConnection(std::shared_ptr<Service> service, boost::asio::ip::tcp::socket socket);

}  // namespace verdesk::http
