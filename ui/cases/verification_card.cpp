#include "ui/cases/verification_card.h"

#include "ui/documents/documents_card.h"
#include "ui/parts/button.h"
#include "ui/parts/chip.h"
#include "ui/parts/claim_table.h"
#include "ui/parts/diagnostics.h"
#include "ui/parts/rule.h"
#include "ui/parts/text.h"
#include "ui/parts/watchlist_card.h"
#include "ui/parts/words.h"
#include "ui/style/tokens.h"

#include <QHBoxLayout>

namespace verdesk::ui {
namespace {

QString whenAndWho(const Verification& v) {
    QStringList parts;
    parts << VerificationCard::tr("Started %1 by %2").arg(clockTime(v.startedAt), toQt(v.startedByName));
    if (v.endedAt) {
        parts << VerificationCard::tr("took %1").arg(duration(*v.endedAt - v.startedAt));
    }
    if (v.environment != Environment::live && v.environment != Environment::unknown) {
        parts << Words::of(v.environment);
    }
    return parts.join(QStringLiteral(" · "));
}

QString whyOf(const Verification& v) {
    QStringList lines;
    if (v.decline) {
        lines << Words::of(*v.decline).what;
    } else if (v.failure) {
        lines << Words::of(*v.failure).what;
    }
    for (const auto& reason : v.reasons) {
        lines << Words::of(reason);
    }
    lines.removeDuplicates();
    return lines.join(QLatin1Char('\n'));
}

// The ground of the reasons: the same tones as the verdict's chip.
CardTone toneOf(claims::Verdict verdict) {
    switch (verdict) {
        case claims::Verdict::review:
            return CardTone::warn;
        case claims::Verdict::fail:
        case claims::Verdict::blocked:
            return CardTone::bad;
        default:
            return CardTone::quiet;
    }
}

QString proofOf(const Verification& v) {
    if (!v.proof) {
        return {};
    }
    QStringList parts;
    if (v.proof->isSigned && v.proof->receivedAt) {
        parts << VerificationCard::tr("Signed message received %1").arg(clockTime(*v.proof->receivedAt));
    } else if (v.proof->receivedAt) {
        parts << VerificationCard::tr("Received %1").arg(clockTime(*v.proof->receivedAt));
    }
    if (v.proof->confirmedAt) {
        parts << VerificationCard::tr("confirmed by a call %1").arg(clockTime(*v.proof->confirmedAt));
    }
    return parts.join(QStringLiteral(", "));
}

}  // namespace

VerificationCard::VerificationCard(QWidget* parent) : Card{parent} {
    setObjectName(QStringLiteral("case.check"));
    setInset(0);
    body()->setSpacing(0);
    auto* head = new QWidget{this};
    auto* column = new QVBoxLayout{head};
    column->setContentsMargins(metrics::field, metrics::between, metrics::field, metrics::between);
    column->setSpacing(metrics::tight);
    title_ = new Text{{}, type::section, Tone::ink, head};
    title_->setElided(20);
    state_ = new StateChip{State::unknown, head};
    state_->setObjectName(QStringLiteral("case.checkState"));
    verdict_ = new VerdictChip{claims::Verdict::none, head};
    verdict_->setObjectName(QStringLiteral("case.checkVerdict"));
    line_ = new Text{{}, type::secondary, Tone::second, head};
    code_ = new Text{{}, type::fine, Tone::second, head};
    code_->setObjectName(QStringLiteral("case.checkCode"));
    more_ = new Button{ButtonKind::quiet, tr("Show claims"), "case.checkMore", head};
    open_ = new Button{ButtonKind::secondary, tr("Open"), "case.checkOpen", head};
    reasonsCard_ = new Card{head};
    reasonsCard_->setInset(metrics::snug);
    reasons_ = new Text{{}, type::medium, Tone::ink, reasonsCard_};
    reasons_->setObjectName(QStringLiteral("case.checkReasons"));
    reasonsCard_->body()->addWidget(reasons_);

    auto* first = new QHBoxLayout;
    first->setSpacing(metrics::inside);
    first->addWidget(title_, 1);
    first->addWidget(state_);
    first->addWidget(verdict_);
    auto* second = new QHBoxLayout;
    second->setSpacing(metrics::inside);
    auto* when = new QVBoxLayout;
    when->setSpacing(metrics::tight);
    when->addWidget(line_);
    when->addWidget(code_);
    second->addLayout(when, 1);
    second->addWidget(more_);
    second->addWidget(open_);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(reasonsCard_);
    body()->addWidget(head);
    connect(more_, &QPushButton::clicked, this, [this] {
        setExpanded(!expanded_);
        Q_EMIT expandedChanged(expanded_);
    });
    connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(verification_); });
}

