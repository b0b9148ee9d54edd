#include "backend/scheduler/alarm.h"

#include <boost/asio/steady_timer.hpp>

#include <algorithm>

namespace verdesk::backend {
namespace {

class SystemAlarm : public Alarm {
public:
    SystemAlarm(const Clock& clock, const boost::asio::any_io_executor& executor) : clock_{clock}, timer_{executor} {}

    void set(Instant at, std::function<void()> fire) override {
        timer_.expires_after(std::max(at - clock_.now(), std::chrono::milliseconds{0}));
        timer_.async_wait([fire = std::move(fire), mine = ++*latest_,
                           latest = std::weak_ptr<std::uint64_t>{latest_}](const boost::system::error_code& error) {
            // One that was set again or destroyed while this waited in the queue does not fire any more.
            const auto current = latest.lock();
            if (!error && current && *current == mine) {
                fire();
            }
        });
    }
    void cancel() override {
        ++*latest_;
        timer_.cancel();
    }

private:
    const Clock& clock_;
    boost::asio::steady_timer timer_;
    std::shared_ptr<std::uint64_t> latest_ = std::make_shared<std::uint64_t>(0);
};

}  // namespace

std::unique_ptr<Alarm> SystemAlarms::make(boost::asio::any_io_executor executor) const {
    return std::make_unique<SystemAlarm>(clock_, executor);
}

}  // namespace verdesk::backend
