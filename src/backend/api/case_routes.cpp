// POST /cases, GET /cases, GET /cases/{id}
#include "backend/api/answer.h"
#include "backend/api/case_view.h"
#include "backend/api/day.h"
#include "backend/api/open_case.h"
#include "backend/api/routes.h"
#include "backend/events/build.h"
#include "backend/store/store.h"
#include "backend/store/tables/cases.h"
#include "crypto/random.h"

namespace verdesk::backend::api {

namespace asio = boost::asio;
namespace tables = store::tables;
using store::CaseRow;
using store::Reading;
using store::Transaction;

namespace {

CaseRow rowOf(const OpenCase& open, const Who& who, const Config& config, Instant now) {
    CaseRow row;
    row.id = CaseId{crypto::uuid7(now)};
    row.branch = who.branch;
    row.reference = open.reference;
    row.purpose = open.purpose;
    row.environment = config.environment();
    row.openedBy = who.staff;
    row.openedByName = who.displayName;
    row.openedAt = row.updatedAt = now;
    row.consentVersion = open.consentVersion;
    row.consentLanguage = open.consentLanguage;
    row.attestationVersion = open.attestationVersion;
    return row;
}

ProblemError alreadyOpen(const CaseSummary& there) {
    return ProblemError{
        {409, "case-open", "There is an open case for this reference", {}, {}, {{"openCase", toJson(there)}}}};
}

asio::awaitable<http::Response> openCase(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    const auto open = openCaseFrom(JsonReader{body});
    checkOpenCase(open, parts.config);
    const auto now = parts.clock.now();
    const auto who = call.who;
    const auto fresh = rowOf(open, who, parts.config, now);
    const Idempotency::Change change = [fresh, who, now, &config = parts.config](Transaction& t) {
        if (const auto there = tables::findOpenCase(t, fresh.branch, fresh.reference)) {
            throw alreadyOpen(readSummaries(t, {*there}, config).front());
        }
        auto row = fresh;
        row.number = tables::freeNumber(t, row.branch);
        tables::insert(t, row);
        t.append(event::ofCaseOpened(row, {who.staff.value, who.counter, who.branch}, now, newEventId(now)));
        return answer(201, toJson(readCase(t, row, config, now)));
    };
    co_return co_await once.insideOf(call, change);
}

std::optional<CaseState> stateOf(const Call& call) {
    const auto word = textOf(call, "state", 20);
    if (word.empty()) {
        return std::nullopt;
    }
    const auto state = fromWord<CaseState>(word);
    if (!state || *state == CaseState::unknown) {
        throw MemberError{"state", "is not one of: open, closed"};
    }
    return state;
}

asio::awaitable<http::Response> listCases(const Parts& parts, Call call) {
    tables::CaseFilter filter;
    filter.branch = call.who.branch;
    filter.reference = textOf(call, "reference", longestReference);
    filter.state = stateOf(call);
    filter.after = textOf(call, "after", 64);
    if (const auto day = textOf(call, "day", 10); !day.empty()) {
        const auto span = dayFrom(day, integerOf(call, "utcOffsetMinutes", -840, 840).value_or(0));
        filter.from = span.from;
        filter.until = span.until;
    }
    const auto limit = static_cast<int>(integerOf(call, "limit", 1, 100).value_or(50));
    filter.limit = limit + 1;
    const auto query = [filter, limit, &config = parts.config](Reading& r) {
        auto rows = tables::listCases(r, filter);
        CaseList out;
        if (rows.size() > static_cast<std::size_t>(limit)) {
            rows.resize(static_cast<std::size_t>(limit));
            out.next = rows.back().id.value;
        }
        out.cases = readSummaries(r, rows, config);
        return out;
    };
    const auto list = co_await parts.store.read(query);
    co_return answer(200, toJson(list));
}

asio::awaitable<http::Response> getCase(const Parts& parts, Call call) {
    const CaseId id{idOf(call)};
    const auto query = [id, who = call.who, now = parts.clock.now(),
                        &config = parts.config](Reading& r) -> std::optional<Case> {
        const auto row = tables::findCase(r, id);
        if (!row || !mayTouch(who, row->branch)) {
            return std::nullopt;
        }
        return readCase(r, *row, config, now);
    };
    const auto found = co_await parts.store.read(query);
    if (!found) {
        throw ProblemError{notFound()};
    }
    co_return answer(200, toJson(*found));
}

}  // namespace

void addCaseRoutes(Gate& gate, const Parts& parts, Idempotency& once) {
    gate.add({"POST", "/cases", Operation::openCase, 8 * 1024, true},
             [&parts, &once](Call call) { return openCase(parts, once, std::move(call)); });
    gate.add({"GET", "/cases", Operation::readCases},
             [&parts](Call call) { return listCases(parts, std::move(call)); });
    gate.add({"GET", "/cases/{id}", Operation::readCases},
             [&parts](Call call) { return getCase(parts, std::move(call)); });
}

}  // namespace verdesk::backend::api
