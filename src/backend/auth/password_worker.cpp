#include "backend/auth/password_worker.h"

#include "crypto/random.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;

PasswordWorker::PasswordWorker(crypto::ScryptCost cost, std::size_t threads, int queue)
    : decoy_{crypto::hashPassword(crypto::Secret{crypto::randomToken()}, cost)}, queue_{queue}, pool_{threads} {}

PasswordWorker::~PasswordWorker() {
    pool_.join();
}

asio::awaitable<std::optional<bool>> PasswordWorker::check(crypto::Secret password, std::optional<std::string> hash) {
    if (waiting_ >= queue_) {
        co_return std::nullopt;
    }
    ++waiting_;
    const bool known = hash.has_value();
    auto work = [](crypto::Secret given, std::string against) -> asio::awaitable<bool> {
        co_return crypto::checkPassword(given, against);
    };
    bool right = false;
    try {
        auto against = known ? std::move(*hash) : decoy_;
        right = co_await asio::co_spawn(pool_, work(std::move(password), std::move(against)), asio::use_awaitable);
    } catch (...) {
        --waiting_;
        throw;
    }
    --waiting_;
    co_return right&& known;
}

}  // namespace verdesk::backend
