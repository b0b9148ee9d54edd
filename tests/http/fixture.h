#pragma once
// A server on a thread of its own, and a client that sends bytes as they are given.

#include "http/server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace verdesk::http::test {

using Reply = boost::beast::http::response<boost::beast::http::string_body>;

// Answers at once.
Handler always(Response response);
// Answers what the function makes of the request.
Handler answering(std::function<Response(const Request&)> function);
// Generous in everything, so that a test shortens what it is about.
Options options();

class Fixture {
public:
    explicit Fixture(Router router, Options options = test::options());
    ~Fixture();

    Server& server() {
        return *server_;
    }
    boost::asio::io_context& context() {
        return context_;
    }
    // Runs something on the server's thread and waits for it.
    void onLoop(std::function<void()> function);
    std::size_t connections();
    // Waits until the server has that many; false after five seconds.
    bool waitForConnections(std::size_t count);
    void stop(std::chrono::milliseconds grace);

private:
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

// Every call waits at most `patience`, and fails by returning nothing.
class Client {
public:
    static constexpr std::chrono::seconds patience{10};

    explicit Client(Fixture& fixture);

    void send(std::string_view bytes);
    // One response. Status 0: the connection ended instead.
    Reply read(bool head = false);
    // Everything until the other side closes; `closed` false where it did not.
    struct Rest {
        std::string bytes;
        bool closed = false;
    };
    Rest readToEnd();
    void close();

    Reply ask(std::string_view bytes);

private:
    void run();

    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_{context_};
    boost::beast::flat_buffer buffer_;
};

// "GET /x HTTP/1.1" with a Host, and the headers given ("A: b\r\n").
std::string request(std::string_view method, std::string_view target, std::string_view headers = {},
                    std::string_view body = {});

}  // namespace verdesk::http::test
