#pragma once
// A sandbox on a thread of its own, somebody who receives its webhooks, and a client for both.

#include "sandbox/passid/passid.h"
#include "sandbox/sandbox.h"

#include <boost/asio/io_context.hpp>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace verdesk::sandbox::test {

struct Reply {
    int status = 0;  // 0: the connection ended without an answer
    std::string text;
    std::map<std::string, std::string> headers;  // names in lower case

    // Discarded where it is none.
    Json json() const {
        return Json::parse(text, nullptr, false);
    }
};

Reply send(std::uint16_t port, const std::string& method, const std::string& target, const std::string& body = {},
           const Headers& headers = {});

// A loop on a thread.
class Loop {
public:
    Loop();
    ~Loop();
    boost::asio::io_context& context() {
        return context_;
    }
    void run(std::function<void()> function);

private:
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
    std::thread thread_;
};

// Where the institution's webhooks arrive.
class Receiver {
public:
    struct Received {
        std::string body;
        std::string signature;
        std::string contentType;
    };

    explicit Receiver(Loop& loop);
    ~Receiver();

    std::string url() const;
    void answerWith(int status);
    // Called before the answer, on the loop.
    void onReceive(std::function<void()> function);
    // Waits for that many in all; fewer after ten seconds.
    std::vector<Received> wait(std::size_t count);
    std::vector<Received> soFar();

private:
    Loop& loop_;
    std::unique_ptr<http::Server> server_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<Received> received_;
    std::function<void()> onReceive_;
    int status_ = 200;
};

class Harness {
public:
    static constexpr auto key = "sk_sandbox_test";
    static constexpr auto secret = "whsec_test_0123456789abcdef01234567";

    explicit Harness(std::string stateFile = {});
    ~Harness();

    Reply get(const std::string& target, const Headers& headers = {});
    Reply post(const std::string& target, const Json& body = Json::object(), const Headers& headers = {});
    Reply call(const std::string& method, const std::string& target, const std::string& body = {},
               const Headers& headers = {});
    // With the institution's key.
    Reply ask(const std::string& target);
    Reply tell(const std::string& target, const Json& body, Headers headers = {});
    Reply verify(const std::string& token, const std::string& idempotencyKey = {});
    // A new session: what the call answered.
    Json open(const Json& body = Json::object());
    std::string status(const Json& session);
    std::string userToken(const std::string& user);
    void advance(std::chrono::milliseconds time);

    Receiver& receiver() {
        return receiver_;
    }
    Loop& loop() {
        return loop_;
    }
    Sandbox& sandbox() {
        return *sandbox_;
    }

private:
    Loop loop_;
    Receiver receiver_{loop_};
    std::unique_ptr<Sandbox> sandbox_;
    std::uint16_t port_ = 0;
};

}  // namespace verdesk::sandbox::test
