#pragma once
// The long polls that are waiting, one a session: a second one ends the first, and a session's end ends its poll. On
// the backend's executor.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <map>
#include <memory>
#include <string>

namespace verdesk::backend::api {

class LongPolls {
public:
    enum class Ended { no, superseded, sessionOver, stopping };
    struct Poll {
        explicit Poll(const boost::asio::any_io_executor& executor);
        boost::asio::steady_timer bell;  // never rings; cancelled when the poll has to end
        Ended ended = Ended::no;
    };

    std::shared_ptr<Poll> begin(const std::string& session, const boost::asio::any_io_executor& executor);
    void finish(const std::string& session, const std::shared_ptr<Poll>& poll);
    void endSession(const std::string& session);
    // Ends all, and every one that begins later.
    void stop();
    std::size_t size() const {
        return polls_.size();
    }

private:
    std::map<std::string, std::shared_ptr<Poll>> polls_;
    bool stopping_ = false;
};

}  // namespace verdesk::backend::api
