#include "desk/report_queue.h"

#include "desk/backend_client.h"

#include <utility>

namespace verdesk::desk {

ReportQueue::ReportQueue(BackendClient& client, Answered answered) : client_{client}, answered_{std::move(answered)} {}

void ReportQueue::add(int check, const VerificationId& verification, PageReport report) {
    auto& line = waiting_[check];
    line.push_back({verification, std::move(report), BackendClient::newKey()});
    if (line.size() == 1) {
        send(check);
    }
}

void ReportQueue::send(int check) {
    const auto& first = waiting_.at(check).front();
    client_.report(first.verification, first.report, first.key, &context_,
                   [this, check, key = first.key](Answer<Verification> answer) {
                       const auto line = waiting_.find(check);
                       if (line == waiting_.end() || line->second.empty() || line->second.front().key != key) {
                           return;  // forgotten meanwhile
                       }
                       const auto report = std::move(line->second.front().report);
                       line->second.pop_front();
                       const bool more = !line->second.empty();
                       if (!more) {
                           waiting_.erase(line);
                       }
                       answered_(check, report, std::move(answer));
                       if (more && waiting_.count(check) != 0) {
                           send(check);
                       }
                   });
}

void ReportQueue::forget(int check) {
    waiting_.erase(check);
}

void ReportQueue::clear() {
    waiting_.clear();
}

}  // namespace verdesk::desk
