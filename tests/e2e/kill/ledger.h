#pragma once
// What the backend acknowledged: nothing of it may ever be missing. Any thread.

#include "claims/verdict.h"
#include "contract/verification.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace verdesk::test {

// What the customer did, from which follows how the verification has to end.
struct Visit {
    std::string flow;
    std::string caseId;
    std::string verification;
    std::string session;     // the provider's id of it: of the QR session, the token, the identity
    std::string token;       // that was handed in
    std::set<State> mayEnd;  // as what happened at the counter allows; empty: nothing happened yet
    claims::Verdict best = claims::Verdict::pass;  // that may come of it
    std::string surname;             // of who went through it, where nobody else has that one; empty: many have
    State seen = State::requesting;  // acknowledged last
    claims::Verdict verdict = claims::Verdict::none;
    std::string proven;  // the surname that was
    int round = 0;       // of the killing, when it was seen last
};

class Ledger {
public:
    std::size_t add(Visit visit);
    Visit at(std::size_t place) const;
    std::size_t size() const;
    // The answer of a request that was sent when the ledger said `before`. A state never goes back, a verdict never
    // gets better.
    void saw(std::size_t place, const Visit& before, const nlohmann::json& verification);
    void change(std::size_t place, const std::function<void(Visit&)>& what);
    // Those that were seen in that round or the one before.
    std::vector<std::size_t> recent(int round) const;

    void fault(const std::string& what);
    std::vector<std::string> faults() const;

    std::atomic<int> round{0};
    std::atomic<int> hooks{0};     // webhooks for nobody that were acknowledged
    std::atomic<int> repeated{0};  // requests that had to be sent again
    std::atomic<int> requests{0};

private:
    mutable std::mutex mutex_;
    std::vector<Visit> visits_;
    std::vector<std::string> faults_;
};

}  // namespace verdesk::test
