#pragma once
// The place where checks happen: the strip of running checks, and below it the page of the one that is looked at. Which
// page that is says the check (desk::Check::page, moved by the desk's table); the area only shows it.

#include "desk/open_checks.h"
#include "desk/page_report.h"
#include "ui/verify/verify_context.h"

#include <QPointer>
#include <QWidget>

#include <array>
#include <map>

class QStackedWidget;

namespace verdesk::ui {

class CheckPage;
class NewCheckPage;
class RunningStrip;
class WidgetPage;

class VerifyArea : public QWidget {
    Q_OBJECT

public:
    explicit VerifyArea(QWidget* parent = nullptr);
    ~VerifyArea() override;

    // After signing in, and when flows or `me` were read again. Keeps what was typed.
    void setContext(const VerifyContext& context);
    const VerifyContext& context() const {
        return context_;
    }

    // Shows the page of a check, or follows it when it changed. One that was put away (newCheck) shows the form.
    void showCheck(const desk::Check& check);
    // Shows the form. With a case: one more check in it.
    void showNewCheck(const std::optional<CaseSummary>& open = std::nullopt);
    // The id of the check on the page; 0: the form.
    int current() const {
        return current_;
    }
    void setRunning(const std::vector<const desk::Check*>& checks);
    // In answer to tokenWanted: what the field of that check held before.
    void giveToken(int id, const QString& typed);
    NewCheckPage* newCheckPage() const {
        return newCheck_;
    }
    // Nobody is signed in any more: forgets everything that was typed or shown.
    void clear();

Q_SIGNALS:
    void staffDid(int id, verdesk::desk::Event event);
    void tokenSubmitted(int id, const QString& token);
    void tokenLeft(int id, const QString& typed);  // what stood in the field as its page went
    void tokenWanted(int id);                      // the page is there again, its field empty
    void showClaimsAsked(int id);
    void anotherCheckAsked(int id);                                 // one more in the case of this check
    void participantAsked(int id);                                  // one more person in this check
    void answersChanged(int id, const verdesk::Answers& filledIn);  // of its form
    void fallbackAsked(int id);                                     // the flow to use instead of this check's
    // Of the provider's page of that check, looked at or not.
    void pageSaid(int id, const verdesk::desk::PageReport& report);
    void pageTroubled(int id, const std::string& code);
    void selected(int id);  // another check in the strip
    void newCheckAsked();
    void playCustomer(const QUrl& phone);
    // Of the form.
    void referenceEntered(const QString& reference);
    void startRequested(const verdesk::OpenCase& form, const std::string& flow, verdesk::LaunchKind launch);
    void startInCaseRequested(const verdesk::CaseSummary& open, const std::string& flow, verdesk::LaunchKind launch);
    void continueCase(const verdesk::CaseId& id);
    void openCaseRequested(const verdesk::CaseId& id);

protected:
    // Whoever gives the focus to the area gives it to the page's first control.
    void focusInEvent(QFocusEvent* event) override;

private:
    enum class Kind { form, waiting, qr, token, widget, summary, outcome, blocked, count };
    static Kind kindOf(desk::Page page);
    CheckPage* pageOf(Kind kind);
    WidgetPage* widgetPageOf(int id);
    void dropWidgetPage(int id);
    void bring(QWidget* page, QWidget* focus);

    VerifyContext context_;
    RunningStrip* strip_;
    QStackedWidget* pages_;
    NewCheckPage* newCheck_;
    std::array<CheckPage*, static_cast<std::size_t>(Kind::count)> made_{};  // each when it is first needed
    std::map<int, WidgetPage*> widgets_;  // by check: its view lives on while another check is looked at
    QPointer<QWidget> first_;
    int current_ = 0;
};

}  // namespace verdesk::ui
