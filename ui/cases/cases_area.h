#pragma once
// The cases: the list, and the case that was opened from it. Follows a desk::CaseBook.

#include "desk/case_book.h"

#include <QStackedWidget>

#include <chrono>
#include <map>

namespace verdesk::desk {
class EvidenceBox;
}

namespace verdesk::ui {

class CaseListPage;
class CasePage;

class CasesArea : public QStackedWidget {
    Q_OBJECT

public:
    CasesArea(desk::CaseBook& book, Role role, QWidget* parent = nullptr);

    void setFlowTitles(const std::map<std::string, Localized>& titles);
    void setBranch(const QString& branch);
    // Where documents come from; null: nowhere.
    void setEvidence(desk::EvidenceBox* evidence);
    void setHideClaimsAfter(std::chrono::seconds after);

    // Staff came here.
    void enter();
    void openCase(const CaseId& id);

Q_SIGNALS:
    void newCheckAsked();
    void newCheckInCaseAsked(const verdesk::CaseSummary& summary);
    void checkAsked(const verdesk::CaseSummary& summary, const verdesk::Verification& verification);

private:
    void followList();
    void followCase();
    void back();

    desk::CaseBook& book_;
    CaseListPage* list_;
    CasePage* page_;
};

}  // namespace verdesk::ui
