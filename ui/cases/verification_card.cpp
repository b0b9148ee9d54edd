#include "ui/cases/verification_card.h"

#include "ui/documents/documents_card.h"
#include "ui/parts/button.h"
#include "ui/parts/chip.h"
#include "ui/parts/claim_table.h"
#include "ui/parts/text.h"
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
    setInset(metrics::field);
    title_ = new Text{{}, type::section, Tone::ink, this};
    title_->setElided(20);
    state_ = new StateChip{State::unknown, this};
    state_->setObjectName(QStringLiteral("case.checkState"));
    verdict_ = new VerdictChip{claims::Verdict::none, this};
    verdict_->setObjectName(QStringLiteral("case.checkVerdict"));
    line_ = new Text{{}, type::secondary, Tone::second, this};
    reasons_ = new Text{{}, type::body, Tone::ink, this};
    reasons_->setObjectName(QStringLiteral("case.checkReasons"));
    code_ = new Text{{}, type::fine, Tone::second, this};
    more_ = new Button{ButtonKind::quiet, tr("Show claims"), "case.checkMore", this};
    open_ = new Button{ButtonKind::secondary, tr("Open"), "case.checkOpen", this};

    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::inside);
    head->addWidget(title_, 1);
    head->addWidget(state_);
    head->addWidget(verdict_);
    body()->addLayout(head);
    body()->addWidget(line_);
    body()->addWidget(reasons_);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(metrics::inside);
    foot->addWidget(code_, 1);
    foot->addWidget(more_);
    foot->addWidget(open_);
    body()->addLayout(foot);
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
    title_->setText(inDeskLanguage(v.flowTitle));
    setAccessibleName(title_->text());
    state_->setState(v.state);
    verdict_->setVerdict(v.verdict);
    verdict_->setVisible(v.verdict != claims::Verdict::none);
    line_->setText(whenAndWho(v));
    reasons_->setText(whyOf(v));
    reasons_->setVisible(!reasons_->text().isEmpty());
    QStringList codes;
    for (const auto& code : {v.code, v.providerCode}) {
        if (!code.empty()) {
            codes << toQt(code);
        }
    }
    code_->setText(codes.join(QStringLiteral(" · ")));
    more_->setVisible(hasClaims());
    const bool open = expanded_ && hasClaims();
    more_->setWords(expanded_ ? tr("Hide claims") : tr("Show claims"));
    open_->setVisible(!isFinal(v.state) && v.state != State::unknown);

    if (open && claims_ == nullptr) {  // made when it is first opened
        claims_ = new ClaimTable{this};
        claims_->setObjectName(QStringLiteral("case.claims"));
        proof_ = new Text{{}, type::secondary, Tone::second, this};
        documents_ = new DocumentsCard{this};
        documents_->setSource(evidence_);
        body()->insertWidget(3, documents_);
        body()->insertWidget(4, claims_);
        body()->insertWidget(5, proof_);
    }
    if (claims_ != nullptr) {
        claims_->setVisible(open);
        proof_->setText(proofOf(v));
        proof_->setVisible(open && !proof_->text().isEmpty());
        documents_->setCovered(hidden_);
        documents_->setDocuments(open ? documentsOf(v.claims) : std::vector<DocumentEntry>{});
        if (open) {
            claims_->setClaims(withoutDocuments(v.claims), toQt(v.provider),
                               v.proof ? v.proof->channel : claims::Channel::unknown);
            claims_->setValuesHidden(hidden_);
        }
    }
}

}  // namespace verdesk::ui
