#pragma once
// A bank with two accounts at one project of Passbase's, and the customer before Passbase's page: "passbase" takes
// encrypted events alone and encrypts metadata, "passbase_plain" does neither.

#include "tests/e2e/support/branch.h"

namespace verdesk::test {

class PassbaseBranch : public Branch {
public:
    PassbaseBranch();

    // As every test finds it: no check runs, events are encrypted and go to the first account, and nothing goes wrong.
    void reset();
    void project(const nlohmann::json& changes) {
        control("PUT", "/project", changes);
    }
    void faults(const nlohmann::json& what) {
        control("PUT", "/faults", what);
    }
    void sendPlainEvents(const nlohmann::json& more = nlohmann::json::object());  // to the other account

    // A check of a customer with an address of their own.
    Verification begin(const CaseId& id, const std::string& flow, LaunchKind launch = LaunchKind::widget);
    // The customer opens the page; names the visit. The button is told what the desk tells it.
    std::string open(const Verification& check);
    // The customer sends in what was asked for, as one of the double's people; names the identity.
    std::string submit(const std::string& visit, const std::string& person = "maja");
    // ... and Passbase has looked at it. The events go out.
    std::string process(const Verification& check, const std::string& person = "maja");
    void forwardToResult() {
        forward(std::chrono::seconds{4});
    }
    // The list is looked through, the identity asked for, and what it has shown.
    Verification asked(const VerificationId& id) {
        return Branch::asked(id, 3);
    }
    // What the page says to the desk, and the desk to the backend.
    void pageSays(const Verification& check, const std::string& type, const nlohmann::json& data);

    static constexpr const char* sealed = "passbase";
    static constexpr const char* plain = "passbase_plain";

private:
    int customers_ = 0;
};

}  // namespace verdesk::test
