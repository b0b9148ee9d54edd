#include "ui/verify/claim_summary_page.h"

#include "desk/words.h"
#include "ui/documents/document_checks.h"
#include "ui/documents/documents_card.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/chip.h"
#include "ui/parts/claim_table.h"
#include "ui/parts/columns.h"
#include "ui/parts/diagnostics.h"
#include "ui/parts/score_panel.h"
#include "ui/parts/text.h"
#include "ui/parts/watchlist_card.h"
#include "ui/parts/words.h"
#include "ui/verify/proof_card.h"
#include "ui/verify/verify_context.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

QString headingOf(claims::Verdict verdict) {
    switch (verdict) {
        case claims::Verdict::pass:
            return ClaimSummaryPage::tr("Proven", "heading: everything asked for was proven");
        case claims::Verdict::review:
            return ClaimSummaryPage::tr("Needs a second look");
        case claims::Verdict::fail:
            return ClaimSummaryPage::tr("Not proven");
        default:
            return ClaimSummaryPage::tr("Completed, without a verdict");
    }
}

// The score panel and the document check say these.
std::vector<std::string> shownElsewhere(const std::vector<claims::Claim>& claims) {
    namespace name = claims::name;
    std::vector<std::string_view> names{name::score, name::tier};
    for (const auto& [about, demand] :
         {std::pair{name::age, name::minimumAgeReached}, std::pair{name::documentIssuer, name::issuerAccepted}}) {
        if (claims::find(claims, about) != nullptr) {
            names.push_back(demand);
        }
    }
    return {names.begin(), names.end()};
}

QString timesOf(const Verification& verification) {
    if (!verification.endedAt) {
        return {};
    }
    return ClaimSummaryPage::tr("%1, took %2", "time of day, duration")
        .arg(clockTime(*verification.endedAt), duration(*verification.endedAt - verification.startedAt));
}

}  // namespace

ClaimSummaryPage::ClaimSummaryPage(QWidget* parent) : CheckPage{"claimSummaryPage", parent} {
    environment_ = new Chip{lookOf(Environment::unknown), this};
    another_ = new SecondaryButton{tr("Another check"), "anotherCheck", this};
    close_ = new SecondaryButton{tr("Close the case"), "closeCase", this};
    finish_ = new PrimaryButton{tr("Finish"), "finishButton", this};
    header()->addBadge(environment_);
    for (auto* action :
         {static_cast<QWidget*>(another_), static_cast<QWidget*>(close_), static_cast<QWidget*>(finish_)}) {
        header()->addAction(action);
    }
    setDefaultButton(finish_);
    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "problemBanner", this};
    hiddenBanner_ = new Banner{BannerTone::info, Icon::eyeOff, tr("The values are covered."), "hiddenBanner", this};
    hiddenBanner_->setAction(tr("Show"), "showClaims")->setKey(Qt::ALT | Qt::Key_V);
    for (auto* banner : {problem_, hiddenBanner_}) {
        banner->hide();
        body()->addWidget(banner);
    }

    auto* both = new QWidget{this};
    auto* columns = new Columns{130, 7, false, metrics::field, both};
    auto* left = new QWidget{both};
    auto* leftColumn = new QVBoxLayout{left};
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(metrics::between);
    scoreCard_ = new Card{left};
    score_ = new ScorePanel{scoreCard_};
    scoreCard_->body()->addWidget(score_);
    leftColumn->addWidget(scoreCard_);
    reasonsCard_ = new Card{left};
    reasonsCard_->setInset(metrics::field);
    reasonsCard_->setTone(CardTone::warn);
    reasonsCard_->setObjectName(QStringLiteral("reasonsCard"));
    reasonsCard_->body()->setSpacing(metrics::tight);
    reasonsTitle_ = new Text{{}, type::section, Tone::warn, reasonsCard_};
    reasonsCard_->body()->addWidget(reasonsTitle_);
    reasons_ = new Text{{}, type::body, Tone::ink, reasonsCard_};
    reasons_->setObjectName(QStringLiteral("reasonsText"));
    reasonsCard_->body()->addWidget(reasons_);
    reasonsCard_->body()->addWidget(
        new Text{tr("The case stays open for a compliance officer."), type::body, Tone::second, reasonsCard_});
    leftColumn->addWidget(reasonsCard_);
    proof_ = new ProofCard{left};
    leftColumn->addWidget(proof_);
    leftColumn->addStretch(1);
    columns->add(left, 2);
    auto* right = new QWidget{both};
    auto* rightColumn = new QVBoxLayout{right};
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(metrics::between);
    evidence_ = new QWidget{right};
    auto* evidenceColumns = new Columns{110, 5, false, metrics::between, evidence_};
    documents_ = new DocumentsCard{evidence_};
    checks_ = new DocumentChecks{evidence_};
    evidenceColumns->add(documents_, 3);
    evidenceColumns->add(checks_, 2);
    rightColumn->addWidget(evidence_);
    watchlist_ = new WatchlistCard{right};
    rightColumn->addWidget(watchlist_);
    auto* tableCard = new Card{right};
    tableCard->setInset(0);
    table_ = new ClaimTable{tableCard};
    tableCard->body()->addWidget(table_);
    tableCard->body()->addStretch(1);
    rightColumn->addWidget(tableCard, 1);
    columns->add(right, 5);
    body()->addWidget(both);
    body()->addStretch(1);

    connect(finish_, &Button::clicked, this, &ClaimSummaryPage::finish);
    connect(close_, &Button::clicked, this, [this] { Q_EMIT staffDid(desk::Event::closeCase); });
    connect(another_, &Button::clicked, this, &ClaimSummaryPage::anotherCheckAsked);
    connect(hiddenBanner_, &Banner::actionTriggered, this, &ClaimSummaryPage::showClaimsAsked);
}

