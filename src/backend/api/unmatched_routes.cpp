// GET /unmatched; POST /unmatched/{id}/assign and /dismiss
#include "backend/api/answer.h"
#include "backend/api/decision.h"
#include "backend/api/routes.h"
#include "backend/verification/service.h"
#include "contract/text_length.h"

namespace verdesk::backend::api {

namespace asio = boost::asio;

namespace {

asio::awaitable<http::Response> list(const Parts& parts) {
    auto all = nlohmann::json::array();
    const auto results = co_await parts.verifications.unmatched();
    for (const auto& each : results) {
        all.push_back({{"id", each.id},
                       {"account", each.account},
                       {"provider", each.provider},
                       {"receivedAt", verdesk::toText(each.receivedAt)},
                       {"names", each.names},
                       {"documents", each.documents}});
    }
    co_return answer(200, {{"unmatched", std::move(all)}});
}

asio::awaitable<http::Response> assign(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    const VerificationId id{JsonReader{body}.requiredText("verification")};
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        const auto now = co_await parts.verifications.assign(call.who, idOf(call), id);
        co_return answer(200, toJson(now));
    };
    co_return co_await once.around(call, run);
}

asio::awaitable<http::Response> dismiss(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    const auto reason = JsonReader{body}.requiredText("reason");
    if (reason.empty() || characterCount(reason) > longestReason) {
        throw MemberError{"reason", "must have 1 to " + std::to_string(longestReason) + " characters"};
    }
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        co_await parts.verifications.dismiss(call.who, idOf(call), reason);
        http::Response done;
        done.status = 204;
        co_return done;
    };
    co_return co_await once.around(call, run);
}

}  // namespace

void addUnmatchedRoutes(Gate& gate, const Parts& parts, Idempotency& once) {
    gate.add({"GET", "/unmatched", Operation::readUnmatched}, [&parts](Call) { return list(parts); });
    gate.add({"POST", "/unmatched/{id}/assign", Operation::settleUnmatched, 1024, true},
             [&parts, &once](Call call) { return assign(parts, once, std::move(call)); });
    gate.add({"POST", "/unmatched/{id}/dismiss", Operation::settleUnmatched, 16 * 1024, true},
             [&parts, &once](Call call) { return dismiss(parts, once, std::move(call)); });
}

}  // namespace verdesk::backend::api
