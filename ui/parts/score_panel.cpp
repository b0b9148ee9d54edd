#include "ui/parts/score_panel.h"

#include "ui/parts/chip.h"
#include "ui/parts/range_bar.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"

#include <QVBoxLayout>

namespace verdesk::ui {

ScorePanel::ScorePanel(QWidget* parent)
    : QWidget{parent},
      verdict_{new VerdictChip{claims::Verdict::none, this}},
      value_{new Text{{}, type::display, Tone::ink, this}},
      line_{new Text{{}, type::body, Tone::second, this}},
      bar_{new RangeBar{this}},
      band_{new Text{{}, type::body, Tone::ink, this}},
      confidence_{new Text{{}, type::secondary, Tone::second, this}} {
    verdict_->setObjectName(QStringLiteral("verdictChip"));
    value_->setObjectName(QStringLiteral("scoreValue"));
    line_->setObjectName(QStringLiteral("scoreLine"));
    band_->setObjectName(QStringLiteral("scoreBand"));
    confidence_->setObjectName(QStringLiteral("scoreConfidence"));
    for (auto* text : {value_, line_, band_, confidence_}) {
        text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::tight);
    column->addWidget(verdict_, 0, Qt::AlignHCenter);
    column->addWidget(value_);
    column->addWidget(line_);
    column->addWidget(bar_);
    column->addWidget(band_);
    column->addWidget(confidence_);
}

void ScorePanel::setResult(claims::Verdict verdict, const std::vector<claims::Claim>& claims) {
    verdict_->setVerdict(verdict);
    claims_ = claims;
    fill();
}

void ScorePanel::setValuesHidden(bool hidden) {
    hidden_ = hidden;
    fill();
}

void ScorePanel::fill() {
    const auto* scoreClaim = claims::find(claims_, claims::name::score);
    const auto* tierClaim = claims::find(claims_, claims::name::tier);
    const auto* score = scoreClaim != nullptr ? std::get_if<claims::Score>(&scoreClaim->value) : nullptr;
    const auto* tier = tierClaim != nullptr ? std::get_if<claims::Tier>(&tierClaim->value) : nullptr;
    const bool scaled = score != nullptr && score->scaleLow && score->scaleHigh;
    bar_->setVisible(scaled && !hidden_);
    if (hidden_) {
        value_->setText(QStringLiteral("• • •"));
        value_->setAccessibleName(tr("Hidden"));
        value_->show();
        line_->setText(tr("Hidden"));
        line_->show();
        band_->hide();
        confidence_->hide();
        return;
    }
    value_->setVisible(score != nullptr);
    if (score != nullptr) {
        value_->setText(number(score->value));
        value_->setAccessibleName(tr("Score %1").arg(number(score->value)));
    }
    QStringList parts;
    if (tier != nullptr) {
        parts << tr("Tier %1").arg(toQt(tier->value));
    }
    if (score != nullptr && score->low && score->high) {
        parts << tr("range %1 to %2").arg(number(*score->low), number(*score->high));
    }
    if (score == nullptr && tier == nullptr) {
        parts << tr("This check gives no score.");
    }
    line_->setText(parts.join(QStringLiteral(" · ")));
    line_->setVisible(!parts.isEmpty());
    if (scaled) {
        bar_->setScore(*score);
    }
    const auto band = score != nullptr ? Words::scoreBand(*score) : QString{};
    band_->setText(band);
    band_->setVisible(!band.isEmpty());
    const bool confident = score != nullptr && score->confidence;
    confidence_->setVisible(confident);
    if (confident) {
        confidence_->setText(tr("Confidence %1%").arg(qRound(*score->confidence * 100)));
    }
}

}  // namespace verdesk::ui
