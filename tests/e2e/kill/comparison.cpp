#include "tests/e2e/kill/comparison.h"

#include <map>

namespace verdesk::test {

using claims::Verdict;
using nlohmann::json;

namespace {

void compareCodes(const json& listed, Ledger& ledger) {
    for (const auto& each : listed.at("sessions")) {
        if (each.at("exchanges") > 1) {
            ledger.fault("a code was exchanged " + each.at("exchanges").dump() + " times");
        }
    }
}

// What PASSID knows: how sessions ended, and whether tokens were valid.
class PassidBooks {
public:
    PassidBooks(const json& sessions, const json& verified) {
        for (const auto& each : sessions.at("sessions")) {
            sessions_[each.at("requestId")] = each.at("status");
        }
        for (const auto& each : verified.at("verifications")) {
            keysOf_[each.at("token")].insert(each.value("idempotencyKey", ""));
            valid_[each.at("token")] = each.at("valid");
        }
    }

    void compareTokens(const json& verified, Ledger& ledger) const {
        for (const auto& [token, times] : verified.at("consumed").items()) {
            if (times != 1) {
                ledger.fault("a token was used up " + times.dump() + " times");
            }
        }
        if (!verified.at("conflicts").empty()) {
            ledger.fault("one key for two requests: " + verified.at("conflicts").dump());
        }
        for (const auto& [token, keys] : keysOf_) {
            if (keys.size() != 1) {
                ledger.fault("a token was verified under " + std::to_string(keys.size()) + " keys");
            }
        }
    }

    void compare(const Visit& visit, Ledger& ledger) const {
        const auto name = visit.verification + " (session " + visit.session + ")";
        const auto state = std::string{toWord(visit.seen)};
        const auto found = sessions_.find(visit.session);
        const auto session = found == sessions_.end() ? std::string{} : found->second;
        if (visit.seen == State::cancelled) {
            return;
        }
        if (!visit.token.empty()) {
            const auto known = valid_.find(visit.token);
            const bool said = known != valid_.end() && known->second;
            const bool bySession = !visit.session.empty() && session == state;
            if ((visit.seen == State::completed) != said && !bySession) {
                ledger.fault(name + " ended as " + state + ", and its token did not");
            }
        } else if (session != state) {
            ledger.fault(name + " ended as " + state + ", and its session as " + session);
        }
    }

private:
    std::map<std::string, std::string> sessions_;
    std::map<std::string, std::set<std::string>> keysOf_;
    std::map<std::string, bool> valid_;
};

// The provider's own word for how each ended: by Passbase's identity, or by Identomat's session.
using Words = std::map<std::string, std::string>;

void compareWord(const Visit& visit, const Words& words, Ledger& ledger) {
    static const std::map<std::string, Verdict> verdicts{{"approved", Verdict::pass},
                                                         {"pending", Verdict::review},
                                                         {"manual_check", Verdict::review},
                                                         {"declined", Verdict::fail},
                                                         {"rejected", Verdict::fail}};
    if (visit.seen != State::completed) {
        return;
    }
    const auto word = words.find(visit.session);
    const auto due = word == words.end() ? verdicts.end() : verdicts.find(word->second);
    if (due == verdicts.end()) {
        ledger.fault(visit.verification + " (" + visit.flow + ") has a result, and its provider has none");
    } else if (visit.verdict != due->second) {
        ledger.fault(visit.verification + " (" + visit.flow + ") has the verdict " +
                     std::string{toWord(visit.verdict)} + ", and its provider said " + due->first);
    }
}

void compareWithCounter(const Visit& visit, Ledger& ledger) {
    const auto name = visit.verification + " (" + visit.flow + ")";
    if (!visit.mayEnd.empty() && !visit.mayEnd.contains(visit.seen)) {
        ledger.fault(name + " ended as " + std::string{toWord(visit.seen)} + ", which nothing at the counter explains");
    }
    if (visit.seen == State::completed && visit.verdict < visit.best) {
        ledger.fault(name + " has the verdict " + std::string{toWord(visit.verdict)} + ", which is too good");
    }
    if (!visit.surname.empty() && !visit.proven.empty() && visit.proven != visit.surname) {
        ledger.fault(name + " has the result of " + visit.proven + ", and it was " + visit.surname);
    }
}

}  // namespace

void compareWithProviders(const Town& town, HttpCall& http, Ledger& ledger) {
    const auto told = [&](const char* path) { return town.sandbox(http, "GET", path).json(); };
    compareCodes(told("/authenteq/sessions"), ledger);
    const auto verified = told("/passid/verifications");
    const PassidBooks passid{told("/passid/sessions"), verified};
    passid.compareTokens(verified, ledger);
    Words words;
    const auto passbase = told("/passbase/identities");
    for (const auto& each : passbase.at("identities")) {
        words[each.at("id")] = each.at("status");
    }
    const auto identomat = told("/identomat/sessions");
    for (const auto& each : identomat.at("sessions")) {
        words[each.at("token")] = each.at("result");
    }
    for (std::size_t place = 0; place < ledger.size(); ++place) {
        const auto visit = ledger.at(place);
        compareWithCounter(visit, ledger);
        if (visit.flow == "passid") {
            passid.compare(visit, ledger);
        } else if (visit.flow.starts_with("passbase") || visit.flow == "identomat") {
            compareWord(visit, words, ledger);
        }
    }
}

}  // namespace verdesk::test