void VerificationCard::setEvidence(desk::EvidenceBox* evidence) {
    evidence_ = evidence;
}

void VerificationCard::setVerification(const Verification& verification) {
    verification_ = verification;
    arrange();
}

void VerificationCard::setParticipant(int number) {
    if (participant_ != number) {
        participant_ = number;
        arrange();
    }
}

void VerificationCard::setExpanded(bool expanded) {
    expanded_ = expanded;
    arrange();
}

void VerificationCard::setValuesHidden(bool hidden) {
    hidden_ = hidden;
    arrange();
}

bool VerificationCard::hasClaims() const {
    return !verification_.claims.empty();
}

void VerificationCard::arrange() {
    const auto& v = verification_;
    const auto flow = inDeskLanguage(v.flowTitle);
    title_->setText(participant_ > 0 ? Words::participant(participant_) + QStringLiteral(" · ") + flow : flow);
    setAccessibleName(title_->text());
    state_->setState(v.state);
    verdict_->setVerdict(v.verdict);
    verdict_->setVisible(v.verdict != claims::Verdict::none);
    state_->setVisible(v.state != State::completed || v.verdict == claims::Verdict::none);  // one word is enough
    line_->setText(whenAndWho(v));
    reasons_->setText(whyOf(v));
    reasonsCard_->setVisible(!reasons_->text().isEmpty());
    reasonsCard_->setTone(toneOf(v.verdict));
    QStringList codes;
    for (const auto& code : {v.code, v.providerCode}) {
        if (!code.empty()) {
            codes << toQt(code);
        }
    }
    code_->setText(codes.join(QStringLiteral(" · ")));
    code_->setVisible(!codes.isEmpty());
    more_->setVisible(hasClaims());
    const bool open = expanded_ && hasClaims();
    more_->setWords(expanded_ ? tr("Hide claims") : tr("Show claims"));
    open_->setVisible(!isFinal(v.state) && v.state != State::unknown);

    if (open && details_ == nullptr) {
        makeDetails();
    }
    if (details_ == nullptr) {
        return;
    }
    details_->setVisible(open);
    proof_->setText(proofOf(v));
    proof_->setVisible(!proof_->text().isEmpty());
    documents_->setCovered(hidden_);
    documents_->setDocuments(open ? documentsOf(v.claims) : std::vector<DocumentEntry>{});
    documentsEnd_->setVisible(!documentsOf(v.claims).empty());
    watchlist_->setClaims(v.claims);
    watchlist_->setCovered(hidden_);
    watchlistEnd_->setVisible(!watchlist_->isHidden());
    diagnostics_->setText(diagnosticLines(v.claims));
    diagnostics_->setVisible(!diagnostics_->text().isEmpty());
    if (open) {
        claims_->setClaims(withoutDocuments(v.claims), toQt(v.provider),
                           v.proof ? v.proof->channel : claims::Channel::unknown);
        claims_->setValuesHidden(hidden_);
    }
}

// Made when they are first opened.
void VerificationCard::makeDetails() {
    details_ = new QWidget{this};
    auto* column = new QVBoxLayout{details_};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    documents_ = new DocumentsCard{details_};
    documents_->setTone(CardTone::bare);
    documents_->setInset(metrics::field);
    documents_->setSource(evidence_);
    documentsEnd_ = new Rule{details_};
    watchlist_ = new WatchlistCard{details_};
    watchlist_->setTone(CardTone::bare);
    watchlistEnd_ = new Rule{details_};
    claims_ = new ClaimTable{details_};
    claims_->setObjectName(QStringLiteral("case.claims"));
    proof_ = new Text{{}, type::secondary, Tone::second, details_};
    diagnostics_ = new Text{{}, type::fine, Tone::second, details_};
    diagnostics_->setObjectName(QStringLiteral("case.checkDiagnostics"));
    auto* below = new QVBoxLayout;  // as far in as the table's cells
    below->setContentsMargins(metrics::between, metrics::snug, metrics::field, metrics::between);
    below->setSpacing(metrics::tight);
    below->addWidget(proof_);
    below->addWidget(diagnostics_);
    column->addWidget(new Rule{details_});
    column->addWidget(documents_);
    column->addWidget(documentsEnd_);
    column->addWidget(watchlist_);
    column->addWidget(watchlistEnd_);
    column->addWidget(claims_);
    column->addLayout(below);
    body()->addWidget(details_);
}

}  // namespace verdesk::ui
