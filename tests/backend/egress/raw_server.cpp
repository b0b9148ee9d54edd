#include "tests/backend/egress/raw_server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace verdesk::backend::egress::test {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

class Connection : public RawConnection {
public:
    explicit Connection(tcp::socket socket) : socket_{std::move(socket)} {}

    std::string readRequest() override {
        boost::system::error_code error;
        const auto head = asio::read_until(socket_, asio::dynamic_buffer(buffer_), "\r\n\r\n", error);
        if (error) {
            return {};
        }
        const auto at = buffer_.find("Content-Length: ");
        const auto length = at < head ? std::stoul(buffer_.substr(at + 16)) : 0;
        if (buffer_.size() < head + length) {
            asio::read(socket_, asio::dynamic_buffer(buffer_), asio::transfer_at_least(head + length - buffer_.size()),
                       error);
        }
        auto request = buffer_.substr(0, head + length);
        buffer_.erase(0, head + length);
        return request;
    }
    bool write(std::string_view bytes) override {
        boost::system::error_code error;
        asio::write(socket_, asio::buffer(bytes), error);
        return !error;
    }
    void untilClosed() override {
        boost::system::error_code error;
        while (!error) {
            char bytes[1024];
            (void)socket_.read_some(asio::buffer(bytes), error);
        }
    }
    // From another thread: whatever blocks, ends.
    void cut() {
        boost::system::error_code ignored;
        socket_.shutdown(tcp::socket::shutdown_both, ignored);
    }

private:
    tcp::socket socket_;
    std::string buffer_;
};

}  // namespace

class RawServer::State {
public:
    explicit State(std::function<void(RawConnection&)> serve)
        : serve_{std::move(serve)}, accepting_{[this] { accept(); }} {}
    ~State() {
        stopping_ = true;
        boost::system::error_code ignored;
        tcp::socket knock{context_};
        knock.connect(acceptor_.local_endpoint(), ignored);
        accepting_.join();
        {
            const std::scoped_lock lock{guard_};
            for (auto& connection : connections_) {
                if (connection) {
                    connection->cut();
                }
            }
        }
        for (auto& thread : serving_) {
            thread.join();
        }
    }
    unsigned short port() const {
        return acceptor_.local_endpoint().port();
    }
    int count() const {
        return count_;
    }

private:
    void accept() {
        for (;;) {
            tcp::socket socket{context_};
            acceptor_.accept(socket);
            if (stopping_) {
                return;
            }
            ++count_;
            const std::scoped_lock lock{guard_};
            auto& connection = connections_.emplace_back(std::make_unique<Connection>(std::move(socket)));
            serving_.emplace_back([this, &connection] {
                serve_(*connection);
                const std::scoped_lock again{guard_};
                connection.reset();
            });
        }
    }

    std::function<void(RawConnection&)> serve_;
    asio::io_context context_;
    tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
    std::atomic<bool> stopping_ = false;
    std::atomic<int> count_ = 0;
    std::mutex guard_;
    std::list<std::unique_ptr<Connection>> connections_;
    std::list<std::thread> serving_;
    std::thread accepting_;
};

RawServer::RawServer(std::function<void(RawConnection&)> serve) : state_{std::make_unique<State>(std::move(serve))} {}
RawServer::~RawServer() = default;

std::string RawServer::url(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(state_->port()) + std::string{path};
}

int RawServer::connections() const {
    return state_->count();
}

std::string response(std::string_view body, std::string_view head) {
    return std::string{head} + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string{body};
}

}  // namespace verdesk::backend::egress::test
