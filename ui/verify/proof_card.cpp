#include "ui/verify/proof_card.h"

#include "ui/parts/text.h"
#include "ui/parts/words.h"

#include <QVBoxLayout>

namespace verdesk::ui {

ProofCard::ProofCard(QWidget* parent) : Card{parent} {
    setObjectName(QStringLiteral("proofCard"));
    setInset(metrics::field);
    body()->setSpacing(metrics::tight);
    heading_ = new Text{{}, type::section, Tone::ink, this};
    heading_->setObjectName(QStringLiteral("proofHeading"));
    text_ = new Text{{}, type::body, Tone::second, this};
    text_->setObjectName(QStringLiteral("proofText"));
    body()->addWidget(heading_);
    body()->addWidget(text_);
    diagnostics_ = new Text{{}, type::fine, Tone::second, this};
    diagnostics_->setObjectName(QStringLiteral("diagnosticsText"));
    diagnostics_->hide();
    body()->addWidget(diagnostics_);
}

void ProofCard::setDiagnostics(const QString& lines) {
    diagnostics_->setText(lines);
    diagnostics_->setVisible(!lines.isEmpty());
}

void ProofCard::setProof(const std::optional<Proof>& proof, const QString& provider) {
    setVisible(proof.has_value());
    if (!proof) {
        return;
    }
    const auto received = proof->receivedAt ? clockTime(*proof->receivedAt) : QString{};
    const auto confirmed = proof->confirmedAt ? clockTime(*proof->confirmedAt) : QString{};
    QString heading;
    QString words;
    if (proof->channel == claims::Channel::webhook && proof->isSigned) {
        heading = tr("Signature checked");
        words = confirmed.isEmpty()
                    ? tr("Webhook signed by %1, received %2.", "provider, time").arg(provider, received)
                    : tr("Webhook signed by %1, received %2, and confirmed by a call at %3.", "provider, time, time")
                          .arg(provider, received, confirmed);
    } else if (proof->channel == claims::Channel::webhook) {
        heading = confirmed.isEmpty() ? tr("Not signed") : tr("Confirmed by a call");
        words = confirmed.isEmpty()
                    ? tr("The webhook of %1 came without a signature at %2, and nothing has confirmed it.")
                          .arg(provider, received)
                    : tr("The webhook of %1 came without a signature; a call of ours at %2 said the same.")
                          .arg(provider, confirmed);
    } else {
        const auto at = confirmed.isEmpty() ? received : confirmed;
        heading = tr("Asked directly");
        words = at.isEmpty() ? tr("%1 gave this answer to a call of ours.", "provider").arg(provider)
                             : tr("%1 gave this answer to a call of ours at %2.", "provider, time").arg(provider, at);
    }
    if (proof->verifiedAt) {
        words += u' ' + tr("Verified by %1 at %2.", "provider, time").arg(provider, clockTime(*proof->verifiedAt));
    }
    heading_->setText(heading);
    text_->setText(words);
}

}  // namespace verdesk::ui
