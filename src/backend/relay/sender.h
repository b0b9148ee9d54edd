#pragma once
// Hands a text that a provider wants told to a customer (a code, a link) to the institution's own command: one JSON
// line
// {"channel","to","text"} on its standard input, which then ends. Never on its command line, never in a log.
//
// The command sees a small environment (PATH, the language, the time zone, folders for temporary files), none of our
// files and sockets, and neither input nor output of ours. Exit code 0 says that it took the message.

#include "backend/config/sender_config.h"
#include "providers/provider.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>

namespace verdesk::backend {

enum class Sent {
    taken,
    failed,  // it could not be started, ended otherwise than with 0, or not in time: then it is killed
    busy,    // too many are under way
    none     // there is no such command
};

class Sender {
public:
    explicit Sender(SenderConfig config, std::size_t atOnce = 4, int queue = 32);
    ~Sender();  // waits for what is under way: the timeout at most
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    // Resumes on the executor of whoever waits.
    boost::asio::awaitable<Sent> send(providers::Relay message);

private:
    SenderConfig config_;
    int queue_;
    std::atomic<int> underWay_{0};
    boost::asio::thread_pool pool_;
};

}  // namespace verdesk::backend
