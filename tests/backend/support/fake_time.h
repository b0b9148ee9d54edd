#pragma once
// A clock and alarms that a test moves by hand.

#include "backend/scheduler/alarm.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <memory>
#include <set>

namespace verdesk::test {

class FakeTime : public backend::Clock, public backend::Alarms {
public:
    explicit FakeTime(boost::asio::io_context& io, Instant start = *instantFrom("2026-03-17T14:00:00Z"))
        : io_{io}, now_{start} {}

    Instant now() const override {
        return now_;
    }
    std::unique_ptr<backend::Alarm> make(boost::asio::any_io_executor) const override {
        return std::make_unique<FakeAlarm>(alarms_);
    }

    // Moves on, from alarm to alarm, each at its own moment, with everything that is ready done in between.
    void advance(std::chrono::milliseconds by) {
        const auto until = now_ + by;
        drain();
        while (auto* next = earliest(until)) {
            now_ = std::max(now_, next->at);
            boost::asio::post(io_, std::exchange(next->what, nullptr));
            drain();
        }
        now_ = until;
        drain();
    }
    // Moves the time and wakes nobody: as if the process had not been there.
    void skip(std::chrono::milliseconds by) {
        now_ += by;
    }
    void drain() {
        io_.restart();
        io_.poll();
    }

private:
    struct FakeAlarm : backend::Alarm {
        explicit FakeAlarm(std::shared_ptr<std::set<FakeAlarm*>> all) : alarms{std::move(all)} {
            alarms->insert(this);
        }
        ~FakeAlarm() override {
            alarms->erase(this);
        }
        void set(Instant when, std::function<void()> then) override {
            at = when;
            what = std::move(then);
        }
        void cancel() override {
            what = nullptr;
        }
        // Of them all; shared, for one that lives on in a coroutine that the io_context destroys last.
        std::shared_ptr<std::set<FakeAlarm*>> alarms;
        Instant at{};
        std::function<void()> what;
    };

    FakeAlarm* earliest(Instant until) const {
        FakeAlarm* found = nullptr;
        for (auto* each : *alarms_) {
            if (each->what && each->at <= until && (found == nullptr || each->at < found->at)) {
                found = each;
            }
        }
        return found;
    }

    boost::asio::io_context& io_;
    Instant now_;
    std::shared_ptr<std::set<FakeAlarm*>> alarms_ = std::make_shared<std::set<FakeAlarm*>>();
};

}  // namespace verdesk::test
