#include "http/server.h"

#include "http/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <unordered_set>

namespace verdesk::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

namespace {

asio::ssl::context makeTls(const Tls& tls) {
    asio::ssl::context context{asio::ssl::context::tls_server};
    context.set_options(asio::ssl::context::no_sslv2 | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                        asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression);
    error_code error;
    context.use_certificate_chain_file(tls.certificateFile, error);
    if (error) {
        throw boost::system::system_error{error, "cannot use the certificate " + tls.certificateFile};
    }
    context.use_private_key_file(tls.keyFile, asio::ssl::context::pem, error);
    if (error) {
        throw boost::system::system_error{error, "cannot use the key " + tls.keyFile};
    }
    return context;
}

// Deadlines are met at most an eighth of the shortest limit late, and never by more than half a second.
milliseconds sweepInterval(const Limits& limits) {
    const auto shortest = std::min({limits.headerTime, limits.bodyTime, limits.handlerTime, limits.writeTime});
    return std::clamp(shortest / 8, milliseconds{5}, milliseconds{500});
}

}  // namespace

class Server::State : public std::enable_shared_from_this<State> {
public:
    State(asio::any_io_executor executor, Router router, Options options)
        : service_(std::make_shared<Service>()), acceptor_(executor), sweeper_(executor), drained_(executor) {
        service_->executor = std::move(executor);
        service_->router = std::move(router);
        service_->options = std::move(options);
        if (service_->options.tls) {
            service_->tls.emplace(makeTls(*service_->options.tls));
        }
        listen();
    }

    void start() {
        asio::co_spawn(service_->executor, accept(shared_from_this()), asio::detached);
        asio::co_spawn(service_->executor, sweep(shared_from_this()), asio::detached);
    }

    void close() {
        service_->stopping = true;
        closed_ = true;
        error_code ignored;
        acceptor_.close(ignored);
        sweeper_.cancel();
        for (const auto& connection : connections_) {
            connection->abort();
        }
    }

    static asio::awaitable<void> stop(std::shared_ptr<State> self, milliseconds grace) {
        self->service_->stopping = true;
        error_code ignored;
        self->acceptor_.close(ignored);
        for (const auto& connection : self->connections_) {
            connection->finish();
        }
        co_await self->drain(grace);
        self->close();
        co_await self->drain(std::chrono::seconds{1});
    }

    tcp::endpoint local() const {
        return local_;
    }
    bool isTls() const {
        return service_->tls.has_value();
    }
    std::size_t connections() const {
        return connections_.size();
    }

private:
    void listen() {
        const auto& options = service_->options;
        const auto what = "cannot listen on " + options.address + " port " + std::to_string(options.port);
        error_code error;
        const auto check = [&] {
            if (error) {
                throw boost::system::system_error{error, what};
            }
        };
        const auto address = asio::ip::make_address(options.address, error);
        check();
        const tcp::endpoint endpoint{address, options.port};
        acceptor_.open(endpoint.protocol(), error);
        check();
#ifndef _WIN32  // where it would let another process take the port
        acceptor_.set_option(tcp::acceptor::reuse_address{true}, error);
        check();
#endif
        acceptor_.bind(endpoint, error);
        check();
        acceptor_.listen(asio::socket_base::max_listen_connections, error);
        check();
        local_ = acceptor_.local_endpoint();
    }

    static asio::awaitable<void> accept(std::shared_ptr<State> self) {
        while (!self->service_->stopping) {
            error_code error;
            auto socket = co_await self->acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
            if (self->service_->stopping) {
                break;
            }
            if (error) {
                // Out of descriptors, most likely: the next try would fail as fast.
                asio::steady_timer pause{self->service_->executor, milliseconds{50}};
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
                continue;
            }
            if (self->connections_.size() >= self->service_->options.limits.connections) {
                continue;  // closes it
            }
            auto connection = makeConnection(self->service_, std::move(socket));
            self->connections_.insert(connection);
            auto running = connection->run();
            asio::co_spawn(self->service_->executor, std::move(running),
                           [self, connection](std::exception_ptr) { self->remove(connection); });
        }
    }

    static asio::awaitable<void> sweep(std::shared_ptr<State> self) {
        const auto interval = sweepInterval(self->service_->options.limits);
        while (!self->closed_) {
            error_code ignored;
            self->sweeper_.expires_after(interval);
            co_await self->sweeper_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
            const auto now = Connection::Clock::now();
            for (const auto& connection : self->connections_) {
                connection->sweep(now);
            }
        }
    }

    void remove(const std::shared_ptr<Connection>& connection) {
        connections_.erase(connection);
        if (connections_.empty()) {
            drained_.cancel();
        }
    }

    asio::awaitable<void> drain(milliseconds time) {
        if (!connections_.empty()) {
            error_code ignored;
            drained_.expires_after(time);
            co_await drained_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        }
    }

    std::shared_ptr<Service> service_;
    tcp::acceptor acceptor_;
    tcp::endpoint local_;
    asio::steady_timer sweeper_;
    asio::steady_timer drained_;
    std::unordered_set<std::shared_ptr<Connection>> connections_;
    bool closed_ = false;
};

Server::Server(asio::any_io_executor executor, Router router, Options options)
    : state_(std::make_shared<State>(std::move(executor), std::move(router), std::move(options))) {
    state_->start();
}

Server::~Server() {
    state_->close();
}

std::uint16_t Server::port() const {
    return state_->local().port();
}

std::string Server::origin() const {
    const auto address = state_->local().address();
    std::string origin = state_->isTls() ? "https://" : "http://";
    origin.append(address.is_v6() ? "[" : "").append(address.to_string()).append(address.is_v6() ? "]" : "");
    return origin.append(":").append(std::to_string(port()));
}

std::size_t Server::connections() const {
    return state_->connections();
}

asio::awaitable<void> Server::stop(milliseconds grace) {
    return State::stop(state_, grace);
}

}  // namespace verdesk::http
