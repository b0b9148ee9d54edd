#include "backend/store/event_log.h"

#include "backend/store/connection.h"
#include "backend/store/feed_state.h"
#include "backend/store/log_channel.h"

#include <span>

namespace verdesk::backend::store {
namespace {

// Rows of one INSERT: others wait for the head of the log meanwhile, and a round trip costs more than a row.
constexpr std::size_t rowsAtOnce = 16;

void insertRows(Reading& r, std::int64_t first, std::span<const PreparedEvent> events) {
    std::string text = "insert into events (seq, id, at, type, case_id, verification_id, canonical, leaf) values ";
    std::vector<Bound> values;
    for (const auto& prepared : events) {
        const auto& event = prepared.event;
        // Names of this row alone: to SQLite a name that stands twice is one parameter.
        const auto row = std::to_string(values.size());
        const char* before = values.empty() ? "(:" : ", (:";
        for (const auto* name : {"seq", "id", "at", "type", "case", "verification", "canonical", "leaf"}) {
            text.append(before).append(name).append(row);
            before = ", :";
        }
        text += ")";
        for (const auto& value :
             {bound(first++), bound(event.id), bound(event.at), bound(event.type), bound(event.caseId),
              bound(event.verification), bound(prepared.canonical), bound(prepared.leaf)}) {
            values.push_back(value);
        }
    }
    executeBound(r, text, values);
}

}  // namespace

PreparedEvent prepareEvent(Event event) {
    auto text = canonical(event);
    auto leaf = crypto::toHex(leafHash(text));
    return {std::move(event), std::move(text), std::move(leaf)};
}

std::int64_t appendEvents(Reading& r, const std::vector<PreparedEvent>& events) {
    const auto count = static_cast<std::int64_t>(events.size());
    execute(r, "update head set last = last + :count where id = 1", count);
    const auto last = headOfLog(r);
    auto first = last - count + 1;
    for (std::span<const PreparedEvent> rest{events}; !rest.empty();) {
        const auto now = rest.size() >= rowsAtOnce ? rowsAtOnce : 1;
        insertRows(r, first, rest.first(now));
        first += static_cast<std::int64_t>(now);
        rest = rest.subspan(now);
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
