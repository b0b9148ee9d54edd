#include "fixture.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include <future>

namespace verdesk::http::test {

namespace asio = boost::asio;
using boost::system::error_code;

Handler always(Response response) {
    return [response](Request) -> asio::awaitable<Response> { co_return response; };
}

Handler answering(std::function<Response(const Request&)> function) {
    return
        [function = std::move(function)](Request request) -> asio::awaitable<Response> { co_return function(request); };
}

Options options() {
    Options options;
    options.describe = [](int, std::string_view why) { return Response{0, std::string{why}, "text/plain", {}, false}; };
    return options;
}

Fixture::Fixture(Router router, Options options)
    : server_(std::make_unique<Server>(context_.get_executor(), std::move(router), std::move(options))),
      thread_([this] { context_.run(); }) {}

Fixture::~Fixture() {
    if (server_) {
        onLoop([this] { server_.reset(); });
    }
    work_.reset();
    thread_.join();
}

void Fixture::onLoop(std::function<void()> function) {
    std::promise<void> done;
    asio::post(context_, [&] {
        function();
        done.set_value();
    });
    done.get_future().wait();
}

std::size_t Fixture::connections() {
    std::size_t count = 0;
    onLoop([&] { count = server_->connections(); });
    return count;
}

bool Fixture::waitForConnections(std::size_t count) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    while (connections() != count) {
        if (std::chrono::steady_clock::now() > until) {
            return false;
        }
        std::this_thread::yield();
    }
    return true;
}

void Fixture::stop(std::chrono::milliseconds grace) {
    asio::co_spawn(context_, server_->stop(grace), asio::use_future).wait();
}

Client::Client(Fixture& fixture) {
    socket_.connect({asio::ip::make_address("127.0.0.1"), fixture.server().port()});
}

void Client::run() {
    context_.restart();
    context_.run_for(patience);
    if (!context_.stopped()) {
        socket_.cancel();
        context_.restart();
        context_.run();
    }
}

void Client::send(std::string_view bytes) {
    error_code ignored;  // the server may have closed already: what it said is still to be read
    asio::write(socket_, asio::buffer(bytes), ignored);
}

Reply Client::read(bool head) {
    namespace http = boost::beast::http;
    http::response_parser<http::string_body> parser;
    parser.skip(head);
    parser.body_limit(boost::none);
    error_code failed;
    http::async_read(socket_, buffer_, parser, [&](error_code error, std::size_t) { failed = error; });
    run();
    if (failed) {
        Reply none;
        none.result(0u);
        return none;
    }
    return parser.release();
}

Client::Rest Client::readToEnd() {
    Rest rest;
    rest.bytes.assign(static_cast<const char*>(buffer_.cdata().data()), buffer_.size());
    error_code failed;
    asio::async_read(socket_, asio::dynamic_buffer(rest.bytes), [&](error_code error, std::size_t) { failed = error; });
    run();
    rest.closed = failed == asio::error::eof || failed == asio::error::connection_reset;
    return rest;
}

void Client::close() {
    socket_.close();
}

Reply Client::ask(std::string_view bytes) {
    send(bytes);
    return read();
}

std::string request(std::string_view method, std::string_view target, std::string_view headers, std::string_view body) {
    std::string bytes;
    bytes.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: test\r\n").append(headers);
    if (!body.empty()) {
        bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return bytes.append("\r\n").append(body);
}

}  // namespace verdesk::http::test