void ClaimSummaryPage::setContext(const VerifyContext& context) {
    documents_->setSource(context.evidence);
}

void ClaimSummaryPage::setCheck(const desk::Check& check) {
    if (!check.verification) {
        return;
    }
    const auto& verification = *check.verification;
    const auto provider = toQt(verification.provider);
    header()->setTitle(headingOf(verification.verdict));
    QStringList subtitle{subtitleOf(check), nameOf(check), timesOf(verification)};
    subtitle.removeAll({});
    header()->setSubtitle(subtitle.join(QStringLiteral(" · ")));
    environment_->setLook(lookOf(verification.environment));
    environment_->setVisible(verification.environment != Environment::live);

    // A case that a person has to look at stays open; Finish then only goes on to the next customer.
    closes_ = verification.verdict == claims::Verdict::pass;
    finish_->setWords(closes_ ? tr("Finish") : tr("Next customer"));
    close_->setVisible(!closes_);
    for (auto* button : {finish_, close_, another_}) {
        button->setEnabled(!check.closing);
    }
    const auto words = check.problem ? desk::inWords(*check.problem) : QString{};
    problem_->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        problem_->setWords(words);
    }
    score_->setResult(verification.verdict, verification.claims);
    setReasons(verification);
    proof_->setProof(verification.proof, provider);
    watchlist_->setClaims(verification.claims);
    proof_->setDiagnostics(diagnosticLines(verification.claims));
    const auto channel = verification.proof ? verification.proof->channel : claims::Channel::unknown;
    table_->setClaims(withoutDocuments(verification.claims), provider, channel, shownElsewhere(verification.claims));
    documents_->setCovered(check.claimsHidden);
    documents_->setDocuments(documentsOf(verification.claims));
    checks_->setVerification(verification);
    evidence_->setVisible(!documents_->isHidden() || !checks_->isHidden());  // or its distance stays above the table
    setValuesHidden(check.claimsHidden);
}

void ClaimSummaryPage::setReasons(const Verification& verification) {
    QStringList lines;
    for (const auto& reason : verification.reasons) {
        lines << Words::of(reason);
    }
    lines.removeDuplicates();
    reasonsCard_->setVisible(verification.verdict != claims::Verdict::pass);
    if (lines.isEmpty()) {
        lines << tr("The provider gave no verdict that counts as a pass.");
    }
    reasons_->setText(lines.join(u'\n'));
    const bool failed = verification.verdict == claims::Verdict::fail;
    reasonsTitle_->setText(failed ? tr("Why it is not proven") : tr("Why a person has to look"));
    reasonsTitle_->setTone(failed ? Tone::bad : Tone::warn);
    reasonsCard_->setTone(failed ? CardTone::bad : CardTone::warn);
}

void ClaimSummaryPage::setValuesHidden(bool hidden) {
    table_->setValuesHidden(hidden);
    score_->setValuesHidden(hidden);
    documents_->setCovered(hidden);
    checks_->setCovered(hidden);
    watchlist_->setCovered(hidden);
    hiddenBanner_->setVisible(hidden);
}

void ClaimSummaryPage::finish() {
    Q_EMIT staffDid(closes_ ? desk::Event::closeCase : desk::Event::next);
}

QWidget* ClaimSummaryPage::firstFocus() {
    return finish_;
}

}  // namespace verdesk::ui
