// The journal of unrepeatable requests and the raw answers; declared in verifications.h, because they belong to one.
#include "backend/store/tables/sealed.h"
#include "backend/store/tables/verifications.h"

namespace verdesk::backend::store::tables {
namespace {

constexpr std::string_view columns = "key, verification_id, case_id, request, answer, written_at, answered_at";

JournalRow journalFrom(Reading& r, Row& row) {
    JournalRow j;
    row.into(j.key, j.verification, j.caseId, j.request, j.answer, j.writtenAt, j.answeredAt);
    const auto key = keyOfCase(r, j.caseId);
    j.request = open(key, {"journal", j.key, "request"}, j.request);
    if (j.answer) {
        j.answer = open(key, {"journal", j.key, "answer"}, *j.answer);
    }
    return j;
}

}  // namespace

bool insertJournal(Transaction& t, const JournalRow& j) {
    const auto key = keyOfCase(t, j.caseId);
    std::optional<std::string> answer;
    if (j.answer) {
        answer = seal(key, {"journal", j.key, "answer"}, *j.answer);
    }
    return execute(t,
                   "insert into journal (key, verification_id, case_id, request, answer, written_at, answered_at) "
                   "values (:key, :verification, :case, :request, :answer, :written, :answered) "
                   "on conflict (key) do nothing",
                   j.key, j.verification, j.caseId, seal(key, {"journal", j.key, "request"}, j.request), answer,
                   j.writtenAt, j.answeredAt) == 1;
}

void answerJournal(Transaction& t, const std::string& key, const std::string& answer, Instant at) {
    for (auto& row : select(t, "case_id", "from journal where key = :key" + std::string{lockClause(t)}, key)) {
        CaseId id;
        row.into(id);
        execute(t, "update journal set answer = :answer, answered_at = :at where key = :key",
                seal(keyOfCase(t, id), {"journal", key, "answer"}, answer), at, key);
        return;
    }
    throw StoreError{Trouble::failed, "an answer came for a request that is not in the journal"};
}

void closeJournal(Transaction& t, const std::string& key, const std::string& request, const std::string& answer,
                  Instant at, const std::function<std::string(const std::string&)>& kept) {
    std::vector<JournalRow> all;
    for (auto& row : select(t, columns,
                            "from journal where key = :key or (key >= :first and key < :after) order by key" +
                                std::string{lockClause(t)},
                            key, key + "/", key + "0")) {  // "0" comes after "/"
        all.push_back(journalFrom(t, row));
    }
    if (all.empty() || all.front().key != key) {
        throw StoreError{Trouble::failed, "an answer came for a request that is not in the journal"};
    }
    all.front().answer = answer;
    for (auto& each : all) {
        each.request.clear();
    }
    all.front().request = request;
    for (const auto& each : all) {
        const auto caseKey = keyOfCase(t, each.caseId);
        execute(t, "update journal set request = :request, answer = :answer, answered_at = :at where key = :key",
                seal(caseKey, {"journal", each.key, "request"}, each.request),
                seal(caseKey, {"journal", each.key, "answer"}, kept(each.answer.value_or(""))),
                each.answeredAt.value_or(at), each.key);
    }
}

void dropJournal(Transaction& t, const std::string& key) {
    execute(t, "delete from journal where key = :key and answer is null", key);
}

std::optional<JournalRow> findJournal(Reading& r, const std::string& key) {
    for (auto& row : select(r, columns, "from journal where key = :key" + std::string{lockClause(r)}, key)) {
        return journalFrom(r, row);
    }
    return std::nullopt;
}

std::vector<JournalRow> unansweredJournal(Reading& r) {
    std::vector<JournalRow> all;
    for (auto& row : select(r, columns, "from journal where answered_at is null order by written_at, key")) {
        all.push_back(journalFrom(r, row));
    }
    return all;
}

std::vector<JournalRow> journalOf(Reading& r, const VerificationId& id) {
    std::vector<JournalRow> all;
    for (auto& row : select(r, columns, "from journal where verification_id = :id order by written_at, key", id)) {
        all.push_back(journalFrom(r, row));
    }
    return all;
}

void carryOnJournal(Transaction& t, const JournalRow& j) {
    const auto changed = execute(
        t,
        "update journal set verification_id = :verification, case_id = :case, request = :request, "
        "answer = null, answered_at = null where key = :key",
        j.verification, j.caseId, seal(keyOfCase(t, j.caseId), {"journal", j.key, "request"}, j.request), j.key);
    if (changed != 1) {
        throw StoreError{Trouble::failed, "a request that is to be carried on is not in the journal"};
    }
}

void insert(Transaction& t, const RawAnswerRow& a) {
    execute(t,
            "insert into raw_answers (id, verification_id, case_id, what, body, at) "
            "values (:id, :verification, :case, :what, :body, :at)",
            a.id, a.verification, a.caseId, a.what, seal(keyOfCase(t, a.caseId), {"raw_answers", a.id, "body"}, a.body),
            a.at);
}

std::vector<RawAnswerRow> rawAnswersOf(Reading& r, const VerificationId& id) {
    std::vector<RawAnswerRow> all;
    for (auto& row : select(r, "id, verification_id, case_id, what, body, at",
                            "from raw_answers where verification_id = :id order by at, id", id)) {
        RawAnswerRow a;
        row.into(a.id, a.verification, a.caseId, a.what, a.body, a.at);
        a.body = open(keyOfCase(r, a.caseId), {"raw_answers", a.id, "body"}, a.body);
        all.push_back(std::move(a));
    }
    return all;
}

}  // namespace verdesk::backend::store::tables
