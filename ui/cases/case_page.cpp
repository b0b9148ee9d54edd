#include "ui/cases/case_page.h"

#include "desk/participants.h"
#include "desk/words.h"
#include "ui/cases/decision_panel.h"
#include "ui/cases/erase_panel.h"
#include "ui/cases/facts_card.h"
#include "ui/cases/verification_card.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/chip.h"
#include "ui/parts/clock.h"
#include "ui/parts/columns.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/skeleton.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/style/tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <set>

namespace verdesk::ui {
namespace {

bool mayDecide(Role role) {
    return role == Role::officer || role == Role::admin;
}

bool isBlocked(const Case& value) {
    if (value.summary.verdict == claims::Verdict::blocked) {
        return true;
    }
    for (const auto& verification : value.verifications) {
        if (verification.verdict == claims::Verdict::blocked) {
            return true;
        }
    }
    return false;
}

// The decision that closed the case, where it is open all the same: only something found out later opens it again.
const Decision* overtakenDecision(const Case& value) {
    if (value.summary.state != CaseState::open || value.decisions.empty()) {
        return nullptr;
    }
    const auto& last = value.decisions.back();
    const bool closed =
        last.kind == DecisionKind::approve || last.kind == DecisionKind::reject || last.kind == DecisionKind::close;
    return closed ? &last : nullptr;
}

struct Listed {
    const Verification* verification;
    int participant;  // 0: it was started for itself
};

// The newest first, for it is what matters; people who were added to a check stand below it, in the order in which they
// came.
std::vector<Listed> inOrder(const std::vector<Verification>& all) {
    std::vector<Listed> listed;
    for (auto host = all.rbegin(); host != all.rend(); ++host) {
        if (desk::participantNumber(all, *host) > 0) {
            continue;
        }
        listed.push_back({&*host, 0});
        for (const auto& each : all) {
            if (each.parent == host->id) {
                listed.push_back({&each, desk::participantNumber(all, each)});
            }
        }
    }
    return listed;
}

// The one thing that must not be overlooked.
Card* makeStop(QWidget* parent) {
    auto* card = new Card{parent};
    card->setObjectName(QStringLiteral("case.stop"));
    card->setTone(CardTone::blocked);
    card->body()->addWidget(new Text{CasePage::tr("Stop. Sanctions match."), type::title, Tone::onBlocked, card});
    card->body()->addWidget(
        new Text{CasePage::tr("This case is blocked. Nobody can approve it. Do not tell the customer "
                              "why; compliance takes over."),
                 type::body, Tone::onBlocked, card});
    card->setAccessibleName(CasePage::tr("Stop. Sanctions match. Nobody can approve this case."));
    return card;
}

QString doneWords(DecisionKind kind) {
    switch (kind) {
        case DecisionKind::approve:
            return CasePage::tr("Approved. The case is closed.");
        case DecisionKind::reject:
            return CasePage::tr("Rejected. The case is closed.");
        case DecisionKind::escalate:
            return CasePage::tr("Escalated. The case stays open for somebody else.");
        case DecisionKind::close:
        case DecisionKind::unknown:
            break;
    }
    return CasePage::tr("The case is closed.");
}

}  // namespace

CasePage::CasePage(QWidget* parent) : Page{"case", parent} {
    setFocusPolicy(Qt::StrongFocus);  // the keys scroll it until they go to a control
    verdict_ = new VerdictChip{claims::Verdict::none, this};
    verdict_->setObjectName(QStringLiteral("case.verdict"));
    header()->addBadge(verdict_);
    back_ = action(ButtonKind::quiet, tr("Back"), "case.back");
    back_->printKey(Qt::Key_Escape);
    escalate_ = action(ButtonKind::secondary, tr("Escalate"), "case.escalate");
    reject_ = action(ButtonKind::secondary, tr("Reject"), "case.reject");
    approve_ = action(ButtonKind::primary, tr("Approve"), "case.approve");
    newCheck_ = action(ButtonKind::secondary, tr("New check in this case"), "case.newCheck");
    close_ = action(ButtonKind::secondary, tr("Close the case"), "case.close");

    erase_ = new Button{ButtonKind::quiet, tr("Erase the case"), "case.erase", this};

    stop_ = makeStop(this);
    finding_ = new Banner{BannerTone::warn, Icon::warning, {}, "case.newFinding", this};
    erased_ = new Banner{BannerTone::info, Icon::info, {}, "case.erased", this};
    stale_ = new Banner{BannerTone::warn, Icon::warning, tr("This case could not be read again. It may be old."),
                        "case.stale", this};
    done_ = new Banner{BannerTone::info, Icon::check, {}, "case.done", this};
    hidden_ = new Banner{BannerTone::info, Icon::eyeOff,
                         tr("The values are covered, because they were shown for some time."), "case.hidden", this};
    hidden_->setAction(tr("Show values"), "case.showValues");
    panel_ = new DecisionPanel{this};
    erasing_ = new ErasePanel{this};
    loading_ = new Skeleton{8, this};
    failed_ = new EmptyState{Icon::warning, tr("The case cannot be read"), {}, this};
    failed_->setAction(tr("Try again"), "case.retry");

    content_ = new QWidget{this};
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    content_->setSizePolicy(policy);
    auto* columns = new Columns{230, 2, false, metrics::card, content_};
    auto* left = new QWidget{content_};
    left->setSizePolicy(policy);
    aside_ = new QVBoxLayout{left};
    aside_->setContentsMargins(0, 0, 0, 0);
    aside_->setSpacing(metrics::snug);
    facts_ = new FactsCard{left};
    aside_->addWidget(facts_);
    aside_->addWidget(erase_);
    auto* right = new QWidget{content_};
    right->setSizePolicy(policy);
    right->setAccessibleName(tr("Checks"));
    checks_ = new QVBoxLayout{right};
    checks_->setContentsMargins(0, 0, 0, 0);
    checks_->setSpacing(metrics::between);
    noChecks_ = new Text{tr("No check was started in this case."), type::body, Tone::second, right};
    checks_->addWidget(noChecks_);
    checks_->addStretch(1);
    columns->add(left, 1);
    columns->add(right, 3);

    for (auto* each : std::initializer_list<QWidget*>{stop_, stale_, finding_, erased_, done_, panel_, erasing_,
                                                      hidden_, content_, loading_, failed_}) {
        body()->addWidget(each);
    }
    body()->addStretch(1);

    connect(back_, &QPushButton::clicked, this, &CasePage::backAsked);
    connect(newCheck_, &QPushButton::clicked, this, [this] {
        if (case_) {
            Q_EMIT newCheckAsked(case_->summary);
        }
    });
    connect(close_, &QPushButton::clicked, this, [this] { openDecision(DecisionKind::close); });
    connect(escalate_, &QPushButton::clicked, this, [this] { openDecision(DecisionKind::escalate); });
    connect(reject_, &QPushButton::clicked, this, [this] { openDecision(DecisionKind::reject); });
    connect(approve_, &QPushButton::clicked, this, [this] { openDecision(DecisionKind::approve); });
    connect(panel_, &DecisionPanel::confirmed, this, &CasePage::decideAsked);
    connect(panel_, &DecisionPanel::aboutToLeave, this, [this] { setFocus(); });
    connect(panel_, &DecisionPanel::abandoned, this, &CasePage::arrangeActions);
    connect(erase_, &QPushButton::clicked, this, &CasePage::openErase);
    connect(erasing_, &ErasePanel::confirmed, this, &CasePage::eraseAsked);
    connect(erasing_, &ErasePanel::aboutToLeave, this, [this] { setFocus(); });
    connect(erasing_, &ErasePanel::abandoned, this, &CasePage::arrangeActions);
    connect(facts_, &FactsCard::otherCaseAsked, this, &CasePage::otherCaseAsked);
    connect(failed_, &EmptyState::actionTriggered, this, &CasePage::readAgainAsked);
    connect(hidden_, &Banner::actionTriggered, this, [this] { setValuesHidden(false); });
    hide_.setSingleShot(true);
    connect(&hide_, &QTimer::timeout, this, [this] { setValuesHidden(true); });
    forget();
}

Button* CasePage::action(ButtonKind kind, const QString& text, const char* name) {
    auto* button = new Button{kind, text, name, this};
    header()->addAction(button);
    return button;
}

// Beside the title stands what this person is here for; for whoever decides, the rest is at the side.
void CasePage::setRole(Role role) {
    role_ = role;
    for (auto* button : {newCheck_, close_}) {
        if (mayDecide(role)) {
            aside_->addWidget(button);
        } else {
            header()->addAction(button);
        }
    }
    arrangeActions();
}

void CasePage::setEvidence(desk::EvidenceBox* evidence) {
    evidence_ = evidence;
}

void CasePage::setHideClaimsAfter(std::chrono::seconds after) {
    hideAfter_ = after;
}

void CasePage::setLoading() {
    forget();
    loading_->show();
}

void CasePage::setFailed(const desk::CallError& error) {
    forget();
    failed_->setWords(tr("The case cannot be read"), desk::inWords(error));
    failed_->show();
}

void CasePage::setCase(const Case& value, const std::optional<desk::CallError>& stale) {
    const bool another = !case_ || case_->summary.id != value.summary.id;
    if (another) {
        forget();
    }
    loading_->hide();
    failed_->hide();
    stale_->setVisible(stale.has_value());
    if (case_ && *case_ == value) {
        return;
    }
    case_ = value;
    header()->setTitle(toQt(value.summary.reference.empty() ? value.summary.number : value.summary.reference));
    QStringList parts{tr("Case %1").arg(toQt(value.summary.number)), inDeskLanguage(value.summary.purposeTitle),
                      Words::of(value.summary.state)};
    if (value.summary.decision != DecisionKind::unknown) {
        parts << Words::of(value.summary.decision);
    }
    header()->setSubtitle(parts.join(QStringLiteral(" · ")));
    setAccessibleName(tr("Case %1").arg(toQt(value.summary.number)));
    verdict_->setVerdict(value.summary.verdict);
    verdict_->setVisible(value.summary.verdict != claims::Verdict::none);
    if (isBlocked(value) && !stop_->isVisibleTo(this)) {
        verticalScrollBar()->setValue(0);
    }
    stop_->setVisible(isBlocked(value));
    tellNewFinding();
    tellErasure();
    facts_->setCase(value);
    content_->show();
    arrangeChecks();
    arrangeActions();
    if (another) {
        setValuesHidden(false);
        verticalScrollBar()->setValue(0);
        if (isVisible()) {
            setFocus();
        }
    }
}

void CasePage::setDeciding(bool deciding) {
    panel_->setBusy(deciding);
    erasing_->setBusy(deciding);
}

void CasePage::showDecided(DecisionKind kind) {
    setFocus();  // before the panel goes: the focus must not wander down the page and scroll it
    panel_->forget();
    done_->setWords(doneWords(kind));
    done_->show();
    arrangeActions();
    verticalScrollBar()->setValue(0);
}

void CasePage::showRefused(const desk::CallError& error) {
    panel_->showError(error);
}

void CasePage::showErased() {
    setFocus();
    erasing_->forget();
    arrangeActions();
    verticalScrollBar()->setValue(0);
}

void CasePage::showEraseRefused(const desk::CallError& error) {
    erasing_->showError(error);
}

void CasePage::forget() {
    case_.reset();
    hide_.stop();
    panel_->forget();
    erasing_->forget();
    header()->setTitle({});
    header()->setSubtitle({});
    for (auto& [id, card] : cards_) {
        delete card->parentWidget();
    }
    cards_.clear();
    for (auto* each : std::initializer_list<QWidget*>{verdict_, stop_, stale_, finding_, erased_, done_, hidden_,
                                                      content_, loading_, failed_}) {
        each->hide();
    }
    arrangeActions();
}

void CasePage::arrangeActions() {
    const bool blocked = case_ && isBlocked(*case_);
    const bool overtaken = blocked && panel_->kind() == DecisionKind::approve;
    const bool over = case_ && case_->summary.state != CaseState::open && panel_->kind() != DecisionKind::unknown;
    if (overtaken || over) {  // it turned out badly, or somebody decided, while a decision was being written
        setFocus();
        panel_->forget();
    }
    const bool erasing = erasing_->isVisibleTo(this);
    if (erasing && case_ && case_->summary.state == CaseState::open) {  // something was found out meanwhile
        setFocus();
        erasing_->forget();
    }
    const bool open = case_ && case_->summary.state == CaseState::open && !panel_->isVisibleTo(this);
    const bool closed = case_ && case_->summary.state == CaseState::closed;
    erase_->setVisible(closed && !case_->summary.erasedAt && mayDecide(role_) && !erasing_->isVisibleTo(this));
    newCheck_->setVisible(open && !blocked);
    close_->setVisible(open);
    escalate_->setVisible(open && mayDecide(role_));
    reject_->setVisible(open && mayDecide(role_));
    approve_->setVisible(open && mayDecide(role_) && !blocked);
}

void CasePage::arrangeChecks() {
    const auto& verifications = case_->verifications;
    noChecks_->setVisible(verifications.empty());
    std::set<VerificationId> present;
    int place = 0;
    for (const auto& [verification, participant] : inOrder(verifications)) {
        present.insert(verification->id);
        auto* card = cardOf(verification->id);
        const bool hadClaims = card->hasClaims();
        card->setVerification(*verification);
        card->setParticipant(participant);
        card->setValuesHidden(hidden_->isVisibleTo(this));
        if (place == 0 && card->hasClaims() && !hadClaims) {
            card->setExpanded(true);
        }
        auto* row = card->parentWidget();
        row->layout()->setContentsMargins(participant > 0 ? metrics::page : 0, 0, 0, 0);
        checks_->removeWidget(row);
        checks_->insertWidget(++place, row);
        row->show();
    }
    for (auto card = cards_.begin(); card != cards_.end();) {
        if (!present.contains(card->first)) {
            delete card->second->parentWidget();
            card = cards_.erase(card);
        } else {
            ++card;
        }
    }
}

// In a row of its own, which moves it in where it belongs to the check above.
VerificationCard* CasePage::cardOf(const VerificationId& id) {
    auto& card = cards_[id];
    if (card == nullptr) {
        auto* row = new QWidget;
        card = new VerificationCard;
        (new QHBoxLayout{row})->addWidget(card);
        card->setEvidence(evidence_);
        connect(card, &VerificationCard::openAsked, this,
                [this](const Verification& verification) { Q_EMIT checkAsked(case_->summary, verification); });
    }
    return card;
}

// What was decided may not hold any more: whoever opens the case has to hear of it first.
void CasePage::tellNewFinding() {
    const auto* decision = overtakenDecision(*case_);
    finding_->setVisible(decision != nullptr);
    if (decision != nullptr) {
        done_->hide();  // it is closed no more
        finding_->setWords(
            tr("New finding since the decision (%1, %2 by %3): the verdict is \"%4\" now, and the case is open again.",
               "a decision, a time, a person, a verdict")
                .arg(Words::of(decision->kind), dayAndTime(decision->at, systemNow()), toQt(decision->by),
                     Words::of(case_->summary.verdict)));
    }
}

void CasePage::tellErasure() {
    const auto& erasure = case_->erasure;
    erased_->setVisible(erasure.has_value());
    if (erasure) {
        erased_->setWords(tr("This case was erased (%1 by %2): %3", "a time, a person, the reason")
                              .arg(dayAndTime(erasure->at, systemNow()), toQt(erasure->by), toQt(erasure->reason)));
    }
}

void CasePage::openErase() {
    done_->hide();
    erasing_->open(toQt(case_->summary.number));
    arrangeActions();
    ensureWidgetVisible(erasing_);
}

void CasePage::openDecision(DecisionKind kind) {
    done_->hide();
    panel_->open(kind);
    arrangeActions();
    ensureWidgetVisible(panel_);
}

void CasePage::setValuesHidden(bool hidden) {
    hidden_->setVisible(hidden);
    for (auto& [id, card] : cards_) {
        card->setValuesHidden(hidden);
    }
    if (!hidden && hideAfter_.count() > 0) {
        hide_.start(hideAfter_);
    }
}

void CasePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT backAsked();
        return;
    }
    Page::keyPressEvent(event);
}

void CasePage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (!panel_->isVisible() && !erasing_->isVisible()) {
        setFocus();
    }
}

}  // namespace verdesk::ui
