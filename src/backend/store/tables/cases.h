#pragma once
// Cases and decisions.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"

namespace verdesk::backend::store::tables {

// Also makes the case's key. `number` must be free; see freeNumber.
void insert(Transaction& t, const CaseRow& row);
void update(Transaction& t, const CaseRow& row);
std::optional<CaseRow> findCase(Reading& r, const CaseId& id);
std::optional<CaseRow> findOpenCase(Reading& r, const std::string& branch, const std::string& reference);
std::vector<CaseRow> blockedCasesOf(Reading& r, const std::string& branch, const std::string& reference,
                                    const CaseId& except);
// A number that no case of the branch has had: letter, digit, dash, three
// digits, without letters that sound alike.
std::string freeNumber(Transaction& t, const std::string& branch);

struct CaseFilter {
    std::string branch;
    std::optional<Instant> from;   // openedAt >= from
    std::optional<Instant> until;  // openedAt < until
    std::string reference;         // exact; empty: any
    std::optional<CaseState> state;
    std::string after;  // id of the last row of the page before
    int limit = 50;
};
// Newest first, in pages by key.
std::vector<CaseRow> listCases(Reading& r, const CaseFilter& filter);

void insert(Transaction& t, const DecisionRow& row);
std::vector<DecisionRow> decisionsOf(Reading& r, const CaseId& id);

}  // namespace verdesk::backend::store::tables
