#include "backend/store/event_log.h"

#include "backend/store/connection.h"
#include "backend/store/feed_state.h"
#include "backend/store/log_channel.h"

namespace verdesk::backend::store {

PreparedEvent prepareEvent(Event event) {
    auto text = canonical(event);
    auto leaf = crypto::toHex(leafHash(text));
    return {std::move(event), std::move(text), std::move(leaf)};
}

std::int64_t appendEvents(Reading& r, const std::vector<PreparedEvent>& events) {
    const auto count = static_cast<std::int64_t>(events.size());
    execute(r, "update head set last = last + :count where id = 1", count);
    const auto last = headOfLog(r);
    auto at = last - count;
    for (const auto& prepared : events) {
        const auto& event = prepared.event;
        execute(r,
                "insert into events (seq, id, at, type, case_id, verification_id, canonical, leaf) "
                "values (:seq, :id, :at, :type, :case, :verification, :canonical, :leaf)",
                ++at, event.id, event.at, event.type, event.caseId, event.verification, prepared.canonical,
                prepared.leaf);
    }
    if (r.engine() == Engine::postgres) {
        r.connection().run(notifyStatement);
    }
    return last;
}

std::int64_t headOfLog(Reading& r) {
    return selectNumber(r, "last", "from head where id = 1");
}

std::vector<LogEntry> readLog(Reading& r, std::int64_t after, int limit) {
    std::vector<LogEntry> entries;
    for (auto& row :
         select(r, "seq, canonical", "from events where seq > :after order by seq limit :limit", after, limit)) {
        std::int64_t at = 0;
        std::string text;
        row.into(at, text);
        entries.push_back(entryOf(at, eventFrom(text)));
    }
    return entries;
}

}  // namespace verdesk::backend::store
