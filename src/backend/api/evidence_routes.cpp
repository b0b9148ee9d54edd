// GET /evidence/{id}
#include "backend/api/answer.h"
#include "backend/api/routes.h"
#include "backend/events/build.h"
#include "backend/store/store.h"
#include "backend/store/tables/documents.h"
#include "backend/store/tables/verifications.h"

namespace verdesk::backend::api {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

asio::awaitable<http::Response> evidence(const Parts& parts, Call call) {
    // That somebody looks is written down before they see anything.
    const auto change = [id = idOf(call), who = call.who, now = parts.clock.now()](store::Transaction& t) {
        auto document = tables::findDocument(t, id);
        const auto row = document ? tables::findVerification(t, document->verification) : std::nullopt;
        if (!row || !mayTouch(who, row->branch)) {
            throw ProblemError{notFound()};
        }
        const Actor actor{who.staff.value, who.counter, who.branch};
        t.append(event::ofEvidenceRead(*document, actor, now, newEventId(now)));
        return *document;
    };
    const auto document = co_await parts.store.write(change);
    const auto query = [document](store::Reading& r) { return tables::bytesOf(r, document); };
    http::Response response;
    response.body = co_await parts.store.read(query);
    response.contentType = document.mediaType;
    co_return response;
}

}  // namespace

void addEvidenceRoutes(Gate& gate, const Parts& parts) {
    gate.add({"GET", "/evidence/{id}", Operation::readEvidence},
             [&parts](Call call) { return evidence(parts, std::move(call)); });
}

}  // namespace verdesk::backend::api
