#pragma once
// The start of a check: who is at the counter and what for, then the flow cards. Or one more check in an open case,
// whose data it shows and does not ask for again.

#include "ui/parts/page.h"
#include "ui/verify/verify_context.h"

namespace verdesk::ui {

class Banner;
class Button;
class CheckForm;
class Columns;
class FlowCard;
class Text;

class NewCheckPage : public Page {
    Q_OBJECT

public:
    explicit NewCheckPage(QWidget* parent = nullptr);

    // Keeps what was typed.
    void setContext(const VerifyContext& context);
    // The answer to referenceEntered. News about another reference than the one that stands there now is dropped.
    void setNews(const QString& reference, const ReferenceNews& news);
    // The next check goes into this case; nothing: into a new one.
    void setCase(const std::optional<CaseSummary>& open);
    const std::optional<CaseSummary>& openCase() const {
        return case_;
    }
    // At which accounts' providers the customer of that case is known. Another case's than the open one is dropped.
    void setKnownAt(const CaseId& open, const std::vector<std::string>& accounts);
    // Puts back what a check was to be started with, but for what was typed for another customer meanwhile.
    void restore(const OpenCase& form);
    // Something is on its way: nothing can be started.
    void setBusy(bool busy);
    // What was refused, in words; empty: nothing.
    // `fallbackOf`: the flow that could not be used; what it names to use instead is offered.
    void setProblem(const QString& words, const std::string& fallbackOf = {});
    // For the next customer.
    void clear();
    QWidget* firstFocus() const;

Q_SIGNALS:
    void referenceEntered(const QString& reference);
    void startRequested(const verdesk::OpenCase& form, const std::string& flow, verdesk::LaunchKind launch);
    void startInCaseRequested(const verdesk::CaseSummary& open, const std::string& flow, verdesk::LaunchKind launch);
    void continueCase(const verdesk::CaseId& id);       // the open case of the reference
    void openCaseRequested(const verdesk::CaseId& id);  // to look at, e.g. one that was blocked
    void leaveCaseRequested();                          // no further check in this case

private:
    struct NotKnown {
        QString words;
        bool isCertain = false;  // it was found out
    };

    void buildCards();
    void choose(const FlowCard& card);
    void startLast();
    void refresh();
    QString reason() const;
    NotKnown whyNotKnown(const Flow& flow) const;

    VerifyContext context_;
    ReferenceNews news_;
    QString newsAbout_;
    std::optional<CaseSummary> case_;
    std::optional<std::vector<std::string>> knownAt_;  // of the open case; nothing: not found out yet
    bool busy_ = false;
    std::string lastFlow_;
    LaunchKind lastLaunch_ = LaunchKind::unknown;

    Banner* problem_;
    Button* useFallback_;
    std::string fallback_;
    Banner* blocked_;
    Banner* offer_;
    CheckForm* form_;
    QWidget* caseCard_;
    Text* caseText_;
    Text* reason_;
    QWidget* cardsHolder_;
    std::vector<FlowCard*> cards_;
};

}  // namespace verdesk::ui
