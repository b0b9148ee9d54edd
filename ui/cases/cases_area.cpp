#include "ui/cases/cases_area.h"

#include "ui/cases/case_list_page.h"
#include "ui/cases/case_page.h"

namespace verdesk::ui {

CasesArea::CasesArea(desk::CaseBook& book, Role role, QWidget* parent)
    : QStackedWidget{parent}, book_{book}, list_{new CaseListPage{this}}, page_{new CasePage{this}} {
    setObjectName(QStringLiteral("casesArea"));
    addWidget(list_);
    addWidget(page_);
    page_->setRole(role);
    connect(&book_, &desk::CaseBook::todayChanged, this, &CasesArea::followList);
    connect(&book_, &desk::CaseBook::currentChanged, this, &CasesArea::followCase);
    connect(&book_, &desk::CaseBook::decided, page_, &CasePage::showDecided);
    connect(&book_, &desk::CaseBook::decisionRefused, page_, &CasePage::showRefused);
    connect(&book_, &desk::CaseBook::eraseRefused, page_, &CasePage::showEraseRefused);
    connect(&book_, &desk::CaseBook::erased, page_, &CasePage::showErased);
    connect(page_, &CasePage::eraseAsked, this, [this](const QString& reason) { book_.erase(reason); });
    connect(list_, &CaseListPage::caseChosen, this, &CasesArea::openCase);
    connect(list_, &CaseListPage::newCheckAsked, this, &CasesArea::newCheckAsked);
    connect(list_, &CaseListPage::readAgainAsked, this, [this] { book_.readToday(); });
    connect(page_, &CasePage::backAsked, this, &CasesArea::back);
    connect(page_, &CasePage::readAgainAsked, this, [this] { book_.open(book_.openId()); });
    connect(page_, &CasePage::otherCaseAsked, this, &CasesArea::openCase);
    connect(page_, &CasePage::newCheckAsked, this, &CasesArea::newCheckInCaseAsked);
    connect(page_, &CasePage::checkAsked, this, &CasesArea::checkAsked);
    connect(page_, &CasePage::decideAsked, this,
            [this](DecisionKind kind, const QString& reason) { book_.decide(kind, reason); });
}

void CasesArea::setFlowTitles(const std::map<std::string, Localized>& titles) {
    list_->setFlowTitles(titles);
}

void CasesArea::setBranch(const QString& branch) {
    list_->setBranch(branch);
}

void CasesArea::setEvidence(desk::EvidenceBox* evidence) {
    page_->setEvidence(evidence);
}

void CasesArea::setHideClaimsAfter(std::chrono::seconds after) {
    page_->setHideClaimsAfter(after);
}

void CasesArea::enter() {
    if (currentWidget() == list_) {
        book_.readToday();
        list_->focusOn({});
    }
}

void CasesArea::openCase(const CaseId& id) {
    setCurrentWidget(page_);
    book_.open(id);
    followCase();
}

void CasesArea::back() {
    const auto id = book_.openId();
    setCurrentWidget(list_);
    page_->forget();
    book_.leave();
    book_.readToday();
    list_->focusOn(id);
}

void CasesArea::followList() {
    using Reading = desk::CaseBook::Reading;
    switch (book_.todayReading()) {
        case Reading::never:
        case Reading::underWay:
            list_->setLoading();
            break;
        case Reading::failed:
            list_->setFailed(*book_.todayError());
            break;
        case Reading::done:
            list_->setCases(book_.today(), book_.todayIsCut(), book_.todayError());
            break;
    }
}

void CasesArea::followCase() {
    using Reading = desk::CaseBook::Reading;
    if (currentWidget() != page_) {
        return;
    }
    switch (book_.currentReading()) {
        case Reading::never:
            break;
        case Reading::underWay:
            page_->setLoading();
            break;
        case Reading::failed:
            page_->setFailed(*book_.currentError());
            break;
        case Reading::done:
            page_->setCase(*book_.current(), book_.currentError());
            page_->setDeciding(book_.isDeciding());
            break;
    }
}

}  // namespace verdesk::ui
