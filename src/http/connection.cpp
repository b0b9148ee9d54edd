#include "http/connection.h"

#include "http/destination.h"
#include "http/handler_run.h"
#include "http/request_parser.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <array>

namespace verdesk::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t readBytes = 4096;
constexpr std::size_t bodyReadBytes = 16 * 1024;
// A handler that takes longer is worth asking whether its client is still there.
constexpr auto clientCheckAfter = std::chrono::seconds{1};
// After a refusal the rest of the request is read and thrown away for a moment: closing at once would reset the
// connection, and the client might never read why.
constexpr auto lingerTime = milliseconds{1'000};
constexpr std::size_t lingerBytes = 4 * 1024 * 1024;

template <class Stream>
class StreamConnection final : public Connection {
public:
    static constexpr bool isTls = !std::is_same_v<Stream, tcp::socket>;

    StreamConnection(std::shared_ptr<Service> service, tcp::socket socket)
        : service_(std::move(service)), limits_(service_->options.limits), stream_(makeStream(std::move(socket))) {
        error_code ignored;
        socket_().set_option(tcp::no_delay{true}, ignored);
        socket_().non_blocking(true, ignored);
        const auto peer = socket_().remote_endpoint(ignored);
        peer_ = ignored ? std::string{} : peer.address().to_string();
    }

    asio::awaitable<void> run() override {
        if constexpr (isTls) {
            phase_ = Phase::reading;
            setDeadline(limits_.headerTime);
            error_code error;
            co_await stream_.async_handshake(asio::ssl::stream_base::server,
                                             asio::redirect_error(asio::use_awaitable, error));
            if (error) {
                co_return close();
            }
        }
        for (std::size_t served = 1; co_await serve(served < limits_.requestsPerConnection); ++served) {
        }
        if constexpr (isTls) {
            if (!expired_ && !aborted_) {
                error_code ignored;
                setDeadline(lingerTime);
                co_await stream_.async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
            }
        }
        close();
    }

    void sweep(Clock::time_point now) override {
        if (phase_ == Phase::handling) {
            if (now >= deadline_) {
                expired_ = true;
                run_->wake();
            } else if (now - received_ >= clientCheckAfter && clientLeft()) {
                aborted_ = true;
                run_->wake();
            }
        } else if (now >= deadline_) {
            expired_ = true;
            error_code ignored;
            socket_().cancel(ignored);
        }
    }

    void finish() override {
        if (phase_ == Phase::idle) {
            abort();
        }
    }

    void abort() override {
        aborted_ = true;
        if (phase_ == Phase::handling) {
            run_->wake();
        }
        close();
    }

private:
    enum class Phase { idle, reading, handling, writing };

    Stream makeStream(tcp::socket socket) {
        if constexpr (isTls) {
            return Stream{std::move(socket), *service_->tls};
        } else {
            return socket;
        }
    }
    tcp::socket& socket_() {
        if constexpr (isTls) {
            return stream_.next_layer();
        } else {
            return stream_;
        }
    }

    void setDeadline(milliseconds time) {
        deadline_ = Clock::now() + time;
        expired_ = false;
    }

    void close() {
        error_code ignored;
        socket_().close(ignored);
    }

    bool clientLeft() {
        char byte = 0;
        error_code error;
        const auto count = socket_().receive(asio::buffer(&byte, 1), tcp::socket::message_peek, error);
        return count == 0 && error != asio::error::would_block && error != asio::error::try_again;
    }

    std::string_view buffered() const {
        return {static_cast<const char*>(buffer_.cdata().data()), buffer_.size()};
    }

    // False where the connection ended, ran out of time or was aborted.
    asio::awaitable<bool> readSome(std::size_t bytes) {
        error_code error;
        const auto count =
            co_await stream_.async_read_some(buffer_.prepare(bytes), asio::redirect_error(asio::use_awaitable, error));
        if (error || expired_ || aborted_) {
            co_return false;
        }
        buffer_.commit(count);
        co_return true;
    }

    asio::awaitable<bool> write(std::string_view head, std::string_view body) {
        phase_ = Phase::writing;
        setDeadline(limits_.writeTime);
        error_code error;
        const std::array<asio::const_buffer, 2> pieces{asio::buffer(head), asio::buffer(body)};
        co_await asio::async_write(stream_, pieces, asio::redirect_error(asio::use_awaitable, error));
        co_return !error && !expired_ && !aborted_;
    }

    // One request and its answer. False: the connection is over.
    asio::awaitable<bool> serve(bool mayGoOn) {
        RequestParser parser{limits_};
        received_ = Clock::now();
        const auto end = co_await readHeader(parser);
        if (end == 0) {
            co_return false;
        }
        received_ = Clock::now();
        error_code error;
        if (!headerIsPlain(buffered().substr(0, end))) {
            co_return co_await refuse(parser, {400, "The header has folded lines or stray control characters."});
        }
        parser.put(asio::buffer(buffered().substr(0, end)), error);
        buffer_.consume(end);
        if (error) {
            co_return co_await refuse(parser, parser.refusal(error));
        }
        if (!parser.is_done() && !co_await readBody(parser)) {
            co_return false;
        }
        const bool keepAlive = mayGoOn && parser.keep_alive();
        co_return co_await answer(parser, keepAlive);
    }

    // The length of the header at the front of the buffer, or 0 where there will be none.
    asio::awaitable<std::size_t> readHeader(RequestParser& parser) {
        setDeadline(limits_.headerTime);
        std::size_t searched = 0;
        while (true) {
            buffer_.consume(emptyLinesBefore(buffered(), searched));
            const auto end = headerEnd(buffered(), searched);
            if (end > limits_.headerBytes || (end == 0 && buffer_.size() > limits_.headerBytes)) {
                co_await refuse(parser, {431, "The header is longer than the limit."});
                co_return 0;
            }
            if (end != 0) {
                phase_ = Phase::reading;
                co_return end;
            }
            phase_ = buffer_.size() == 0 ? Phase::idle : Phase::reading;
            if (service_->stopping && phase_ == Phase::idle) {
                co_return 0;
            }
            if (!co_await readSome(readBytes)) {
                if (expired_ && !aborted_ && buffer_.size() > 0) {
                    co_await refuse(parser, {408, "The request took too long to arrive."});
                }
                co_return 0;
            }
        }
    }

    asio::awaitable<bool> readBody(RequestParser& parser) {
        setDeadline(limits_.bodyTime);
        parser.eager(true);
        if (parser.expectsContinue() && buffer_.size() == 0) {
            if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", {})) {
                co_return false;
            }
            phase_ = Phase::reading;
            setDeadline(limits_.bodyTime);
        }
        while (true) {
            if (buffer_.size() > 0) {
                error_code error;
                buffer_.consume(parser.putBody(buffer_.cdata(), error));
                if (error && error != boost::beast::http::error::need_more) {
                    co_return co_await refuse(parser, parser.refusal(error));
                }
                if (parser.is_done()) {
                    co_return true;
                }
                if (buffer_.size() > limits_.headerBytes) {  // of a chunk or a trailer
                    co_return co_await refuse(parser, {431, "The header is longer than the limit."});
                }
            }
            if (!co_await readSome(bodyReadBytes)) {
                if (expired_ && !aborted_) {
                    co_return co_await refuse(parser, {408, "The request took too long to arrive."});
                }
                co_return false;
            }
        }
    }

    Response described(int status, std::string_view why) const {
        return http::described(service_->options, status, why);
    }

    asio::awaitable<bool> answer(RequestParser& parser, bool keepAlive) {
        auto& request = parser.request();
        request.peer = peer_;
        auto destination = destinationOf(request, parser.rawPath(), service_->options, service_->router);
        auto& match = destination.match;
        request.parameters = std::move(match.parameters);
        const bool isHead = request.method == "HEAD";
        Request observed;
        if (service_->options.observe) {
            observed = {request.method, request.target, request.path, request.query, request.parameters, {}, {}, peer_};
        }
        Response response;
        if (match.handler != nullptr) {
            if (!co_await handle(*match.handler, std::move(request), response)) {
                co_return false;
            }
            keepAlive = keepAlive && !expired_;
        } else {
            response = nobodyAnswers(service_->options, destination);
        }
        co_return co_await respond(observed, match.pattern, response, isHead, keepAlive);
    }

    // False where there is nobody to answer any more.
    asio::awaitable<bool> handle(const Handler& handler, Request request, Response& response) {
        if (!run_) {
            run_ = std::make_shared<HandlerRun>(service_->executor);
        }
        phase_ = Phase::handling;
        deadline_ = received_ + limits_.handlerTime;
        expired_ = false;
        co_await HandlerRun::run(run_, handler, std::move(request), service_);
        if (!run_->ended()) {
            phase_ = Phase::writing;
            auto abandoned = std::move(run_);
            run_.reset();
            abandoned->giveUp();
            if (aborted_) {
                co_return false;
            }
            expired_ = true;
            response = described(503, "The answer took too long.");
            co_return true;
        }
        expired_ = false;
        if (aborted_) {
            co_return false;
        }
        if (!run_->response()) {
            response = described(500, "The request could not be answered.");
            co_return true;
        }
        response = std::move(*run_->response());
        co_return !response.drop;
    }

    asio::awaitable<bool> respond(const Request& request, std::string_view pattern, const Response& response,
                                  bool isHead, bool keepAlive) {
        keepAlive = keepAlive && !service_->stopping;
        head_.clear();
        const Response* answered = &response;
        Response unsound;
        if (!appendHead(head_, response, service_->date.now(), keepAlive)) {
            unsound = described(500, "The request could not be answered.");
            answered = &unsound;
            if (!appendHead(head_, unsound, service_->date.now(), keepAlive)) {
                co_return false;
            }
        }
        const bool bodiless = isHead || isBodiless(answered->status);
        const bool written = co_await write(head_, bodiless ? std::string_view{} : answered->body);
        if (service_->options.observe) {
            const auto time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - received_);
            service_->options.observe(request, pattern, answered->status, time);
        }
        co_return written&& keepAlive;
    }

    // Says why, and closes: after a request that could not be read nobody knows where the next one starts.
    asio::awaitable<bool> refuse(RequestParser& parser, RequestParser::Refusal refusal) {
        expired_ = false;
        Request request = std::move(parser.request());
        request.headers.clear();
        request.body.clear();
        request.peer = peer_;
        co_await respond(request, {}, described(refusal.status, refusal.why), false, false);
        if (expired_ || aborted_) {
            co_return false;
        }
        error_code ignored;
        socket_().shutdown(tcp::socket::shutdown_send, ignored);
        setDeadline(lingerTime);
        buffer_.consume(buffer_.size());
        for (std::size_t thrownAway = 0; thrownAway < lingerBytes;) {
            if (!co_await readSome(bodyReadBytes)) {
                break;
            }
            thrownAway += buffer_.size();
            buffer_.consume(buffer_.size());
        }
        aborted_ = true;
        co_return false;
    }

    std::shared_ptr<Service> service_;
    const Limits& limits_;
    Stream stream_;
    std::string peer_;
    boost::beast::flat_buffer buffer_;
    std::string head_;
    std::shared_ptr<HandlerRun> run_;
    Phase phase_ = Phase::idle;
    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point received_{};
    bool expired_ = false;  // the deadline of what is going on has passed
    bool aborted_ = false;  // nobody is to be answered any more
};

}  // namespace

std::shared_ptr<Connection> makeConnection(std::shared_ptr<Service> service, tcp::socket socket) {
    if (service->tls) {
        return std::make_shared<StreamConnection<asio::ssl::stream<tcp::socket>>>(std::move(service),
                                                                                  std::move(socket));
    }
    return std::make_shared<StreamConnection<tcp::socket>>(std::move(service), std::move(socket));
}

}  // namespace verdesk::http
