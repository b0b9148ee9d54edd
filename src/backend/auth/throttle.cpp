#include "backend/auth/throttle.h"

#include <algorithm>

namespace verdesk::backend {
namespace {

constexpr std::size_t most = 50'000;  // remembered names or addresses

constexpr ThrottleRule ofAddresses() {
    ThrottleRule rule;
    rule.freeTries = 30;
    rule.lockAfter = 200;
    return rule;
}

}  // namespace

Throttle::Throttle() : Throttle{ThrottleRule{}, ofAddresses()} {}

Throttle::Throttle(ThrottleRule name, ThrottleRule address) : nameRule_{name}, addressRule_{address} {}

std::optional<std::chrono::milliseconds> Throttle::waiting(const Counts& counts, const std::string& key, Instant now) {
    const auto found = counts.find(key);
    if (found == counts.end() || found->second.notBefore <= now) {
        return std::nullopt;
    }
    return found->second.notBefore - now;
}

void Throttle::note(Counts& counts, const std::string& key, const ThrottleRule& rule, Instant now) {
    auto& count = counts[key];
    if (now - count.last > rule.forgetAfter) {
        count.failures = 0;
    }
    ++count.failures;
    count.last = now;
    if (count.failures >= rule.lockAfter) {
        count.notBefore = now + rule.lockFor;
    } else if (count.failures >= rule.freeTries) {
        const int doublings = std::min(count.failures - rule.freeTries, 20);
        count.notBefore = now + std::min(rule.first * (1 << doublings), rule.lockFor);
    }
}

void Throttle::forget(Counts& counts, const ThrottleRule& rule, Instant now) {
    if (counts.size() < most) {
        return;
    }
    std::erase_if(counts, [&](const auto& each) { return now - each.second.last > rule.forgetAfter; });
    // Somebody is making names up: those that are not waiting go, all at once so that this is rare.
    if (counts.size() > most / 2) {
        std::erase_if(counts, [&](const auto& each) { return each.second.notBefore <= now; });
    }
    if (counts.size() >= most) {
        counts.clear();
    }
}

std::optional<std::chrono::milliseconds> Throttle::begin(const std::string& name, const std::string& address,
                                                         Instant now) {
    const auto byName = waiting(names_, name, now);
    const auto byAddress = waiting(addresses_, address, now);
    if (byName || byAddress) {
        return std::max(byName.value_or(std::chrono::milliseconds{1}),
                        byAddress.value_or(std::chrono::milliseconds{1}));
    }
    forget(names_, nameRule_, now);
    forget(addresses_, addressRule_, now);
    note(names_, name, nameRule_, now);
    note(addresses_, address, addressRule_, now);
    return std::nullopt;
}

void Throttle::succeeded(const std::string& name, const std::string& address) {
    names_.erase(name);
    if (const auto found = addresses_.find(address); found != addresses_.end() && --found->second.failures <= 0) {
        addresses_.erase(found);
    }
}

void Throttle::lockUntil(const std::string& name, Instant until, Instant now) {
    auto& count = names_[name];
    count.failures = std::max(count.failures, nameRule_.lockAfter);
    count.last = now;
    count.notBefore = std::max(count.notBefore, until);
}

std::optional<Instant> Throttle::lockedUntil(const std::string& name, Instant now) const {
    const auto found = names_.find(name);
    if (found == names_.end() || found->second.failures < nameRule_.lockAfter || found->second.notBefore <= now) {
        return std::nullopt;
    }
    return found->second.notBefore;
}

int Throttle::failuresOf(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? 0 : found->second.failures;
}

}  // namespace verdesk::backend
