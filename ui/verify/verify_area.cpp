#include "ui/verify/verify_area.h"

#include "ui/verify/blocked_page.h"
#include "ui/verify/claim_summary_page.h"
#include "ui/verify/new_check_page.h"
#include "ui/verify/outcome_page.h"
#include "ui/verify/qr_session_page.h"
#include "ui/verify/running_strip.h"
#include "ui/verify/token_page.h"
#include "ui/verify/waiting_page.h"

#include <QFocusEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

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
    connect(newCheck_, &NewCheckPage::referenceEntered, this, &VerifyArea::referenceEntered);
    connect(newCheck_, &NewCheckPage::startRequested, this, &VerifyArea::startRequested);
    connect(newCheck_, &NewCheckPage::startInCaseRequested, this, &VerifyArea::startInCaseRequested);
    connect(newCheck_, &NewCheckPage::continueCase, this, &VerifyArea::continueCase);
    connect(newCheck_, &NewCheckPage::openCaseRequested, this, &VerifyArea::openCaseRequested);
    connect(newCheck_, &NewCheckPage::leaveCaseRequested, this, [this] { showNewCheck(); });
}

void VerifyArea::setContext(const VerifyContext& context) {
    context_ = context;
    newCheck_->setContext(context);
    for (auto* page : made_) {
        if (auto* qr = qobject_cast<QrSessionPage*>(page)) {
            qr->setPhone(context.phone);
        } else if (auto* token = qobject_cast<TokenPage*>(page)) {
            token->setPhone(context.phone);
        }
    }
}

VerifyArea::Kind VerifyArea::kindOf(desk::Page page) {
    switch (page) {
        case desk::Page::requesting:
        case desk::Page::verifying:
            return Kind::waiting;
        case desk::Page::qr:
            return Kind::qr;
        case desk::Page::token:
            return Kind::token;
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
        case Kind::waiting:
            page = new WaitingPage{pages_};
            break;
        case Kind::qr: {
            auto* qr = new QrSessionPage{pages_};
            qr->setPhone(context_.phone);
            page = qr;
            break;
        }
        case Kind::token: {
            auto* token = new TokenPage{pages_};
            token->setPhone(context_.phone);
            page = token;
            break;
        }
        case Kind::summary:
            page = new ClaimSummaryPage{pages_};
            break;
        case Kind::outcome:
            page = new OutcomePage{pages_};
            break;
        case Kind::blocked:
        case Kind::count:
            page = new BlockedPage{pages_};
            break;
    }
    pages_->addWidget(page);
    connect(page, &CheckPage::staffDid, this, [this](desk::Event event) { Q_EMIT staffDid(current_, event); });
    connect(page, &CheckPage::tokenSubmitted, this,
            [this](const QString& token) { Q_EMIT tokenSubmitted(current_, token); });
    connect(page, &CheckPage::showClaimsAsked, this, [this] { Q_EMIT showClaimsAsked(current_); });
    connect(page, &CheckPage::anotherCheckAsked, this, [this] { Q_EMIT anotherCheckAsked(current_); });
    connect(page, &CheckPage::playCustomer, this, &VerifyArea::playCustomer);
    return page;
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
    auto* page = pageOf(kind);
    page->setCheck(check);
    const bool moved = current_ != check.id || pages_->currentWidget() != page;
    current_ = check.id;
    if (moved) {
        page->ensureVisible(0, 0);
        bring(page, page->firstFocus());
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

void VerifyArea::setRunning(const std::vector<const desk::Check*>& checks) {
    strip_->setChecks(checks, current_);
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
}

}  // namespace verdesk::ui
