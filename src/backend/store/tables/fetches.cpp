// Documents that are still to be fetched; declared in documents.h, because they become some.
#include "backend/store/tables/documents.h"
#include "backend/store/tables/sealed.h"

#include <nlohmann/json.hpp>

namespace verdesk::backend::store::tables {

void insert(Transaction& t, const FetchRow& f) {
    const nlohmann::json what{{"path", f.path}, {"url", f.url}};
    const auto text = what.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    execute(t,
            "insert into fetches (id, verification_id, case_id, what, tries, next_at, at) "
            "values (:id, :verification, :case, :what, :tries, :next, :at)",
            f.id, f.verification, f.caseId, seal(keyOfCase(t, f.caseId), {"fetches", f.id, "what"}, text), f.tries,
            f.nextAt, f.at);
}

std::vector<FetchRow> waitingFetches(Reading& r, Instant until, int limit) {
    std::vector<FetchRow> all;
    for (auto& row : select(r, "id, verification_id, case_id, what, tries, next_at, at",
                            "from fetches where next_at <= :until order by next_at, id limit :limit", until, limit)) {
        FetchRow f;
        std::string sealed;
        row.into(f.id, f.verification, f.caseId, sealed, f.tries, f.nextAt, f.at);
        const auto what =
            nlohmann::json::parse(open(keyOfCase(r, f.caseId), {"fetches", f.id, "what"}, sealed), nullptr, false);
        if (what.is_object()) {
            f.path = what.value("path", "");
            f.url = what.value("url", "");
        }
        all.push_back(std::move(f));
    }
    return all;
}

bool takeFetch(Transaction& t, const std::string& id, int tries, Instant until) {
    return execute(t, "update fetches set tries = :next, next_at = :until where id = :id and tries = :tries", tries + 1,
                   until, id, tries) == 1;
}

void hastenFetches(Transaction& t, Instant now) {
    execute(t, "update fetches set next_at = :now where next_at > :after", now, now);
}

void postponeFetch(Transaction& t, const std::string& id, int tries, Instant nextAt) {
    execute(t, "update fetches set tries = :tries, next_at = :next where id = :id", tries, nextAt, id);
}

bool endFetch(Transaction& t, const std::string& id) {
    return execute(t, "delete from fetches where id = :id", id) == 1;
}

}  // namespace verdesk::backend::store::tables
