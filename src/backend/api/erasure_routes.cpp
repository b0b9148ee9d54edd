// POST /cases/{id}/erase
#include "backend/api/answer.h"
#include "backend/api/case_view.h"
#include "backend/api/decision.h"
#include "backend/api/routes.h"
#include "backend/store/store.h"
#include "backend/store/tables/cases.h"
#include "backend/verification/service.h"
#include "contract/text_length.h"

#include <algorithm>

namespace verdesk::backend::api {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

void checkErase(const Erase& erase) {
    const bool blank = std::all_of(erase.reason.begin(), erase.reason.end(),
                                   [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    if (blank || characterCount(erase.reason) > longestReason) {
        throw MemberError{"reason", "must have 1 to " + std::to_string(longestReason) + " characters"};
    }
}

asio::awaitable<http::Response> erase(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    const auto wanted = eraseFrom(JsonReader{body});
    checkErase(wanted);
    const CaseId id{idOf(call)};
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        co_await parts.verifications.erase(call.who, id, wanted.reason);
        const auto query = [id, &config = parts.config, now = parts.clock.now()](store::Reading& r) {
            const auto row = tables::findCase(r, id);
            if (!row) {
                throw ProblemError{notFound()};
            }
            return readCase(r, *row, config, now);
        };
        const auto erased = co_await parts.store.read(query);
        co_return answer(200, toJson(erased));
    };
    co_return co_await once.around(call, run);
}

}  // namespace

void addErasureRoutes(Gate& gate, const Parts& parts, Idempotency& once) {
    gate.add({"POST", "/cases/{id}/erase", Operation::eraseCase, 16 * 1024, true},
             [&parts, &once](Call call) { return erase(parts, once, std::move(call)); });
}

}  // namespace verdesk::backend::api
