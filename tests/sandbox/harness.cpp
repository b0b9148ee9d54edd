#include "harness.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <future>

namespace verdesk::sandbox::test {

namespace asio = boost::asio;
namespace beast = boost::beast;

Reply send(std::uint16_t port, const std::string& method, const std::string& target, const std::string& body,
           const Headers& headers) {
    asio::io_context context;
    asio::ip::tcp::socket socket{context};
    socket.connect({asio::ip::make_address("127.0.0.1"), port});
    beast::http::request<beast::http::string_body> request;
    request.version(11);
    request.method_string(method);
    request.target(target);
    request.set("Host", "127.0.0.1");
    request.set("Connection", "close");
    for (const auto& [name, value] : headers) {
        request.set(name, value);
    }
    request.body() = body;
    request.prepare_payload();
    beast::error_code error;
    beast::http::write(socket, request, error);
    beast::flat_buffer buffer;
    beast::http::response_parser<beast::http::string_body> parser;
    beast::http::read(socket, buffer, parser, error);
    Reply reply;
    if (error) {
        return reply;
    }
    reply.status = static_cast<int>(parser.get().result_int());
    reply.text = parser.get().body();
    for (const auto& field : parser.get()) {
        std::string name{field.name_string()};
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        reply.headers[name] = std::string{field.value()};
    }
    return reply;
}

Loop::Loop() : thread_([this] { context_.run(); }) {}

Loop::~Loop() {
    work_.reset();
    context_.stop();
    thread_.join();
}

void Loop::run(std::function<void()> function) {
    std::promise<void> done;
    asio::post(context_, [&] {
        try {
            function();
            done.set_value();
        } catch (...) {
            done.set_exception(std::current_exception());
        }
    });
    done.get_future().get();
}

Receiver::Receiver(Loop& loop) : loop_(loop) {
    http::Router router;
    router.add("POST", "/hook", [this](http::Request request) -> asio::awaitable<http::Response> {
        const std::lock_guard lock{mutex_};
        received_.push_back({request.body, std::string{request.header("X-PASSID-Signature").value_or("")},
                             std::string{request.header("Content-Type").value_or("")}});
        if (onReceive_) {
            onReceive_();
        }
        arrived_.notify_all();
        co_return http::Response{status_};
    });
    loop_.run([&] {
        server_ = std::make_unique<http::Server>(loop_.context().get_executor(), std::move(router), http::Options{});
    });
}

Receiver::~Receiver() {
    loop_.run([&] { server_.reset(); });
}

std::string Receiver::url() const {
    return server_->origin() + "/hook";
}

void Receiver::answerWith(int status) {
    const std::lock_guard lock{mutex_};
    status_ = status;
}

void Receiver::onReceive(std::function<void()> function) {
    const std::lock_guard lock{mutex_};
    onReceive_ = std::move(function);
}

std::vector<Receiver::Received> Receiver::wait(std::size_t count) {
    std::unique_lock lock{mutex_};
    arrived_.wait_for(lock, std::chrono::seconds{10}, [&] { return received_.size() >= count; });
    return received_;
}

std::vector<Receiver::Received> Receiver::soFar() {
    const std::lock_guard lock{mutex_};
    return received_;
}

Harness::Harness(std::string stateFile) {
    Options options;
    options.stateFile = std::move(stateFile);
    options.readSettings(textOf({{"passid",
                                  {{"key", key},
                                   {"webhookUrl", receiver_.url()},
                                   {"webhookSecret", secret},
                                   {"institutionName", "Test & Söhne"}}}}));
    loop_.run([&] { sandbox_ = std::make_unique<Sandbox>(loop_.context().get_executor(), options); });
    port_ = static_cast<std::uint16_t>(std::stoi(sandbox_->origin().substr(sandbox_->origin().rfind(':') + 1)));
}

Harness::~Harness() {
    asio::co_spawn(loop_.context(), sandbox_->stop(), asio::use_future).wait();
    loop_.run([&] { sandbox_.reset(); });
}

Reply Harness::call(const std::string& method, const std::string& target, const std::string& body,
                    const Headers& headers) {
    return send(port_, method, target, body, headers);
}

Reply Harness::get(const std::string& target, const Headers& headers) {
    return call("GET", target, {}, headers);
}

Reply Harness::post(const std::string& target, const Json& body, const Headers& headers) {
    return call("POST", target, textOf(body), headers);
}

Reply Harness::ask(const std::string& target) {
    return get(target, {{"X-Institution-Key", key}});
}

Reply Harness::tell(const std::string& target, const Json& body, Headers headers) {
    headers.emplace_back("X-Institution-Key", key);
    return post(target, body, headers);
}

Reply Harness::verify(const std::string& token, const std::string& idempotencyKey) {
    Headers headers;
    if (!idempotencyKey.empty()) {
        headers.emplace_back("Idempotency-Key", idempotencyKey);
    }
    return tell("/passid/api/bridge/verify", {{"token", token}}, headers);
}

Json Harness::open(const Json& body) {
    return tell("/passid/api/bridge/request", body).json();
}

std::string Harness::status(const Json& session) {
    return ask("/passid/api/bridge/request/" + session.at("requestId").get<std::string>()).json().value("status", "");
}

std::string Harness::userToken(const std::string& user) {
    std::string token;
    loop_.run([&] {
        token =
            dynamic_cast<passid::Passid&>(sandbox_->find("passid")).service().bearers().issue(BearerRole::wallet, user);
    });
    return "Bearer " + token;
}

void Harness::advance(std::chrono::milliseconds time) {
    post("/control/clock", {{"advanceMs", time.count()}});
}

}  // namespace verdesk::sandbox::test
