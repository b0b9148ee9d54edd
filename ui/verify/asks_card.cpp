#include "ui/verify/asks_card.h"

#include "ui/parts/rule.h"
#include "ui/parts/text.h"
#include "ui/verify/flow_words.h"

#include <QHBoxLayout>

namespace verdesk::ui {

AsksCard::AsksCard(QWidget* parent) : Card{parent} {
    setObjectName(QStringLiteral("asksCard"));
    setInset(0);
    body()->setSpacing(0);
    auto* title = new Text{tr("What the customer is asked for"), type::small, Tone::second, this};
    title->setContentsMargins(metrics::between, metrics::snug, metrics::between, metrics::snug);
    body()->addWidget(title);
}

void AsksCard::setAsks(const std::vector<std::string>& asks) {
    setVisible(!asks.empty());
    if (asks == asks_) {
        return;
    }
    asks_ = asks;
    delete lines_;
    lines_ = new QWidget{this};
    auto* column = new QVBoxLayout{lines_};
    column->setContentsMargins(0, 0, 0, metrics::tight);
    column->setSpacing(0);
    const auto lines = askLines(asks);
    // A long list stands closer, so that the page stays on one screen.
    const int padding = lines.size() > 6 ? 7 : lines.size() > 4 ? 9 : 11;
    for (const auto& [label, hint] : lines) {
        column->addWidget(new Rule{lines_});
        auto* row = new QHBoxLayout;
        row->setContentsMargins(metrics::between, padding, metrics::between, padding);
        row->setSpacing(metrics::between);
        row->addWidget(new Text{label, type::body, Tone::ink, lines_}, 1);
        auto* right = new Text{hint, type::body, Tone::second, lines_};
        right->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        row->addWidget(right, 1);
        column->addLayout(row);
    }
    body()->addWidget(lines_);
}

}  // namespace verdesk::ui
