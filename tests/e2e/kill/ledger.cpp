#include "tests/e2e/kill/ledger.h"

#include "claims/claim.h"

namespace verdesk::test {

namespace {

int rank(State state) {
    return isFinal(state) ? 3 : static_cast<int>(state) - static_cast<int>(State::requesting);
}

std::string surnameIn(const nlohmann::json& verification) {
    for (const auto& claim : verification.value("claims", nlohmann::json::array())) {
        if (claim.value("name", "") == claims::name::surname) {
            return claim.value(nlohmann::json::json_pointer{"/value/value"}, "");
        }
    }
    return {};
}

}  // namespace

std::size_t Ledger::add(Visit visit) {
    const std::lock_guard lock{mutex_};
    visit.round = round;
    visits_.push_back(std::move(visit));
    return visits_.size() - 1;
}

Visit Ledger::at(std::size_t place) const {
    const std::lock_guard lock{mutex_};
    return visits_[place];
}

std::size_t Ledger::size() const {
    const std::lock_guard lock{mutex_};
    return visits_.size();
}

void Ledger::saw(std::size_t place, const Visit& before, const nlohmann::json& verification) {
    const auto state = fromWord<State>(verification.value("state", "")).value_or(State::unknown);
    const auto verdict = fromWord<claims::Verdict>(verification.value("verdict", "")).value_or(claims::Verdict::none);
    const auto name = before.verification + " of " + before.caseId;
    if (verification.value("id", "") != before.verification) {
        fault(name + ": another verification was answered");
        return;
    }
    if (rank(state) < rank(before.seen) || (isFinal(before.seen) && state != before.seen)) {
        fault(name + ": was " + std::string{toWord(before.seen)} + " and is " + std::string{toWord(state)});
    }
    if (verdict < before.verdict) {
        fault(name + ": the verdict got better");
    }
    const std::lock_guard lock{mutex_};
    auto& visit = visits_[place];
    if (rank(state) > rank(visit.seen)) {
        visit.seen = state;
    }
    visit.verdict = claims::worse(visit.verdict, verdict);
    if (auto surname = surnameIn(verification); !surname.empty()) {
        visit.proven = std::move(surname);
    }
    visit.round = round;
}

void Ledger::change(std::size_t place, const std::function<void(Visit&)>& what) {
    const std::lock_guard lock{mutex_};
    what(visits_[place]);
}

std::vector<std::size_t> Ledger::recent(int since) const {
    const std::lock_guard lock{mutex_};
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < visits_.size(); ++i) {
        if (visits_[i].round + 1 >= since) {
            found.push_back(i);
        }
    }
    return found;
}

void Ledger::fault(const std::string& what) {
    const std::lock_guard lock{mutex_};
    faults_.push_back(what);
}

std::vector<std::string> Ledger::faults() const {
    const std::lock_guard lock{mutex_};
    return faults_;
}

}  // namespace verdesk::test
