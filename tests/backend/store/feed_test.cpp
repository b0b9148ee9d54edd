#include "backend/store/feed.h"

#include "backend/events/build.h"
#include "backend/store/feed_state.h"
#include "backend/store/statement.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/story.h"
#include "tests/support/registry.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/detached.hpp>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;
using namespace std::chrono_literals;

namespace {

namespace asio = boost::asio;

struct Memory {
    explicit Memory(std::size_t capacity) : state{std::make_shared<Feed::State>(io.get_executor(), capacity)} {}
    asio::io_context io;
    std::shared_ptr<Feed::State> state;
    Feed feed{state};

    void add(std::int64_t from, std::int64_t to) {
        std::vector<LogEntry> entries;
        for (auto at = from; at <= to; ++at) {
            entries.push_back({at, "hook.unmatched", "city", {}, {}, verdesk::State::unknown, {}});
        }
        state->add(entries);
    }
    FeedSlice after(std::int64_t place, std::chrono::milliseconds wait = 0ms) {
        auto result = asio::co_spawn(io, feed.after(place, wait), asio::use_future);
        io.restart();
        io.run();
        return result.get();
    }
};

std::vector<std::int64_t> placesOf(const FeedSlice& slice) {
    std::vector<std::int64_t> places;
    for (const auto& entry : slice.entries) {
        places.push_back(entry.at);
    }
    return places;
}

Event hookEvent() {
    return event::ofHookUnmatched(freshId(), "a", systemActor("city"), at(1), newEventId(at(1)));
}

}  // namespace

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void after_entriesThere_givesThemAtOnce() {
        Memory m{100};
        m.add(1, 3);
        const auto slice = m.after(1, 1h);
        QCOMPARE(placesOf(slice), (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(slice.cursor, 3);
        QVERIFY(!slice.tooOld);
    }
    void after_nothingNew_isEmptyInTheEnd() {
        Memory m{100};
        m.add(1, 3);
        const auto slice = m.after(3, 5ms);
        QVERIFY(slice.entries.empty());
        QCOMPARE(slice.cursor, 3);
    }
    void after_waiting_isWokenByTheNext() {
        Memory m{100};
        std::vector<std::int64_t> seen;
        const auto wait = [&]() -> asio::awaitable<void> {
            const auto slice = co_await m.feed.after(0, 1h);
            seen = placesOf(slice);
        };
        for (int i = 0; i < 3; ++i) {
            asio::co_spawn(m.io, wait(), asio::detached);
        }
        m.io.poll();
        QVERIFY(seen.empty());
        QCOMPARE(m.state->waiting.size(), std::size_t{3});
        m.add(1, 2);
        m.io.restart();
        m.io.run();
        QCOMPARE(seen, (std::vector<std::int64_t>{1, 2}));
        QVERIFY(m.state->waiting.empty());
    }
    // A replica that is behind another one: the desk's cursor is ahead of what memory holds.
    void after_ahead_waitsUntilItIsReached() {
        Memory m{100};
        m.add(1, 3);
        std::vector<std::int64_t> seen;
        const auto wait = [&]() -> asio::awaitable<void> {
            const auto slice = co_await m.feed.after(5, 1h);
            seen = placesOf(slice);
        };
        asio::co_spawn(m.io, wait(), asio::detached);
        m.io.poll();
        m.add(4, 5);
        m.io.restart();
        m.io.poll();
        QVERIFY(seen.empty());
        m.add(6, 6);
        m.io.restart();
        m.io.run();
        QCOMPARE(seen, (std::vector<std::int64_t>{6}));
    }
    void after_beforeMemory_isTooOld() {
        Memory m{10};
        m.add(1, 25);
        QVERIFY(m.after(14).tooOld);
        QCOMPARE(placesOf(m.after(15)).front(), 16);
        QCOMPARE(m.after(15).entries.size(), std::size_t{10});
    }
    void after_manyEntries_comeInSlices() {
        Memory m{2000};
        m.add(1, 1200);
        auto place = std::int64_t{0};
        std::vector<std::size_t> sizes;
        for (auto slice = m.after(place); !slice.entries.empty(); slice = m.after(place)) {
            QCOMPARE(slice.entries.front().at, place + 1);
            place = slice.cursor;
            sizes.push_back(slice.entries.size());
        }
        QCOMPARE(place, 1200);
        QCOMPARE(sizes.size(), std::size_t{3});
    }
    void after_cancelled_endsTheWait() {
        Memory m{100};
        asio::cancellation_signal stop;
        bool ended = false;
        asio::co_spawn(m.io, m.feed.after(0, 1h),
                       asio::bind_cancellation_slot(stop.slot(), [&](std::exception_ptr, FeedSlice) { ended = true; }));
        m.io.poll();
        QVERIFY(!ended);
        stop.emit(asio::cancellation_type::terminal);
        m.io.restart();
        m.io.run();
        QVERIFY(ended);
        QVERIFY(m.state->waiting.empty());
    }
    void add_whatIsThereAlready_isLeftOut() {
        Memory m{100};
        m.add(1, 3);
        m.add(2, 4);
        QCOMPARE(placesOf(m.after(0)), (std::vector<std::int64_t>{1, 2, 3, 4}));
    }
    void add_afterAGap_forgetsWhatWasBefore() {
        Memory m{100};
        m.add(1, 3);
        m.add(7, 8);
        QVERIFY(m.after(3).tooOld);
        QCOMPARE(placesOf(m.after(6)), (std::vector<std::int64_t>{7, 8}));
    }

    void store_committedEvents_arriveWithStateAndVerdict_data() {
        bothEngines();
    }
    void store_committedEvents_arriveWithStateAndVerdict() {
        QFETCH(Engine, engine);
        Harness h{engine};
        auto waiting = asio::co_spawn(h.io, h.store->feed().after(0, 30s), asio::use_future);
        h.io.poll();
        Story story;
        h.write([&story](Transaction& t) { story = tellApproved(t, sampleCase()); });
        h.io.restart();
        h.io.run();
        auto slice = waiting.get();
        while (slice.entries.size() < 6) {
            const auto more = h.run(h.store->feed().after(slice.cursor, 30s));
            QVERIFY(!more.entries.empty());
            slice.entries.insert(slice.entries.end(), more.entries.begin(), more.entries.end());
            slice.cursor = more.cursor;
        }
        QCOMPARE(placesOf(slice), (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
        const auto& opened = slice.entries.at(0);
        QCOMPARE(opened.type, std::string{"case.opened"});
        QCOMPARE(opened.branch, std::string{"city"});
        QCOMPARE(opened.caseId, story.kase.id);
        QVERIFY(opened.verification.empty());
        QCOMPARE(opened.state, verdesk::State::unknown);
        const auto& completed = slice.entries.at(4);
        QCOMPARE(completed.type, std::string{"verification.completed"});
        QCOMPARE(completed.verification, story.verification.id);
        QCOMPARE(completed.state, verdesk::State::completed);
        QCOMPARE(completed.verdict, claims::Verdict::review);
        QCOMPARE(slice.entries.at(5).verdict, claims::Verdict::review);
    }
    void store_reopened_stillHasTheEndOfTheLog_data() {
        bothEngines();
    }
    void store_reopened_stillHasTheEndOfTheLog() {
        QFETCH(Engine, engine);
        Harness h{engine};
        h.write([](Transaction& t) { tellApproved(t, sampleCase()); });
        h.reopen();
        QCOMPARE(h.store->feed().cursor(), 6);
        QCOMPARE(placesOf(h.run(h.store->feed().after(3, 0ms))), (std::vector<std::int64_t>{4, 5, 6}));
    }
    // Another program that writes to the same place, such as one that adds staff.
    void store_otherProgramWrites_isSeenInOrderWithoutGaps_data() {
        bothEngines();
    }
    void store_otherProgramWrites_isSeenInOrderWithoutGaps() {
        QFETCH(Engine, engine);
        Harness h{engine};
        auto other = h.make();
        for (int i = 0; i < 10; ++i) {
            const auto change = [](Transaction& t) { t.append(hookEvent()); };
            h.run(other->write(change));
            h.write(change);
        }
        std::vector<std::int64_t> places;
        for (std::int64_t place = 0; place < 20;) {
            const auto slice = h.run(h.store->feed().after(place, 30s));
            QVERIFY(!slice.tooOld && !slice.entries.empty());
            const auto more = placesOf(slice);
            places.insert(places.end(), more.begin(), more.end());
            place = slice.cursor;
        }
        QCOMPARE(places.size(), std::size_t{20});
        QVERIFY(std::is_sorted(places.begin(), places.end()));
        QCOMPARE(places.back(), 20);
    }
};

VERDESK_TEST(FeedTest)
#include "feed_test.moc"
