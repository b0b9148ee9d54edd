#include "tests/backend/support/fake_web.h"

#include <algorithm>
#include <utility>

namespace verdesk::test {

using backend::egress::TransportError;

std::size_t FakeWeb::count(const std::string& url) const {
    return static_cast<std::size_t>(
        std::count_if(sent.begin(), sent.end(), [&](const HttpRequest& each) { return each.url == url; }));
}

boost::asio::awaitable<HttpReply> FakeWeb::send(HttpRequest request, std::chrono::milliseconds deadline) {
    if (request.url.starts_with(prefix_)) {
        co_return co_await other_.send(std::move(request), deadline);
    }
    const auto url = request.url;
    sent.push_back(std::move(request));
    if (meanwhile) {
        co_await std::exchange(meanwhile, nullptr)();
    }
    auto& waiting = answers_[url];
    if (waiting.empty()) {
        co_return HttpReply{404, {}, {}};
    }
    const auto answer = waiting.front();
    if (waiting.size() > 1) {
        waiting.pop_front();
    }
    if (answer.how != How::answered) {
        throw TransportError{TransportError::Kind::unreachable, answer.how == How::lost, "no answer"};
    }
    co_return HttpReply{answer.status, answer.body, answer.headers};
}

}  // namespace verdesk::test
