#include "backend/events/check.h"

#include "backend/events/check_rows.h"
#include "backend/store/connection.h"

namespace verdesk::backend {
namespace {

using store::Reading;
using store::select;

void checkEvent(StoreReport& report, Fold& fold, std::int64_t at, const Found& columns, const std::string& text) {
    const auto place = std::to_string(at);
    if (const auto leaf = crypto::toHex(leafHash(text)); leaf != columns.at("leaf")) {
        report.faults.push_back(faultText("events", place, "leaf", leaf, columns.at("leaf")));
    }
    try {
        const auto event = eventFrom(text);
        if (const auto again = canonical(event); again != text) {
            report.faults.push_back("events " + place + ", column canonical: it is not in canonical form");
        }
        const Expected expected{{"id", event.id.value},
                                {"at", std::to_string(event.at.time_since_epoch().count())},
                                {"type", event.type},
                                {"case_id", event.caseId.value},
                                {"verification_id", event.verification.value},
                                {"leaf", *columns.at("leaf")}};
        const auto faults = compareColumns("events", place, expected, columns);
        report.faults.insert(report.faults.end(), faults.begin(), faults.end());
        fold.add(at, event);
    } catch (const std::exception& error) {
        report.faults.push_back("events " + place + ", column canonical: " + error.what());
    }
}

void checkLog(StoreReport& report, Fold& fold, Reading& r) {
    constexpr int page = 1000;
    std::int64_t last = 0;
    for (bool more = true; more;) {
        auto rows = select(r, "seq, canonical, id, at, type, case_id, verification_id, leaf",
                           "from events where seq > :after order by seq limit :limit", last, page);
        more = rows.size() == page;
        for (auto& row : rows) {
            std::int64_t at = 0;
            std::string text;
            Found columns;
            row.into(at, text, columns["id"], columns["at"], columns["type"], columns["case_id"],
                     columns["verification_id"], columns["leaf"]);
            if (at != last + 1) {
                report.faults.push_back(
                    faultText("events", std::to_string(at), "seq", std::to_string(last + 1), std::to_string(at)));
            }
            last = at;
            ++report.events;
            checkEvent(report, fold, at, columns, text);
        }
    }
    const auto head = store::selectNumber(r, "last", "from head where id = 1");
    if (head != last) {
        report.faults.push_back(faultText("head", "1", "last", std::to_string(last), std::to_string(head)));
    }
}

// What the engine itself says of the file.
void checkFile(StoreReport& report, Reading& r) {
    if (r.engine() != store::Engine::sqlite) {
        return;
    }
    for (auto& row : select(r, "integrity_check", "from pragma_integrity_check")) {
        std::string text;
        row.into(text);
        if (text != "ok") {
            report.faults.push_back("the file: " + text);
        }
    }
}

}  // namespace

StoreReport checkStore(Reading& r) {
    StoreReport report;
    Fold fold;
    checkFile(report, r);
    checkLog(report, fold, r);
    report.faults.insert(report.faults.end(), fold.faults().begin(), fold.faults().end());
    checkCases(report, fold, r);
    checkVerifications(report, fold, r);
    checkHooks(report, fold, r);
    checkSealedRows(report, r);
    checkErasures(report, fold, r);
    checkSubjects(report, r);
    return report;
}

}  // namespace verdesk::backend
