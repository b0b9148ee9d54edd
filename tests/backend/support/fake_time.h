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
        : face_{std::make_shared<Face>(io, start)} {}

    Instant now() const override {
        return face_->now;
    }
    std::unique_ptr<backend::Alarm> make(boost::asio::any_io_executor) const override {
        return std::make_unique<FakeAlarm>(face_);
    }

    // Moves on, from alarm to alarm, each at its own moment, with everything that is ready done in between.
    void advance(std::chrono::milliseconds by) {
        const auto until = face_->now + by;
        drain();
        while (auto* next = earliest(until)) {
            face_->now = std::max(face_->now, next->at);
            next->fire();
            drain();
        }
        face_->now = until;
        drain();
    }
    // Moves the time and wakes nobody: as if the process had not been there.
    void skip(std::chrono::milliseconds by) {
        face_->now += by;
    }
    void drain() {
        face_->io.restart();
        face_->io.poll();
    }

private:
    struct FakeAlarm;
    // Shared with the alarms: some live on in coroutines that the io_context destroys last.
    struct Face {
        Face(boost::asio::io_context& i, Instant start) : io{i}, now{start} {}
        boost::asio::io_context& io;
        Instant now;
        std::set<FakeAlarm*> alarms;
    };

    struct FakeAlarm : backend::Alarm {
        explicit FakeAlarm(std::shared_ptr<Face> f) : face{std::move(f)} {
            face->alarms.insert(this);
        }
        ~FakeAlarm() override {
            face->alarms.erase(this);
        }
        void set(Instant when, std::function<void()> then) override {
            at = when;
            ++*turn;
            what = std::move(then);
            if (at <= face->now) {
                fire();
            }
        }
        void cancel() override {
            ++*turn;
            what = nullptr;
        }
        void fire() {
            boost::asio::post(face->io, [then = std::exchange(what, nullptr), mine = *turn, latest = turn] {
                if (*latest == mine) {
                    then();
                }
            });
        }
        std::shared_ptr<Face> face;
        std::shared_ptr<std::uint64_t> turn = std::make_shared<std::uint64_t>(0);
        Instant at{};
        std::function<void()> what;
    };

    FakeAlarm* earliest(Instant until) const {
        FakeAlarm* found = nullptr;
        for (auto* each : face_->alarms) {
            if (each->what && each->at <= until && (found == nullptr || each->at < found->at)) {
                found = each;
            }
        }
        return found;
    }

    std::shared_ptr<Face> face_;
};

}  // namespace verdesk::test
