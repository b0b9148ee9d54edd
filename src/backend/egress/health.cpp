#include "backend/egress/health.h"

#include <algorithm>

namespace verdesk::backend::egress {

// The newest answer counts a third: a few good ones undo a slow one.
constexpr double weightOfNewest = 1.0 / 3;

void Health::answered(const std::string& account, Millis took) {
    auto& record = records_[account];
    const auto ms = static_cast<double>(took.count());
    record.averageMs =
        record.any && record.averageMs > 0 ? record.averageMs * (1 - weightOfNewest) + ms * weightOfNewest : ms;
    record.failures = 0;
    record.any = true;
}

void Health::failed(const std::string& account) {
    auto& record = records_[account];
    ++record.failures;
    record.any = true;
}

void Health::pauseUntil(const std::string& account, Moment moment) {
    auto& record = records_[account];
    record.pausedUntil = std::max(record.pausedUntil, moment);
}

Answering Health::answering(const std::string& account) const {
    const auto found = records_.find(account);
    if (found == records_.end() || !found->second.any) {
        return Answering::unknown;
    }
    const auto& record = found->second;
    if (record.failures >= policy_.down) {
        return Answering::down;
    }
    const bool slow = record.failures > 0 || record.averageMs > static_cast<double>(policy_.slow.count());
    return slow ? Answering::slow : Answering::answering;
}

Moment Health::pausedUntil(const std::string& account) const {
    const auto found = records_.find(account);
    return found == records_.end() ? Moment{} : found->second.pausedUntil;
}

}  // namespace verdesk::backend::egress
