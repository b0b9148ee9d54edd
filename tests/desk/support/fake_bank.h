#pragma once
// A backend in miniature, for driving the whole desk: staff, cases and verifications in memory, the change feed, no
// provider. The test plays the customer.

#include "contract/changes.h"
#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"

#include <map>
#include <string>

namespace verdesk::test {

class FakeBank : public QObject {
    Q_OBJECT

public:
    FakeBank();

    ScriptedBackend& wire() {
        return wire_;
    }

    // The customer: the newest verification that still waits ends like this. False where none waits.
    bool customerEnds(State state, claims::Verdict verdict = claims::Verdict::none);
    // A verdict that gets worse later.
    void worsen(const VerificationId& id, claims::Verdict verdict);
    void closeCase(const CaseId& id);

    std::map<std::string, Case>& cases() {
        return cases_;
    }
    const Case* caseOf(const std::string& reference) const;
    int verifications() const {
        return lastVerification_;
    }
    Me& me() {
        return me_;
    }
    // sampleFlows, and what a test adds before somebody signs in.
    std::vector<Flow>& flows() {
        return flows_;
    }

private:
    Reply answer(const Seen& seen);
    Reply openCase(const nlohmann::json& body);
    Reply start(Case& value, const nlohmann::json& body);
    Reply token(Verification& verification, const std::string& token);
    Reply decide(Case& value, const nlohmann::json& body);
    Reply erase(const std::string& id, const nlohmann::json& body);
    Reply list(const Seen& seen) const;
    Verification* find(const std::string& id);
    void tell(const std::string& type, const Case& value, const Verification* verification);

    ScriptedBackend wire_;
    Me me_;
    std::vector<Flow> flows_ = sampleFlows();
    std::map<std::string, Case> cases_;          // by id
    std::map<std::string, Reply> firstAnswers_;  // by Idempotency-Key
    std::vector<Change> log_;
    int lastCase_ = 0;
    int lastVerification_ = 0;
};

}  // namespace verdesk::test
