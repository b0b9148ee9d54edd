#include "ui/verify/verify_area.h"

#include "ui/verify/blocked_page.h"
#include "ui/verify/claim_summary_page.h"
#include "ui/verify/form_page.h"
#include "ui/verify/new_check_page.h"
#include "ui/verify/outcome_page.h"
#include "ui/verify/qr_session_page.h"
#include "ui/verify/running_strip.h"
#include "ui/verify/token_page.h"
#include "ui/verify/waiting_page.h"
#include "ui/verify/widget_page.h"

#include <QFocusEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace verdesk::ui {

VerifyArea::VerifyArea(QWidget* parent)
    : QWidget{parent},
      strip_{new RunningStrip{this}},
      pages_{new QStackedWidget{this}},
      newCheck_{new NewCheckPage{this}} {
    setObjectName(QStringLiteral("verifyArea"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip_);
    column->addWidget(pages_, 1);
    pages_->addWidget(newCheck_);
    first_ = newCheck_->firstFocus();
    connect(strip_, &RunningStrip::selected, this, &VerifyArea::selected);
    connect(strip_, &RunningStrip::newCheckAsked, this, &VerifyArea::newCheckAsked);
    connect(strip_, &RunningStrip::participantAsked, this, [this] { Q_EMIT participantAsked(current_); });
    connect(newCheck_, &NewCheckPage::referenceEntered, this, &VerifyArea::referenceEntered);
    connect(newCheck_, &NewCheckPage::startRequested, this, &VerifyArea::startRequested);
    connect(newCheck_, &NewCheckPage::startInCaseRequested, this, &VerifyArea::startInCaseRequested);
    connect(newCheck_, &NewCheckPage::continueCase, this, &VerifyArea::continueCase);
    connect(newCheck_, &NewCheckPage::openCaseRequested, this, &VerifyArea::openCaseRequested);
    connect(newCheck_, &NewCheckPage::leaveCaseRequested, this, [this] { showNewCheck(); });
}

// A window that is on the screen when it is destroyed hides its pages only then, and they must find nobody to tell.
VerifyArea::~VerifyArea() {
    for (auto* page : made_) {
        if (page != nullptr) {
            page->disconnect(this);
        }
    }
    for (const auto& [id, page] : widgets_) {
        page->disconnect(this);
    }
    newCheck_->disconnect(this);
    strip_->disconnect(this);
}

void VerifyArea::setContext(const VerifyContext& context) {
    context_ = context;
    newCheck_->setContext(context);
    for (auto* page : made_) {
        if (page != nullptr) {
            page->setContext(context);
        }
    }
    for (const auto& [id, page] : widgets_) {
        page->setContext(context);
    }
}

VerifyArea::Kind VerifyArea::kindOf(desk::Page page) {
    switch (page) {
        case desk::Page::form:
            return Kind::form;
        case desk::Page::requesting:
        case desk::Page::verifying:
            return Kind::waiting;
        case desk::Page::qr:
            return Kind::qr;
        case desk::Page::token:
            return Kind::token;
        case desk::Page::browser:
            return Kind::widget;
        case desk::Page::summary:
            return Kind::summary;
        case desk::Page::blocked:
            return Kind::blocked;
        case desk::Page::declined:
        case desk::Page::expired:
        case desk::Page::cancelled:
        case desk::Page::failed:
            return Kind::outcome;
        case desk::Page::newCheck:
            break;
    }
    return Kind::count;
}

CheckPage* VerifyArea::pageOf(Kind kind) {
    auto*& page = made_.at(static_cast<std::size_t>(kind));
    if (page != nullptr) {
        return page;
    }
    switch (kind) {
        case Kind::form:
            page = new FormPage{pages_};
            break;
        case Kind::waiting:
            page = new WaitingPage{pages_};
            break;
        case Kind::qr:
            page = new QrSessionPage{pages_};
            break;
        case Kind::token:
            page = new TokenPage{pages_};
            break;
        case Kind::summary:
            page = new ClaimSummaryPage{pages_};
            break;
        case Kind::outcome:
            page = new OutcomePage{pages_};
            break;
        case Kind::blocked:
        case Kind::widget:
        case Kind::count:
            page = new BlockedPage{pages_};
            break;
    }
    page->setContext(context_);
    pages_->addWidget(page);
    connect(page, &CheckPage::staffDid, this, [this](desk::Event event) { Q_EMIT staffDid(current_, event); });
    connect(page, &CheckPage::tokenSubmitted, this,
            [this](const QString& token) { Q_EMIT tokenSubmitted(current_, token); });
    connect(page, &CheckPage::answersChanged, this,
            [this](const Answers& filledIn) { Q_EMIT answersChanged(current_, filledIn); });
    connect(page, &CheckPage::tokenLeft, this, &VerifyArea::tokenLeft);
    connect(page, &CheckPage::tokenWanted, this, &VerifyArea::tokenWanted);
    connect(page, &CheckPage::showClaimsAsked, this, [this] { Q_EMIT showClaimsAsked(current_); });
    connect(page, &CheckPage::anotherCheckAsked, this, [this] { Q_EMIT anotherCheckAsked(current_); });
    connect(page, &CheckPage::playCustomer, this, &VerifyArea::playCustomer);
    connect(page, &CheckPage::fallbackAsked, this, [this] { Q_EMIT fallbackAsked(current_); });
    return page;
}

WidgetPage* VerifyArea::widgetPageOf(int id) {
    auto*& page = widgets_[id];
    if (page != nullptr) {
        return page;
    }
    page = new WidgetPage{context_, pages_};
    pages_->addWidget(page);
    connect(page, &CheckPage::staffDid, this, [this, id](desk::Event event) { Q_EMIT staffDid(id, event); });
    connect(page, &CheckPage::anotherCheckAsked, this, [this, id] { Q_EMIT anotherCheckAsked(id); });
    connect(page, &CheckPage::fallbackAsked, this, [this, id] { Q_EMIT fallbackAsked(id); });
    connect(page, &CheckPage::pageSaid, this,
            [this, id](const desk::PageReport& report) { Q_EMIT pageSaid(id, report); });
    connect(page, &CheckPage::pageTroubled, this,
            [this, id](const std::string& code) { Q_EMIT pageTroubled(id, code); });
    return page;
}

// Later, because its view may be what is just telling us that it is over.
void VerifyArea::dropWidgetPage(int id) {
    if (const auto found = widgets_.find(id); found != widgets_.end()) {
        auto* page = found->second;
        widgets_.erase(found);
        page->disconnect(this);
        page->end();
        pages_->removeWidget(page);
        page->hide();
        page->deleteLater();
    }
}

void VerifyArea::bring(QWidget* page, QWidget* focus) {
    // The focus moves only with the page: what changes on a page leaves it where it is.
    const bool focusInside = isAncestorOf(focusWidget()) || focusWidget() == nullptr;
    pages_->setCurrentWidget(page);
    first_ = focus;
    if (focus != nullptr && focusInside) {
        focus->setFocus(Qt::OtherFocusReason);
    }
}

void VerifyArea::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    // Not by a focus proxy: Tab would jump to it whenever it passes the area, and never reach what stands before it.
    if (first_ != nullptr) {
        first_->setFocus(event->reason());
    }
}

