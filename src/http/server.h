#pragma once
// An HTTP/1.1 server with a limit on everything: header, body, time, connections, requests per connection. TLS where a
// certificate is given. Runs on the executor that it is given; every method is to be called on that executor, which
// runs one thing at a time (a context with one thread, or a strand).
//
// Pipelined requests are answered in order. A message that two readers could read differently (Content-Length beside
// Transfer-Encoding or twice, folded headers, bare line feeds, an encoding other than "chunked") is refused and its
// connection closed. A handler that runs out of time, or whose client has left, gets a terminal cancellation; what it
// still answers is thrown away.

#include "http/router.h"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace verdesk::http {

struct Limits {
    std::size_t headerBytes = 16 * 1024;
    std::size_t targetBytes = 8 * 1024;
    std::size_t bodyBytes = 1024 * 1024;
    std::size_t connections = 2'000;  // more are closed at once
    std::size_t requestsPerConnection = 10'000;
    std::chrono::milliseconds headerTime{
        10'000};  // from the first byte awaited to the whole header; also keep-alive idle
    std::chrono::milliseconds bodyTime{20'000};
    std::chrono::milliseconds handlerTime{60'000};  // after that: 503
    std::chrono::milliseconds writeTime{20'000};
};

struct Tls {
    std::string certificateFile;  // PEM chain
    std::string keyFile;          // PEM
};

using Describe = std::function<Response(int status, std::string_view why)>;

// What another host name on the same listener answers.
struct Site {
    Router router;
    Describe describe = {};  // as in Options; empty: the server's
};

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    Limits limits;
    std::optional<Tls> tls;
    // Turns an error that the server itself answers (400, 404, 405, 408, 413, 414, 431, 500, 503) into a body. `why` is
    // one of the server's own sentences, never text of the client or of an exception. Default: empty.
    Describe describe = {};
    // By the name in the Host header, in lower case and without the port. Every other host gets the server's own
    // router.
    std::map<std::string, Site, std::less<>> sites = {};
    // Told after every answer: route pattern (or empty), status, duration. The request comes without headers and body,
    // which belong to the handler. For logs and metrics; must not throw.
    std::function<void(const Request&, std::string_view pattern, int status, std::chrono::microseconds)> observe;
};

class Server {
public:
    // Listens at once; throws boost::system::system_error where it cannot, with the address or the file in its text.
    Server(boost::asio::any_io_executor executor, Router router, Options options);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    // "http://127.0.0.1:8080" or https.
    std::string origin() const;
    std::size_t connections() const;

    // Accepts no more, lets running requests end for at most `grace`, then closes everything.
    boost::asio::awaitable<void> stop(std::chrono::milliseconds grace);

private:
    class State;
    std::shared_ptr<State> state_;
};

}  // namespace verdesk::http
