#pragma once
// The parts of the check that compare rows. For this folder's check alone.

#include "backend/events/check.h"
#include "backend/events/compare.h"
#include "backend/store/statement.h"

namespace verdesk::backend {

// Every case against the fold, with its decisions and its key.
void checkCases(StoreReport& report, const Fold& fold, store::Reading& r);
// Every verification against the fold, with the digest of what is sealed of it.
void checkVerifications(StoreReport& report, const Fold& fold, store::Reading& r);
// Every webhook in the inbox against the fold; one that waits for a person is there.
void checkHooks(StoreReport& report, const Fold& fold, store::Reading& r);
// Rows that no event speaks of: that what they refer to is there, and that what is sealed of them opens.
void checkSealedRows(StoreReport& report, store::Reading& r);
// That what was erased is gone, and that what its providers are still to delete is on the list; that whoever is known
// to a provider is so by a verification that told.
void checkErasures(StoreReport& report, const Fold& fold, store::Reading& r);
void checkSubjects(StoreReport& report, store::Reading& r);

// Calls `each` with every row and its id, which must be the first of `columns` and unique. `each` reads the columns
// after it. What it throws is a fault of the row.
template <class Each>
void forEachRow(StoreReport& report, store::Reading& r, std::string_view table, const std::string& id,
                const std::string& columns, Each each) {
    constexpr int page = 500;
    std::string last;
    const std::string rest =
        "from " + std::string{table} + " where " + id + " > :after order by " + id + " limit :limit";
    for (bool more = true; more;) {
        auto rows = store::select(r, id + ", " + columns, rest, last, page);
        more = rows.size() == page;
        for (auto& row : rows) {
            row.into(last);
            try {
                each(last, row);
            } catch (const std::exception& error) {
                report.faults.push_back(std::string{table} + " " + last + ": " + error.what());
            }
        }
    }
}

}  // namespace verdesk::backend
