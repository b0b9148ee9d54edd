#include "backend/doctor/recording_client.h"

#include "backend/egress/origin.h"

#include <utility>

namespace verdesk::backend::doctor {

boost::asio::awaitable<HttpReply> RecordingClient::send(HttpRequest request, std::chrono::milliseconds deadline) {
    const auto origin = egress::originOf(request.url);
    if (origin) {
        origins_.insert(origin->text());
    }
    const auto before = clock_.now();
    auto reply = co_await client_.send(std::move(request), deadline);
    const auto date = reply.header("Date");
    if (date && origin && !origin->loopback) {
        times_.push_back({std::string{*date}, before, clock_.now()});
    }
    co_return reply;
}

std::set<std::string> RecordingClient::takeOrigins() {
    return std::exchange(origins_, {});
}

}  // namespace verdesk::backend::doctor
