#pragma once
// Drives the checks of this desk through the table (verification_table.h): nothing but states, transitions and the
// calls that the table's actions ask for.

#include "contract/changes.h"
#include "desk/open_checks.h"
#include "desk/report_queue.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <deque>
#include <map>
#include <set>
#include <string>

namespace verdesk::desk {

class BackendClient;

class CheckFlow : public QObject {
    Q_OBJECT

public:
    CheckFlow(BackendClient& client, OpenChecks& checks, QObject* parent = nullptr);
    ~CheckFlow() override;

    // Claims are hidden this long after they were shown; zero: never.
    void setHideClaimsAfter(std::chrono::seconds after);

    // Opens a case and starts a check in it. A case that was opened by an attempt whose start was refused is used
    // again. Where the flow has questions, they are to be filled in first, here as in the two that follow: the check is
    // at its form until staff start it.
    int startNew(const OpenCase& opening, const Localized& purposeTitle, const Flow& flow, LaunchKind launch);
    // Opened by us, and no check has begun in it: startNew uses it again, so it is no other open case of the
    // customer's.
    bool isUnstarted(const CaseId& id) const;
    // Starts a check in a case that is open.
    int startIn(const CaseSummary& summary, const Flow& flow, LaunchKind launch);
    // Adds a person to a check that runs: one more of its flow, which is `flow`. 0: nobody can be added now.
    int addParticipant(int id, const Flow& flow);
    // Takes a check over that runs already, e.g. of a colleague or from before a restart. The one there is, if it is.
    // `participant`: which of the people added to its check it is (participants.h).
    int takeOver(const CaseSummary& summary, const Verification& verification, int participant = 0);

    // What staff ask for by a control. What the page does not have is ignored by the table.
    void staff(int id, Event event);
    // What stands in the form, whole or not, at each change.
    void keepAnswers(int id, const Answers& filledIn);
    // The token is kept, in memory alone, until an answer that is no refusal: who has to try again need not type again.
    void submitToken(int id, const std::string& token);
    // What stands in the field as its page is left, whole or not: kept like one that was sent, while the check waits.
    void keepToken(int id, const std::string& typed);
    std::string keptToken(int id) const;  // empty: none
    // What the provider's page said or did. Sent in the order in which it was said.
    void report(int id, PageReport report);
    // The page cannot go on: `code` says why (docs/failure-codes.md). The verification is untouched.
    void pageTroubled(int id, const std::string& code);
    void showClaims(int id);

    void take(const Changes& changes);
    void connectionLost();
    void connectionBack();
    // Reads every check again, also those put away.
    void readAll();
    void clear();

Q_SIGNALS:
    // The check did not begin; it is at newCheck with its `problem`, and what was typed is still on the page.
    void startRefused(int id, const verdesk::desk::CallError& error);
    // The same, but it is at its form again, and can be started from there.
    void formRefused(int id, const verdesk::desk::CallError& error);
    // Staff left the form of a check that never began. It is gone after this; what was filled in comes back where the
    // same flow is started again for the same visit.
    void abandoned(int id);
    // The backend has the case and the check is on its way.
    void started(int id);

private:
    void apply(int id, Event event);
    void act(int id, Action action);
    // `newest`: no other answer about this check came between the question and this answer.
    enum class Age { unknown, newest };
    void takeVerification(int id, const Verification& verification, Age age = Age::unknown);
    int begin(Check check, const Flow& flow, LaunchKind launch);
    void prepareStart(int id);
    void openCase(int id);
    void startVerification(int id);
    void startWasRefused(int id, const CallError& error);
    void abandon(int id);
    void keepDraft(const Check& check);
    int nextParticipant(const VerificationId& parent) const;
    void sendToken(int id);
    void forgetToken(int id);
    void sendReport(int id);
    void sendRenewal(int id);
    void reported(int id, const PageReport& report, Answer<Verification> answer);
    void sendCancel(int id);
    void cancelNow(int id);
    void sendClose(int id);
    void read(int id);
    void refused(int id, Event event, const CallError& error);
    bool takeOver(int id, const CallError& error);
    void hideClaimsLater(int id);
    static Check checkFor(const CaseSummary& summary);
    static std::string visitOf(const OpenCase& opening);
    static std::string draftOf(const Check& check);

    BackendClient& client_;
    OpenChecks& checks_;
    QObject context_;  // of the calls
    std::chrono::seconds hideAfter_{0};
    std::map<int, QByteArray> tokens_;  // typed, or sent and not yet answered
    std::map<int, PageReport> said_;    // while its event is applied
    ReportQueue reports_;
    std::set<int> finished_;                        // checks whose page said that the customer's part is over
    std::map<int, int> taken_;                      // how many answers were taken for a check
    std::map<int, int> shown_;                      // how often the claims of a check were shown
    std::map<std::string, CaseSummary> unstarted_;  // by reference and purpose: opened, but no check could start
    std::map<std::string, Answers> drafts_;         // filled in for a check that did not begin
    std::set<int> reading_;                         // checks whose reading is under way
    std::set<int> readAgain_;                       // and has to be repeated, because something moved meanwhile
    std::deque<VerificationId> moved_;              // lately, of verifications that we do not know (yet)
};

}  // namespace verdesk::desk
