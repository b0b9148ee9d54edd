#pragma once
// The sandbox as one thing: a listener with the providers' doubles, the control API and the customer's phone.

#include "http/server.h"
#include "sandbox/passid/service.h"

#include <memory>
#include <string>

namespace verdesk::sandbox {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::string stateFile = {};  // kept up to date and read at the start; empty: nothing is kept
    passid::Settings passid;
    bool tellKey = true;  // whether the ready line shows the institution's key

    // One line of JSON: {"passid":{"key","webhookUrl","webhookSecret","institutionName"}}. A key that came that way is
    // not told again. Throws BadBody.
    void readSettings(std::string_view line);
};

class Sandbox {
public:
    // Listens at once. Throws boost::system::system_error where it cannot, std::runtime_error for a broken state file.
    Sandbox(boost::asio::any_io_executor executor, Options options);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    // One line of JSON: where everything is.
    std::string readyLine() const;
    std::string origin() const;
    Clock& clock() {
        return *clock_;
    }
    passid::Service& passid() {
        return *passid_;
    }
    // Answers what is being asked, then ends everything.
    boost::asio::awaitable<void> stop();

private:
    void addClockRoutes(http::Router& router);
    void save() const;

    Options options_;
    std::unique_ptr<Clock> clock_;
    std::shared_ptr<WebhookSender> sender_;
    std::shared_ptr<passid::Service> passid_;
    std::unique_ptr<http::Server> server_;
};

}  // namespace verdesk::sandbox
