#include "backend/hooks/receiver.h"

#include "backend/hooks/push.h"
#include "backend/store/tables/hooks.h"
#include "crypto/random.h"

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

// Whether nothing tells it from another event with the same words.
bool isNameless(const providers::Pushed& pushed) {
    if (!pushed.eventId.empty()) {
        return false;
    }
    if (const auto* with = std::get_if<providers::PushedProgress>(&pushed.what)) {
        return with->key.empty() && with->token.empty();
    }
    const auto* wake = std::get_if<providers::WakeUp>(&pushed.what);
    return wake != nullptr && wake->key.empty();
}

std::string parameter(const http::Request& request, const char* name) {
    const auto found = request.parameters.find(name);
    return found == request.parameters.end() ? std::string{} : found->second;
}

}  // namespace

HookReceiver::HookReceiver(const Config& config, store::Store& store, const Clock& clock, Arrived arrived,
                           std::function<void(const std::string& account, HookOutcome)> count)
    : config_{config},
      store_{store},
      clock_{clock},
      rate_{config.limits.hooksPerSecond},
      arrived_{std::move(arrived)},
      count_{std::move(count)} {
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
    const auto& [provider, account] = found->second;
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
    store::HookRow row;
    const auto id = crypto::uuid7(now);
    row.id = id;
    row.account = account->account.id;
    row.digest = digestOf(row.account, pushed, push.body);
    row.headers = headersText(push);
    row.body = std::move(push.body);
    row.receivedAt = now;
    const auto change = [row = std::move(row), nameless = isNameless(pushed)](store::Transaction& t) {
        return store::tables::insertHook(t, row, nameless);
    };
    const bool fresh = co_await store_.write(change);
    count_(account->account.id, fresh ? HookOutcome::accepted : HookOutcome::replayed);
    if (fresh) {
        arrived_(id, std::move(pushed));
    }
    co_return acknowledgement(provider->info());
}

}  // namespace verdesk::backend
