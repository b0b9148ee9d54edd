#pragma once
// A bank with two accounts at one company of Identomat's, and the customer in Identomat's widget: "identomat" signs and
// hears callbacks, "identomat_plain" has nothing but the company's key. Texts go to a command of the bank's that
// writes them down.

#include "tests/e2e/support/branch.h"

#include <vector>

namespace verdesk::test {

class IdentomatBranch : public Branch {
public:
    IdentomatBranch();

    // As every test finds it: no check runs, everything is signed and told, and nothing goes wrong.
    void reset();
    void company(const nlohmann::json& changes) {
        control("PUT", "/company", changes);
    }
    void faults(const nlohmann::json& what) {
        control("PUT", "/faults", what);
    }
    void breakSender(bool isBroken) const;
    // What the command was given so far, a text each.
    std::vector<nlohmann::json> sent() const;

    // The session of a check, and what Identomat knows of it.
    static std::string tokenOf(const Verification& check);
    nlohmann::json session(const std::string& token);
    // The customer in the widget: a call of the page's.
    HttpAnswer act(const std::string& token, const std::string& what,
                   const nlohmann::json& body = nlohmann::json::object());
    // ... as one of the double's people, through a document and a look into the camera.
    void goThrough(const std::string& token, const std::string& person = "nino");
    // ... through whatever is left.
    void finish(const std::string& token, const std::string& person = "nino");
    void forwardToResult() {
        forward(std::chrono::seconds{3});
    }

    static constexpr const char* account = "identomat";
};

}  // namespace verdesk::test
