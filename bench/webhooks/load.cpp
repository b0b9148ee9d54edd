// A PASSID that sends signed webhooks as fast as they are answered: each with an id of its own, over kept-alive
// connections. Prints one JSON line: {"accepted":N,"refused":N,"seconds":S,"per_second":R}. The secret is read from
// standard input.

#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/secret.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
using verdesk::crypto::Secret;

namespace {

struct Aim {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    std::string path;
    Secret secret;
    std::string run;  // makes ids unique between runs
    std::chrono::steady_clock::time_point until;
};

struct Count {
    std::uint64_t next = 0;
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;
};

std::string bodyOf(const Aim& aim, std::uint64_t number) {
    const auto id = aim.run + "-" + std::to_string(number);
    return R"({"event_id":"evt_)" + id +
           R"(","event_type":"verification.completed","created_at":"2026-03-17T14:02:11Z","data":{"token":"PASSID-)" +
           id +
           R"(","proofType":"share","claims":{"fsi_score":812,"fsi_low":788,"fsi_high":831,"tier":"A","confidence":0.94,)"
           R"("income_verified":true,"income_band":"40k-60k","identity_verified":true,"sanctions_clear":true,)"
           R"("payment_reliability":0.98,"savings_consistency":74,"fraud_risk":"low"}}})";
}

asio::awaitable<void> send(const Aim& aim, Count& count) {
    beast::tcp_stream stream{co_await asio::this_coro::executor};
    stream.socket().open(asio::ip::tcp::v4());
    co_await stream.socket().async_connect({asio::ip::make_address(aim.host), aim.port}, asio::use_awaitable);
    stream.socket().set_option(asio::ip::tcp::no_delay{true});
    beast::flat_buffer buffer;
    while (std::chrono::steady_clock::now() < aim.until) {
        const auto body = bodyOf(aim, count.next++);
        const auto digest = verdesk::crypto::hmacSha256(aim.secret.bytes(), verdesk::crypto::viewOf(body));
        const auto request =
            "POST " + aim.path + " HTTP/1.1\r\nHost: " + aim.host +
            "\r\nContent-Type: application/json\r\nX-PASSID-Signature: sha256=" + verdesk::crypto::toHex(digest) +
            "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        co_await asio::async_write(stream.socket(), asio::buffer(request), asio::use_awaitable);
        beast::http::response<beast::http::string_body> reply;
        co_await beast::http::async_read(stream.socket(), buffer, reply, asio::use_awaitable);
        ++(reply.result_int() / 100 == 2 ? count.accepted : count.refused);
        if (reply.need_eof()) {
            throw std::runtime_error{"the server closed the connection"};
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    Aim aim;
    int connections = 64;
    double seconds = 5;
    CLI::App app{"Sends signed webhooks and counts the answers"};
    app.add_option("--host", aim.host);
    app.add_option("--port", aim.port)->required();
    app.add_option("--path", aim.path)->required();
    app.add_option("--connections", connections)->check(CLI::Range(1, 1000));
    app.add_option("--seconds", seconds)->check(CLI::Range(0.1, 600.0));
    CLI11_PARSE(app, argc, argv);
    std::string secret;
    std::getline(std::cin, secret);
    aim.secret = Secret{std::move(secret)};
    aim.run = verdesk::crypto::randomToken(9);

    asio::io_context io{1};
    Count count;
    const auto start = std::chrono::steady_clock::now();
    aim.until = start + std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>{seconds});
    for (int i = 0; i < connections; ++i) {
        asio::co_spawn(io, send(aim, count), [](std::exception_ptr failure) {
            if (failure) {
                std::rethrow_exception(failure);
            }
        });
    }
    try {
        io.run();
    } catch (const std::exception& failure) {
        std::cerr << "webhook_load: " << failure.what() << '\n';
        return 1;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::cout << R"({"accepted":)" << count.accepted << R"(,"refused":)" << count.refused << R"(,"seconds":)"
              << took.count() << R"(,"per_second":)" << static_cast<double>(count.accepted) / took.count() << "}\n";
    return count.refused == 0 ? 0 : 1;
}
