#pragma once
// A client that remembers whom it called and what time they said it was.

#include "backend/clock.h"
#include "backend/doctor/clock_check.h"
#include "backend/egress/http_client.h"

#include <set>
#include <string>
#include <vector>

namespace verdesk::backend::doctor {

class RecordingClient : public egress::HttpClient {
public:
    // The references must outlive it.
    RecordingClient(egress::HttpClient& client, const Clock& clock) : client_{client}, clock_{clock} {}

    boost::asio::awaitable<HttpReply> send(HttpRequest request, std::chrono::milliseconds deadline) override;

    // Since the last time: "https://api.passid.io:443".
    std::set<std::string> takeOrigins();
    // Of all answers but those of this machine, which has our clock.
    const std::vector<TimeSeen>& times() const {
        return times_;
    }

private:
    egress::HttpClient& client_;
    const Clock& clock_;
    std::set<std::string> origins_;
    std::vector<TimeSeen> times_;
};

}  // namespace verdesk::backend::doctor
