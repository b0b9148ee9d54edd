#include "backend/api/long_polls.h"

namespace verdesk::backend::api {
namespace {

void end(LongPolls::Poll& poll, LongPolls::Ended why) {
    if (poll.ended == LongPolls::Ended::no) {
        poll.ended = why;
        poll.bell.cancel();
    }
}

}  // namespace

LongPolls::Poll::Poll(const boost::asio::any_io_executor& executor)
    : bell{executor, boost::asio::steady_timer::time_point::max()} {}

std::shared_ptr<LongPolls::Poll> LongPolls::begin(const std::string& session,
                                                  const boost::asio::any_io_executor& executor) {
    if (const auto found = polls_.find(session); found != polls_.end()) {
        end(*found->second, Ended::superseded);
    }
    auto poll = std::make_shared<Poll>(executor);
    polls_[session] = poll;
    if (stopping_) {
        end(*poll, Ended::stopping);
    }
    return poll;
}

void LongPolls::finish(const std::string& session, const std::shared_ptr<Poll>& poll) {
    if (const auto found = polls_.find(session); found != polls_.end() && found->second == poll) {
        polls_.erase(found);
    }
}

void LongPolls::endSession(const std::string& session) {
    if (const auto found = polls_.find(session); found != polls_.end()) {
        end(*found->second, Ended::sessionOver);
    }
}

void LongPolls::stop() {
    stopping_ = true;
    for (auto& [session, poll] : polls_) {
        end(*poll, Ended::stopping);
    }
}

}  // namespace verdesk::backend::api
