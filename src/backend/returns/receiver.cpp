#include "backend/returns/receiver.h"

#include "backend/config/networks.h"
#include "backend/returns/page.h"

#include <spdlog/spdlog.h>
#include <boost/asio/this_coro.hpp>
#include <boost/system/system_error.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;

namespace {

// Of one address: a branch's customers may share one, and no one needs more.
constexpr int perSecond = 5;

}  // namespace

ReturnReceiver::ReturnReceiver(const Config& config, const Clock& clock, Take take,
                               std::function<void(const std::string&, ReturnOutcome)> count)
    : config_{config}, clock_{clock}, take_{std::move(take)}, count_{std::move(count)}, rate_{perSecond} {}

asio::awaitable<http::Response> ReturnReceiver::receive(http::Request request, bool back) {
    auto language = returns::preferred(request.header("Accept-Language").value_or(""));
    const auto found = request.parameters.find("provider");
    const auto provider = found == request.parameters.end() ? std::string{} : found->second;
    const bool known = config_.provider(provider) != nullptr;
    const auto label = known ? provider : std::string{};
    if (rate_.take(senderOf(request, config_.trustedProxies), clock_.now()).count() > 0) {
        count_(label, ReturnOutcome::limited);
        co_return returns::answer(returns::Page::wait, language);
    }
    if (!known || request.method != "GET") {  // what only asks whether a page is there hands nothing in
        count_(label, ReturnOutcome::unknown);
        co_return returns::answer(returns::Page::done, language);
    }
    // Begun is begun, also where the browser is closed at once.
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    auto outcome = ReturnOutcome::failed;
    try {
        const auto taken = co_await take_(provider, config_.publicOrigin + request.target, back);
        outcome = taken ? ReturnOutcome::taken : ReturnOutcome::unknown;
        if (taken && !taken->empty()) {
            language = *taken;
        }
    } catch (const boost::system::system_error&) {
        throw;
    } catch (const std::exception&) {
        // The page says what it always says; the texts of errors may quote the address, which is a secret.
    }
    count_(provider, outcome);
    if (outcome == ReturnOutcome::unknown) {
        spdlog::warn("a return to {} belongs to no verification: dropped", provider);
    } else if (outcome == ReturnOutcome::failed) {
        spdlog::error("a return to {} could not be handed in", provider);
    }
    co_return returns::answer(returns::Page::done, language);
}

}  // namespace verdesk::backend
