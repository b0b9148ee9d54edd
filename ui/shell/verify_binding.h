#pragma once
// Connects the pages of the checks (ui/verify) with what moves them (desk::CheckFlow). Nothing is decided here that the
// table could decide.

#include "contract/case.h"
#include "desk/call_error.h"

#include <QObject>
#include <QString>

#include <functional>

namespace verdesk::desk {
struct Check;
class BackendClient;
class CheckFlow;
class DeskSession;
class EvidenceBox;
class OpenChecks;
}  // namespace verdesk::desk

namespace verdesk::ui {

class VerifyArea;
class WidgetHosts;

class VerifyBinding : public QObject {
    Q_OBJECT

public:
    VerifyBinding(desk::DeskSession& session, desk::OpenChecks& checks, desk::CheckFlow& flow,
                  desk::BackendClient& client, desk::EvidenceBox& evidence, WidgetHosts* widgets, QObject* parent);

    // Belongs to whoever shows it.
    VerifyArea* area() const {
        return area_;
    }
    void enter();
    void newCheck();
    void newCheckIn(const CaseSummary& summary);
    void showCheck(int id);
    // Shows a check of that case, from before or of a colleague, with the people who were added to it.
    void takeOver(const Case& value, const Verification& shown);

Q_SIGNALS:
    void caseAsked(const verdesk::CaseId& id);
    void phoneAsked(const QString& code);  // the code of the check; empty where it has none

private:
    void connectPages();
    void setContext();
    void start(const OpenCase& form, const std::string& flow, LaunchKind launch);
    void startIn(const CaseSummary& open, const std::string& flow, LaunchKind launch);
    void anotherCheck(int id);
    void addParticipant(int id);
    void useFallback(int id);
    void continueCase(const CaseId& id);
    QString codeOfCurrent() const;
    void lookUp(const QString& reference);
    void follow(int id);
    void followStrip();
    void refused(int id, const desk::CallError& error);
    void showNewCheckIn(const CaseSummary& summary);
    void backToStart(const desk::Check& check);
    bool asksForKnown() const;
    void lookUpKnown(const CaseId& id, const std::function<void(const std::vector<std::string>&)>& then);
    void takeOverRunning(const Case& value);

    desk::DeskSession& session_;
    desk::OpenChecks& checks_;
    desk::CheckFlow& flow_;
    desk::BackendClient& client_;
    desk::EvidenceBox& evidence_;
    WidgetHosts* widgets_;
    VerifyArea* area_;
    int starting_ = 0;
};

}  // namespace verdesk::ui
