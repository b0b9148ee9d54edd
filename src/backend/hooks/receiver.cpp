#include "backend/hooks/receiver.h"

#include "backend/hooks/push.h"
#include "backend/store/tables/hooks.h"
#include "crypto/random.h"

#include <spdlog/spdlog.h>

namespace verdesk::backend {

namespace asio = boost::asio;

namespace {

http::Response answer(int status) {
    http::Response response;
    response.status = status;
    return response;
}

http::Response acknowledgement(const providers::ProviderInfo& info) {
    auto response = answer(200);
    response.contentType = "text/plain; charset=utf-8";
    response.body = info.acknowledgement;
    return response;
}

// Of an event without an id: what tells it from another one with the same words.
store::tables::SaidAgain saidAgain(const providers::Pushed& pushed) {
    using store::tables::SaidAgain;
    if (!pushed.eventId.empty()) {
        return SaidAgain::never;
    }
    if (const auto* with = std::get_if<providers::PushedProgress>(&pushed.what)) {
        return with->key.empty() && with->token.empty() ? SaidAgain::afterABeginning : SaidAgain::never;
    }
    if (std::holds_alternative<providers::News>(pushed.what)) {
        return SaidAgain::afterABeginning;
    }
    const auto* wake = std::get_if<providers::WakeUp>(&pushed.what);
    return wake == nullptr     ? SaidAgain::never
           : wake->key.empty() ? SaidAgain::afterABeginning
                               : SaidAgain::afterItWasWorkedOff;
}

constexpr std::chrono::minutes warnAgain{10};

bool isReadable(const providers::Relay& message) {
    return !message.to.empty() && !message.text.empty();
}

const char* reasonOf(Sent sent, bool readable) {
    if (!readable) {
        return "it is not found in the callback whom it is for, or what it says";
    }
    switch (sent) {
        case Sent::none:
            return "there is no [sender] in the configuration";
        case Sent::busy:
            return "too many are being sent";
        default:
            return "the sender's command failed, or took too long";
    }
}

std::string parameter(const http::Request& request, const char* name) {
    const auto found = request.parameters.find(name);
    return found == request.parameters.end() ? std::string{} : found->second;
}

}  // namespace

HookReceiver::HookReceiver(const Config& config, store::Store& store, const Clock& clock, Arrived arrived,
                           std::function<void(const std::string& account, HookOutcome)> count, Send send)
    : config_{config},
      store_{store},
      clock_{clock},
      rate_{config.limits.hooksPerSecond},
      arrived_{std::move(arrived)},
      count_{std::move(count)},
      send_{std::move(send)} {
    for (const auto& [id, account] : config.accounts) {
        const auto* provider = config.provider(account.provider);
        if (provider != nullptr && !account.hookSegment.empty()) {
            doors_[account.provider + "/" + account.hookSegment] = {provider, &account};
        }
    }
}

asio::awaitable<http::Response> HookReceiver::receive(http::Request request) {
    const auto found = doors_.find(parameter(request, "provider") + "/" + parameter(request, "segment"));
    if (found == doors_.end()) {
        count_({}, HookOutcome::unknownAccount);
        co_return answer(404);
    }
    const auto& door = found->second;
    const auto& [provider, account] = door;
    const auto now = clock_.now();
    if (!account->hookSources.empty() && !isIn(account->hookSources, senderOf(request, config_.trustedProxies))) {
        count_(account->account.id, HookOutcome::foreign);
        co_return answer(403);
    }
    if (rate_.take(account->account.id, now).count() > 0) {
        count_(account->account.id, HookOutcome::limited);
        auto later = answer(429);
        later.headers.emplace_back("Retry-After", "1");
        co_return later;
    }
    auto push = pushFrom(std::move(request));
    auto pushed = provider->receive(config_.context(*account, now), push);
    if (std::holds_alternative<providers::Rejected>(pushed.what)) {
        count_(account->account.id, HookOutcome::rejected);
        co_return answer(401);
    }
    if (auto* message = std::get_if<providers::Relay>(&pushed.what)) {
        co_return co_await relay(door, std::move(pushed.eventId), std::move(*message));
    }
    store::HookRow row;
    const auto id = crypto::uuid7(now);
    row.id = id;
    row.account = account->account.id;
    row.digest = digestOf(row.account, pushed, push.body);
    row.headers = headersText(push);
    row.body = std::move(push.body);
    row.receivedAt = now;
    const auto change = [row = std::move(row), again = saidAgain(pushed)](store::Transaction& t) {
        return store::tables::insertHook(t, row, again);
    };
    const bool fresh = co_await store_.write(change);
    count_(account->account.id, fresh ? HookOutcome::accepted : HookOutcome::replayed);
    if (fresh) {
        arrived_(id, std::move(pushed));
    }
    co_return acknowledgement(provider->info());
}

// The event's id, where it has one, is all that is kept of it: the provider may come again although we answered.
asio::awaitable<http::Response> HookReceiver::relay(const Door& door, std::string eventId, providers::Relay message) {
    const auto& id = door.account->account.id;
    const auto now = clock_.now();
    store::HookRow row;
    if (!eventId.empty()) {
        providers::Pushed named;
        named.eventId = std::move(eventId);
        row.digest = digestOf(id, named, {});
        const auto query = [digest = row.digest](store::Reading& r) { return store::tables::isKnownHook(r, digest); };
        const bool known = co_await store_.read(query);
        if (known) {
            count_(id, HookOutcome::replayed);
            co_return acknowledgement(door.provider->info());
        }
        if (!relaying_.insert(row.digest).second) {
            count_(id, HookOutcome::unsent);
            co_return answer(503);
        }
    }
    struct Relaying {
        std::set<std::string>& all;
        const std::string& digest;
        ~Relaying() {
            all.erase(digest);
        }
    };
    const Relaying relaying{relaying_, row.digest};
    const bool readable = isReadable(message);
    auto sent = Sent::none;
    if (send_ && readable) {
        sent = co_await send_(std::move(message));
    }
    if (sent != Sent::taken) {
        count_(id, HookOutcome::unsent);
        if (!warnedAt_ || now - *warnedAt_ >= warnAgain) {
            warnedAt_ = now;
            spdlog::warn("a text of account {} was not sent: {}", id, reasonOf(sent, readable));
        }
        co_return answer(503);
    }
    if (!row.digest.empty()) {
        row.id = crypto::uuid7(now);
        row.account = id;
        row.state = store::HookState::done;
        row.receivedAt = now;
        const auto change = [row](store::Transaction& t) { return store::tables::insertHook(t, row); };
        co_await store_.write(change);
    }
    count_(id, HookOutcome::relayed);
    co_return acknowledgement(door.provider->info());
}

}  // namespace verdesk::backend
