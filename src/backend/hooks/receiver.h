#pragma once
// POST /hooks/{provider}/{segment}: authenticates over the raw bytes, commits to the inbox, answers 2xx. The work comes
// later. A text that a provider wants told to a customer is the exception: it goes through the institution's own sender
// at once, is kept nowhere, and answered by what the sender says.

#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/rate/rate.h"
#include "backend/relay/sender.h"
#include "backend/store/store.h"
#include "http/message.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace verdesk::backend {

// `foreign`: from an address that is none of the account's sources. `limited`: more than an account may send. `relayed`
// and `unsent`: a text for a customer that the sender took, and one that it did not take or that could not be read.
enum class HookOutcome { accepted, replayed, rejected, unknownAccount, foreign, limited, relayed, unsent };

class HookReceiver {
public:
    using Arrived = std::function<void(std::string hook, providers::Pushed pushed)>;
    using Send = std::function<boost::asio::awaitable<Sent>(providers::Relay)>;
    // `arrived` is called after each commit, with the id in the inbox and what was read; `count` for metrics, with the
    // account (empty where there is none). `send`: the institution's sender; may be empty.
    HookReceiver(const Config& config, store::Store& store, const Clock& clock, Arrived arrived,
                 std::function<void(const std::string& account, HookOutcome)> count, Send send = {});
    // 200 accepted, replayed or relayed, 401 rejected, 403 from elsewhere than the account's sources, 404 for a segment
    // that nobody has, 429 for too many, 503 for a text that was not sent, or could not be read: the provider comes
    // again. Reads the route's parameters `provider` and `segment`. What the store throws passes through: the sender
    // comes again.
    boost::asio::awaitable<http::Response> receive(http::Request request);

private:
    struct Door {
        const providers::Provider* provider;
        const AccountConfig* account;
    };
    boost::asio::awaitable<http::Response> relay(const Door& door, std::string eventId, providers::Relay message);

    const Config& config_;
    store::Store& store_;
    const Clock& clock_;
    std::unordered_map<std::string, Door> doors_;  // by provider, a slash, and the account's segment
    RateLimit rate_;
    Arrived arrived_;
    std::function<void(const std::string&, HookOutcome)> count_;
    Send send_;
    std::set<std::string> relaying_;  // digests of events whose text is being sent just now
    std::optional<Instant> warnedAt_;
};

}  // namespace verdesk::backend
