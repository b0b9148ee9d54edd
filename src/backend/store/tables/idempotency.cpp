// Answers kept for idempotency; declared in staff.h, because they belong to a person.
#include "backend/store/tables/sealed.h"
#include "backend/store/tables/staff.h"

namespace verdesk::backend::store::tables {
namespace {

std::string sealAnswer(Reading& r, const IdempotencyRow& i) {
    const auto row = i.staff.value + "/" + i.key;
    return seal(r.keys().commonKey("idempotency"), {"idempotency", row, "answer"}, i.answer);
}

}  // namespace

std::optional<IdempotencyRow> findIdempotency(Reading& r, const StaffId& staff, const std::string& key) {
    for (auto& row :
         select(r, "staff_id, key, request_digest, status, answer, at",
                "from idempotency where staff_id = :staff and key = :key" + std::string{lockClause(r)}, staff, key)) {
        IdempotencyRow i;
        row.into(i.staff, i.key, i.requestDigest, i.status, i.answer, i.at);
        i.answer =
            open(r.keys().commonKey("idempotency"), {"idempotency", i.staff.value + "/" + i.key, "answer"}, i.answer);
        return i;
    }
    return std::nullopt;
}

bool insertIdempotency(Transaction& t, const IdempotencyRow& i) {
    return execute(t,
                   "insert into idempotency (staff_id, key, request_digest, status, answer, at) "
                   "values (:staff, :key, :digest, :status, :answer, :at) on conflict (staff_id, key) do nothing",
                   i.staff, i.key, i.requestDigest, i.status, sealAnswer(t, i), i.at) == 1;
}

void answerIdempotency(Transaction& t, const IdempotencyRow& i) {
    execute(
        t, "update idempotency set status = :status, answer = :answer, at = :at where staff_id = :staff and key = :key",
        i.status, sealAnswer(t, i), i.at, i.staff, i.key);
}

int dropIdempotency(Transaction& t, Instant before) {
    return static_cast<int>(execute(t, "delete from idempotency where at < :before", before));
}

}  // namespace verdesk::backend::store::tables
