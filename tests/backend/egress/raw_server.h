#pragma once
// A server that sends whatever bytes a test wants, as slowly as it wants: a thread per connection, blocking.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace verdesk::backend::egress::test {

class RawConnection {
public:
    virtual ~RawConnection() = default;
    // Head and body; empty where the client has gone.
    virtual std::string readRequest() = 0;
    // False where the client has gone.
    virtual bool write(std::string_view bytes) = 0;
    // Returns when the client closes.
    virtual void untilClosed() = 0;
};

class RawServer {
public:
    // `serve` runs once per connection, which is closed when it returns.
    explicit RawServer(std::function<void(RawConnection&)> serve);
    ~RawServer();

    std::string url(std::string_view path = "/") const;
    int connections() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

// "HTTP/1.1 200 OK" with that body and a length.
std::string response(std::string_view body, std::string_view head = "HTTP/1.1 200 OK\r\n");

}  // namespace verdesk::backend::egress::test
