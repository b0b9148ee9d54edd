#pragma once
// POST /hooks/{provider}/{segment}: authenticates over the raw bytes, commits to the inbox, answers 2xx. The work comes
// later.

#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/rate/rate.h"
#include "backend/store/store.h"
#include "http/message.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <unordered_map>

namespace verdesk::backend {

// `foreign`: from an address that is none of the account's sources. `limited`: more than an account may send.
enum class HookOutcome { accepted, replayed, rejected, unknownAccount, foreign, limited };

class HookReceiver {
public:
    using Arrived = std::function<void(std::string hook, providers::Pushed pushed)>;
    // `arrived` is called after each commit, with the id in the inbox and what was read; `count` for metrics, with the
    // account (empty where there is none).
    HookReceiver(const Config& config, store::Store& store, const Clock& clock, Arrived arrived,
                 std::function<void(const std::string& account, HookOutcome)> count);
    // 200 accepted or replayed, 401 rejected, 403 from elsewhere than the account's sources, 404 for a segment that
    // nobody has, 429 for too many: the sender comes again. Reads the route's parameters
    // `provider` and `segment`. What the store throws passes through: the sender comes again.
    boost::asio::awaitable<http::Response> receive(http::Request request);

private:
    struct Door {
        const providers::Provider* provider;
        const AccountConfig* account;
    };
    const Config& config_;
    store::Store& store_;
    const Clock& clock_;
    std::unordered_map<std::string, Door> doors_;  // by provider, a slash, and the account's segment
    RateLimit rate_;
    Arrived arrived_;
    std::function<void(const std::string&, HookOutcome)> count_;
};

}  // namespace verdesk::backend
