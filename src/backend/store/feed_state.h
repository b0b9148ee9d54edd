#pragma once
// What the feed keeps. Touched on the store's executor alone.

#include "backend/store/feed.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <list>

namespace verdesk::backend::store {

struct Feed::State {
    State(boost::asio::any_io_executor on, std::size_t kept) : executor{std::move(on)}, capacity{kept} {}

    // Entries in the order of the log. What is there already is left out, so that two sources may tell the same.
    void add(const std::vector<LogEntry>& added);

    boost::asio::any_io_executor executor;
    std::size_t capacity;
    std::deque<LogEntry> entries;
    std::int64_t base = 0;    // the place before the first entry
    std::int64_t cursor = 0;  // the place of the last entry
    std::list<boost::asio::steady_timer*> waiting;
};

LogEntry entryOf(std::int64_t at, const Event& event);

}  // namespace verdesk::backend::store
