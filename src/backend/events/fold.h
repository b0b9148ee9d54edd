#pragma once
// What the rows must say, rebuilt from the events alone. Pure: no store, no clock. Values are the words that stand in
// events and in columns, so that a word that this version does not know is compared like any other.

#include "backend/events/event.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace verdesk::backend {

// Column name to what the column must hold.
using Expected = std::map<std::string, std::string>;

struct ExpectedDecision {
    std::string kind;
    std::string by;
    bool operator==(const ExpectedDecision&) const = default;
};

struct ExpectedCase {
    Expected columns;
    std::vector<ExpectedDecision> decisions;  // without `close`
    int closes = 0;
    bool erased = false;
};

struct ExpectedVerification {
    Expected columns;         // `decline` and `failure` are missing where the column must be NULL
    std::string evidence;     // digest; empty where no event said one
    std::string providerKey;  // likewise
    bool toForget = false;    // its provider is asked to delete it, now that its case was erased
    bool forgotten = false;   // and has
};

// A webhook that belongs to a verification, waits for a person, or was put away. What waits to be worked off, or needed
// no more than to be read, is in no event; what was put away is forgotten after a while.
struct ExpectedHook {
    Expected columns;
    bool waits = false;  // for a person
};

class Fold {
public:
    // The next event of the log, at its place. What it says against those before it is added to faults().
    void add(std::int64_t at, const Event& event);

    const std::unordered_map<std::string, ExpectedCase>& cases() const {
        return cases_;
    }
    const std::unordered_map<std::string, ExpectedVerification>& verifications() const {
        return verifications_;
    }
    const std::unordered_map<std::string, ExpectedHook>& hooks() const {
        return hooks_;
    }
    const std::vector<std::string>& faults() const {
        return faults_;
    }

private:
    void fault(std::int64_t at, const Event& event, const std::string& what);
    ExpectedCase* knownCase(std::int64_t at, const Event& event);
    void openCase(std::int64_t at, const Event& event);
    void changeCase(std::int64_t at, const Event& event);
    void decide(std::int64_t at, const Event& event, ExpectedCase& known);
    void erase(std::int64_t at, const Event& event, ExpectedCase& known);
    void startVerification(std::int64_t at, const Event& event, ExpectedCase& known);
    void changeVerification(std::int64_t at, const Event& event);
    void takeOver(std::int64_t at, const Event& event, ExpectedVerification& known);
    void changeHook(std::int64_t at, const Event& event);

    std::unordered_map<std::string, ExpectedCase> cases_;
    std::unordered_map<std::string, ExpectedVerification> verifications_;
    std::unordered_map<std::string, ExpectedHook> hooks_;
    std::vector<std::string> faults_;
};

}  // namespace verdesk::backend
