#pragma once
// A bank with accounts at one provider: the real backend, and the provider's double in the real sandbox. The backend
// asks the provider where it has a reason to (a webhook, a return, a page that was closed) and by itself as good as
// never: what a check goes on by is what happened last. Throws std::runtime_error where a test cannot go on. Main
// thread only.

#include "contract/case.h"
#include "tests/e2e/support/http_call.h"
#include "tests/e2e/support/program.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace verdesk::test {

struct BranchPlan {
    std::string provider;     // "passbase"
    nlohmann::json settings;  // of its double
    std::map<std::string, std::string>
        secrets;  // by the name under which the configuration has them: { file = "name" }
    std::map<std::string, std::string> programs = {};  // the same, of what can be run
    // Accounts and flows, with the double at that address.
    std::function<std::string(const std::string& base)> configuration;
};

class Branch {
public:
    explicit Branch(const BranchPlan& plan);

    CaseId openCase();  // of a new customer
    Case caseOf(const CaseId& id);
    HttpAnswer approve(const CaseId& id);
    HttpAnswer erase(const CaseId& id);

    // Of a check that begins: until the provider has answered.
    Verification start(const CaseId& id, const StartVerification& what);
    HttpAnswer tryStart(const CaseId& id, const StartVerification& what);
    Verification look(const VerificationId& id);
    // Waits for it, ten seconds at most. What was seen last.
    Verification until(const VerificationId& id, const std::function<bool(const Verification&)>& holds);
    Verification reaches(const VerificationId& id, State state);
    void cancelAll();  // that have not ended
    // What the desk saw: a message, a redirect, or that the page was closed.
    void report(const VerificationId& id, const nlohmann::json& seen);
    void close(const VerificationId& id) {
        report(id, {{"kind", "closed"}});
    }
    // The page was closed, and the provider has been asked for it, by so many requests at most: for what must not come
    // of that, too.
    Verification asked(const VerificationId& id, int mostRequests = 1);
    HttpAnswer staffAsk(const std::string& path);  // behind /api/v1

    // At the double: its control API, and its own host.
    nlohmann::json control(const std::string& method, const std::string& path,
                           const nlohmann::json& body = nlohmann::json::object());
    HttpAnswer page(const std::string& method, const std::string& path,
                    const nlohmann::json& body = nlohmann::json::object());
    void forward(std::chrono::milliseconds by);  // its clock
    nlohmann::json deliveries();                 // its webhooks, oldest first
    HttpAnswer browse(const std::string& url);   // in somebody's browser

    std::string publicOrigin() const;
    std::string hookUrl(const std::string& segment) const;
    // How many webhooks of the account ended so: "accepted", "rejected" ...
    int hooks(const std::string& account, const std::string& outcome);
    // Waits until there are so many of them, or more.
    bool reachesHooks(const std::string& account, const std::string& outcome, int count);
    // What stands in one of the files beside the configuration; empty where there is none.
    std::string fileText(const std::string& name) const;
    void writeFile(const std::string& name, const std::string& text, bool canBeRun = false) const;
    void removeFile(const std::string& name) const;
    std::string log() const;  // the backend's
    // Stops the backend and looks at its store; empty where both went well.
    std::string end();

private:
    void addStaff(const char* name, const char* role) const;
    std::string signIn(const char* name);
    HttpAnswer tell(const std::string& session, const std::string& path, const nlohmann::json& body);
    std::string configText(const BranchPlan& plan) const;
    // Of all metrics that begin so.
    int metric(const std::string& start);
    QString path(const std::string& name) const;

    QTemporaryDir folder_;
    std::uint16_t staffPort_ = freePort();
    std::uint16_t publicPort_ = freePort();
    std::uint16_t opsPort_ = freePort();
    std::string provider_;
    nlohmann::json sandboxReady_;
    HttpCall http_;
    Program sandbox_;
    Program backend_;
    std::string teller_;
    std::string officer_;
    std::vector<VerificationId> started_;
    int cases_ = 0;
};

}  // namespace verdesk::test
