#pragma once
// A counter of the branch on a thread of its own: one visit after the other, of every kind, against a backend that is
// killed all the time. A request that is not acknowledged is sent again under its key, as the desk does.

#include "tests/e2e/kill/ledger.h"
#include "tests/e2e/kill/town.h"

#include <random>

namespace verdesk::test {

class Counter {
public:
    Counter(const Town& town, Ledger& ledger, int number, unsigned seed);
    void signIn();
    // Until `ending`; ends the visit that it is in.
    void work(const std::atomic<bool>& ending);

private:
    void visit();
    void passidVisit(int kind);
    // browser_visits.cpp: Passport.io's widget, Authenteq's redirect
    void widgetVisit();
    void redirectVisit();
    // passbase_visits.cpp
    void buttonVisit();
    void linkVisit();
    // What the customer sends in; gives the identity's key, empty where the double does not take it.
    std::string sendIn(std::size_t place, const std::string& visit);
    // identomat_visits.cpp
    void frameVisit();

    std::optional<std::size_t> begin(const std::string& flow, LaunchKind launch, const Answers& answers = {});
    std::optional<std::size_t> beginIn(const std::string& caseId, const std::string& flow, LaunchKind launch,
                                       const Answers& answers = {});
    // The verification's launch that has that member, as soon as there is one; nothing where the verification ended
    // before.
    std::optional<nlohmann::json> launchWith(std::size_t place, const char* member);
    std::string launchText(std::size_t place, const char* member);
    void report(std::size_t place, const nlohmann::json& seen);
    void browse(const std::string& address);
    void awaitSession(std::size_t place);
    void approve(std::size_t place, bool sanctioned);
    void decline(std::size_t place);
    void expire(std::size_t place);
    void cancel(std::size_t place, std::set<State> mayEnd);
    void handIn(std::size_t place, const std::string& token, std::set<State> mayEnd);
    void typeAgain(std::size_t place);
    std::string newToken(const char* kind);
    void watch(std::size_t place);
    void strayWebhooks();

    // The answer that was acknowledged, whatever it took; none after a very long time.
    HttpAnswer acknowledged(const std::string& path, const nlohmann::json& body);
    HttpAnswer answered(const std::string& path);
    std::optional<nlohmann::json> look(std::size_t place);
    int roll(int sides);
    template <class T, std::size_t size>
    const T& oneOf(const T (&all)[size]) {
        return all[roll(static_cast<int>(size))];
    }

    const Town& town_;
    Ledger& ledger_;
    HttpCall http_;
    std::mt19937 random_;
    int number_;
    int visits_ = 0;
    std::string session_;
};

}  // namespace verdesk::test
