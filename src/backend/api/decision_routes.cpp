// POST /cases/{id}/decisions
#include "backend/api/answer.h"
#include "backend/api/case_view.h"
#include "backend/api/decision.h"
#include "backend/api/routes.h"
#include "backend/events/build.h"
#include "backend/store/store.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/verifications.h"

namespace verdesk::backend::api {

namespace asio = boost::asio;
namespace tables = store::tables;
using store::Transaction;

namespace {

asio::awaitable<http::Response> decide(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    const auto wanted = decideFrom(JsonReader{body});
    if (!mayDo(operationFor(wanted.kind), call.who.role)) {
        throw ProblemError{roleMissing()};  // before anything is said about the case
    }
    checkDecide(wanted);
    const CaseId id{idOf(call)};
    const auto now = parts.clock.now();
    const auto who = call.who;
    const Idempotency::Change change = [id, wanted, who, now, &config = parts.config](Transaction& t) {
        // Read inside the change: a verdict that got worse a moment ago is seen here, or waits behind us and reopens.
        const auto row = tables::findCase(t, id);
        if (!row || !mayTouch(who, row->branch)) {
            throw ProblemError{notFound()};
        }
        if (auto why = whyNot(*row, tables::verificationsOf(t, id), wanted.kind)) {
            throw ProblemError{std::move(*why)};
        }
        const auto after = decided(*row, wanted.kind, now);
        tables::update(t, after);
        tables::insert(t, store::DecisionRow{id, wanted.kind, wanted.reason, now, who.staff, who.displayName});
        const Actor actor{who.staff.value, who.counter, who.branch};
        t.append(wanted.kind == DecisionKind::close
                     ? event::ofCaseClosed(after, actor, now, newEventId(now))
                     : event::ofCaseDecided(after, wanted.kind, actor, now, newEventId(now)));
        return answer(201, toJson(readCase(t, after, config, now)));
    };
    co_return co_await once.insideOf(call, change);
}

}  // namespace

void addDecisionRoutes(Gate& gate, const Parts& parts, Idempotency& once) {
    gate.add({"POST", "/cases/{id}/decisions", Operation::closeCase, 16 * 1024, true},
             [&parts, &once](Call call) { return decide(parts, once, std::move(call)); });
}

}  // namespace verdesk::backend::api
