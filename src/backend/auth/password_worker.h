#pragma once
// Hashes and checks passwords on threads of their own: each takes about 100 ms and 32 MiB. Few threads and a short
// queue, so that a flood of sign-ins takes neither the processor nor the memory.

#include "crypto/password.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <optional>
#include <string>

namespace verdesk::backend {

class PasswordWorker {
public:
    explicit PasswordWorker(crypto::ScryptCost cost = {}, std::size_t threads = 2, int queue = 16);
    ~PasswordWorker();

    // Without a hash (nobody has that name) it takes as long and is false. Nothing where too many are waiting.
    boost::asio::awaitable<std::optional<bool>> check(crypto::Secret password, std::optional<std::string> hash);

private:
    std::string decoy_;  // in the form of a hash; no password fits it
    int queue_;
    std::atomic<int> waiting_{0};
    boost::asio::thread_pool pool_;
};

}  // namespace verdesk::backend
