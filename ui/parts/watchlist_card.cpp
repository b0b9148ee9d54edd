#include "ui/parts/watchlist_card.h"

#include "ui/parts/button.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/style/tokens.h"

#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace verdesk::ui {
namespace {

constexpr auto atFirst = std::size_t{5};

// Where it stands: the list's own name, or what kind of place it is.
QString sourceOf(const claims::Claim& claim) {
    if (claim.label.empty()) {
        return WatchlistCard::tr("A list that the provider does not name");
    }
    return claim.label == "media" ? WatchlistCard::tr("In the press") : toQt(claim.label);
}

}  // namespace

WatchlistCard::WatchlistCard(QWidget* parent) : Card{parent}, lines_{new QWidget{this}} {
    setObjectName(QStringLiteral("watchlistCard"));
    setInset(metrics::field);
    body()->setSpacing(metrics::inside);
    title_ = new Text{{}, type::section, Tone::ink, this};
    body()->addWidget(title_);
    body()->addWidget(lines_);
    more_ = new Button{ButtonKind::quiet, {}, "watchlistMore", this};
    body()->addWidget(more_, 0, Qt::AlignLeading);
    connect(more_, &Button::clicked, this, [this] {
        all_ = !all_;
        build();
    });
    hide();
}

void WatchlistCard::setClaims(const std::vector<claims::Claim>& claims) {
    std::vector<claims::Claim> entries;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(entries),
                 [](const claims::Claim& each) { return each.name == claims::name::watchlistListing; });
    setVisible(!entries.empty());
    if (entries == entries_) {
        return;
    }
    entries_ = std::move(entries);
    all_ = false;
    build();
}

void WatchlistCard::build() {
    const auto count = entries_.size();
    title_->setText(tr("Found on watch lists: %1", "number of entries").arg(count));
    setAccessibleName(title_->text());
    auto* lines = new QWidget{this};
    auto* column = new QVBoxLayout{lines};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const auto shown = all_ ? count : std::min(count, atFirst);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto source = sourceOf(entries_[i]);
        const auto entry = Words::claimValue(entries_[i]);
        column->addWidget(new Text{source, type::strong, Tone::ink, lines});
        auto* words = new Text{entry, type::body, Tone::second, lines};
        words->setObjectName(QStringLiteral("watchlist.%1").arg(i + 1));
        words->setAccessibleName(source + QStringLiteral(": ") + entry);
        column->addWidget(words);
        column->addSpacing(metrics::tight);
    }
    delete body()->replaceWidget(lines_, lines);
    delete lines_;
    lines_ = lines;
    lines_->setVisible(!covered_);
    more_->setVisible(count > atFirst && !covered_);
    more_->setWords(all_ ? tr("Show fewer") : tr("Show all %1", "number of entries").arg(count));
}

void WatchlistCard::setCovered(bool covered) {
    covered_ = covered;
    lines_->setVisible(!covered);
    more_->setVisible(entries_.size() > atFirst && !covered);
}

}  // namespace verdesk::ui
