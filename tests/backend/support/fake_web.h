#pragma once
// Other servers than PASSID's, as a client that answers from memory: by address, what was laid out for it.

#include "backend/egress/http_client.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace verdesk::test {

class FakeWeb : public backend::egress::HttpClient {
public:
    // Requests to addresses that start with `prefix` go to `other`.
    FakeWeb(std::string prefix, backend::egress::HttpClient& other) : prefix_{std::move(prefix)}, other_{other} {}

    enum class How { answered, lost, unreachable };
    struct Answer {
        int status = 200;
        std::string body;
        std::vector<Header> headers = {};
        How how = How::answered;
    };
    // In order; the last one stays. An address without any is answered with 404.
    void lay(const std::string& url, Answer answer) {
        answers_[url].push_back(std::move(answer));
    }
    void clear(const std::string& url) {
        answers_.erase(url);
    }
    std::vector<HttpRequest> sent;
    // What happens elsewhere while an answer is waited for.
    std::function<boost::asio::awaitable<void>()> meanwhile;
    std::size_t count(const std::string& url) const;

    boost::asio::awaitable<HttpReply> send(HttpRequest request, std::chrono::milliseconds deadline) override;

private:
    std::string prefix_;
    backend::egress::HttpClient& other_;
    std::map<std::string, std::deque<Answer>> answers_;
};

}  // namespace verdesk::test
