#include "backend/auth/password_worker.h"

#include "crypto/random.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;

namespace {

// Random bytes in the form of a hash: checking against it takes as long as against any other, and making it takes no
// time at the start of the program.
std::string decoyOf(const crypto::ScryptCost& cost) {
    return "scrypt$" + std::to_string(cost.n) + "$" + std::to_string(cost.r) + "$" + std::to_string(cost.p) + "$" +
           crypto::toBase64(crypto::randomBytes(16)) + "$" + crypto::toBase64(crypto::randomBytes(32));
}

}  // namespace

PasswordWorker::PasswordWorker(crypto::ScryptCost cost, std::size_t threads, int queue)
    : decoy_{decoyOf(cost)}, queue_{queue}, pool_{threads} {}

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
