#pragma once
// The table of events: appending under the head of the log, and reading on from a place. For the store's own folder.

#include "backend/store/feed.h"
#include "backend/store/transaction.h"

#include <string>
#include <vector>

namespace verdesk::backend::store {

// An event with the texts that are stored of it, made before the head of the log is taken.
struct PreparedEvent {
    Event event;
    std::string canonical;
    std::string leaf;  // hex
};
PreparedEvent prepareEvent(Event event);

// Takes the head of the log and puts the events behind it, in order. Returns the place of the last. On PostgreSQL the
// head stays locked until the commit, and readers of all replicas are notified at that moment.
std::int64_t appendEvents(Reading& r, const std::vector<PreparedEvent>& events);

std::int64_t headOfLog(Reading& r);
// Places above `after`, at most `limit`, in order.
std::vector<LogEntry> readLog(Reading& r, std::int64_t after, int limit);

}  // namespace verdesk::backend::store
