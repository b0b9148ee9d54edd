#pragma once
// The sandbox as one thing: a listener with the providers' doubles, the control API and the customer's phone.

#include "http/server.h"
#include "sandbox/double.h"

#include <map>
#include <memory>
#include <string>

namespace verdesk::sandbox {

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::string stateFile = {};  // kept up to date and read at the start; empty: nothing is kept
    std::map<std::string, Json, std::less<>> settings = {};  // of each double, by its id
    Desk desk = {};
    bool practice = false;  // whether the ready line tells accounts, flows and their secrets

    // One line of JSON: {"passid":{...}, "desk":{"institution","publicOrigin"}, "practice":true}; every member may be
    // missing. Throws BadBody.
    void readSettings(std::string_view line);
};

class Sandbox {
public:
    // Listens at once. Throws boost::system::system_error where it cannot, BadBody for settings that a double does not
    // take, std::runtime_error for a broken state file.
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
    // Of that id, which there is.
    Double& find(std::string_view id);
    // Answers what is being asked, then ends everything.
    boost::asio::awaitable<void> stop();

private:
    struct Member {
        const Kind* kind;
        std::shared_ptr<WebhookSender> sender;
        std::unique_ptr<Double> it;
    };

    void addDoubles(const boost::asio::any_io_executor& executor);
    void addMainRoutes(http::Router& router);
    http::Options serverOptions();
    std::string originOf(const Kind& kind) const;
    void deskIs(const Desk& desk);
    void restore(const Json& state);
    void save() const;

    Options options_;
    std::unique_ptr<Clock> clock_;
    std::vector<Member> members_;
    std::unique_ptr<http::Server> server_;
};

}  // namespace verdesk::sandbox