void VerifyArea::showCheck(const desk::Check& check) {
    const auto kind = kindOf(check.page);
    if (kind == Kind::count) {
        showNewCheck();
        return;
    }
    auto* page = kind == Kind::widget ? widgetPageOf(check.id) : pageOf(kind);
    const bool moved = current_ != check.id || pages_->currentWidget() != page;
    current_ = check.id;
    page->setCheck(check);
    if (moved) {
        page->ensureVisible(0, 0);
        bring(page, page->firstFocus());
    }
    if (kind != Kind::widget) {
        dropWidgetPage(check.id);
    }
}

void VerifyArea::showNewCheck(const std::optional<CaseSummary>& open) {
    const bool moved = current_ != 0 || pages_->currentWidget() != newCheck_ || newCheck_->openCase() != open;
    current_ = 0;
    newCheck_->setCase(open);
    if (moved) {
        bring(newCheck_, newCheck_->firstFocus());
    }
}

void VerifyArea::giveToken(int id, const QString& typed) {
    auto* page = qobject_cast<TokenPage*>(made_.at(static_cast<std::size_t>(Kind::token)));
    if (page != nullptr && id == current_) {
        page->giveToken(typed);
    }
}

void VerifyArea::setRunning(const std::vector<const desk::Check*>& checks) {
    strip_->setChecks(checks, current_);
    // A provider's page lives as long as its check is there, looked at or not.
    std::vector<int> over;
    for (const auto& [id, page] : widgets_) {
        const auto found =
            std::find_if(checks.begin(), checks.end(), [id = id](const auto* each) { return each->id == id; });
        if (found == checks.end() || (*found)->page != desk::Page::browser) {
            over.push_back(id);
        } else if (id != current_) {
            page->setCheck(**found);
        }
    }
    for (const auto id : over) {
        dropWidgetPage(id);
    }
}

void VerifyArea::clear() {
    strip_->setChecks({}, 0);
    newCheck_->clear();
    showNewCheck();
    // Claims, codes and tokens go with the pages that showed them.
    for (auto*& page : made_) {
        delete page;
        page = nullptr;
    }
    while (!widgets_.empty()) {
        dropWidgetPage(widgets_.begin()->first);
    }
}

}  // namespace verdesk::ui
