#pragma once
// The whole backend put together over one configuration: store, sessions, verifications and the three listeners.

#include "backend/config/config.h"
#include "crypto/password.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <memory>
#include <string>

namespace verdesk::backend {

namespace store {
class Store;
}
class Clock;

struct Origins {
    std::string staff;
    std::string publicSide;
    std::string ops;
};

class Backend {
public:
    // Opens the store, migrating it. Throws std::runtime_error in words. The configuration must outlive the object; the
    // executor runs one thing at a time, and every method is to be called on it.
    Backend(boost::asio::any_io_executor executor, const Config& config);
    ~Backend();
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

    // Picks up what a killed process left, then listens. Throws boost::system::system_error where it cannot listen.
    boost::asio::awaitable<void> start();
    // Listeners stop accepting, running requests end, then the calls to providers; at most about half a minute.
    boost::asio::awaitable<void> stop();

    const Origins& origins() const;
    store::Store& store();
    const Clock& clock() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace verdesk::backend
