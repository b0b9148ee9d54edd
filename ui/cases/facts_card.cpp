#include "ui/cases/facts_card.h"

#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/chip.h"
#include "ui/parts/clock.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/style/tokens.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

void addFact(QVBoxLayout* column, const QString& name, const QString& value) {
    if (value.isEmpty()) {
        return;
    }
    column->addWidget(new Text{name, type::secondary, Tone::second});
    auto* words = new Text{value, type::medium, Tone::ink};
    words->setTextInteractionFlags(Qt::NoTextInteraction);
    words->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    column->addWidget(words);
    column->addSpacing(metrics::inside);
}

Card* titledCard(const QString& title) {
    auto* card = new Card;
    card->setInset(metrics::field);
    card->body()->setSpacing(2);
    card->body()->addWidget(new Text{title, type::section, Tone::ink});
    card->body()->addSpacing(metrics::inside);
    return card;
}

}  // namespace

FactsCard::FactsCard(QWidget* parent) : QWidget{parent}, column_{new QVBoxLayout{this}} {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(metrics::between);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void FactsCard::setCase(const Case& value) {
    while (auto* item = column_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto now = systemNow();
    const auto& summary = value.summary;
    auto* facts = titledCard(tr("The visit"));  // number, reference and purpose are the page's title
    addFact(facts->body(), tr("Opened"),
            tr("%1 by %2", "a time, a person").arg(dayAndTime(summary.openedAt, now), toQt(summary.openedBy)));
    if (!value.consentLanguage.empty()) {
        addFact(facts->body(), tr("Consent"),
                tr("%1, read in %2", "a time, a language")
                    .arg(dayAndTime(value.consentAt, now), Words::language(value.consentLanguage)));
    }
    addFact(facts->body(), tr("Environment"),
            summary.environment == Environment::live ? QString{} : Words::of(summary.environment));
    column_->addWidget(facts);

    if (!value.decisions.empty()) {
        auto* decisions = titledCard(tr("Decisions"));
        decisions->setObjectName(QStringLiteral("case.decisions"));
        for (auto each = value.decisions.rbegin(); each != value.decisions.rend(); ++each) {
            auto* row = new QHBoxLayout;
            row->addWidget(new Chip{lookOf(each->kind)});
            row->addStretch(1);
            decisions->body()->addLayout(row);
            decisions->body()->addSpacing(metrics::tight);
            if (!each->reason.empty()) {
                decisions->body()->addWidget(new Text{toQt(each->reason), type::body, Tone::ink});
            }
            decisions->body()->addWidget(
                new Text{tr("%1 by %2", "a time, a person").arg(dayAndTime(each->at, now), toQt(each->by)),
                         type::secondary, Tone::second});
            decisions->body()->addSpacing(metrics::snug);
        }
        column_->addWidget(decisions);
    }
    if (!value.earlierBlocked.empty()) {
        auto* earlier = titledCard(tr("Blocked before"));
        earlier->setObjectName(QStringLiteral("case.earlierBlocked"));
        earlier->setTone(CardTone::bad);
        earlier->body()->addWidget(
            new Text{tr("Earlier cases of this reference ended with a sanctions match."), type::body, Tone::bad});
        for (const auto& each : value.earlierBlocked) {
            auto* open =
                new Button{ButtonKind::secondary, tr("Case %1").arg(toQt(each.number)), "case.earlier", earlier};
            connect(open, &QPushButton::clicked, this, [this, id = each.id] { Q_EMIT otherCaseAsked(id); });
            earlier->body()->addSpacing(metrics::inside);
            earlier->body()->addWidget(new Text{dayAndTime(each.openedAt, now), type::secondary, Tone::second});
            earlier->body()->addWidget(open);
        }
        column_->addWidget(earlier);
    }
    column_->addStretch(1);
}

}  // namespace verdesk::ui
