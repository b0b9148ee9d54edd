#include "ui/cases/unmatched_page.h"

#include "desk/words.h"
#include "ui/cases/choice_table.h"
#include "ui/cases/unmatched_panel.h"
#include "ui/parts/announce.h"
#include "ui/parts/banner.h"
#include "ui/parts/card.h"
#include "ui/parts/clock.h"
#include "ui/parts/columns.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/skeleton.h"
#include "ui/parts/words.h"
#include "ui/style/tokens.h"

#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

QStringList rowOf(const Unmatched& each) {
    QStringList names;
    for (const auto& name : each.names) {
        names << toQt(name);
    }
    return {names.isEmpty() ? UnmatchedPage::tr("without a name") : names.join(QStringLiteral(", ")),
            toQt(each.provider), dayAndTime(each.receivedAt, systemNow()), QLocale{}.toString(each.documents)};
}

}  // namespace

UnmatchedPage::UnmatchedPage(desk::UnmatchedBook& book, QWidget* parent) : Page{"unmatched", parent}, book_{book} {
    header()->setTitle(tr("Unmatched results"));
    header()->setSubtitle(tr("A provider sent them without saying which check they belong to."));
    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "unmatched.stale", this};
    done_ = new Banner{BannerTone::info, Icon::check, {}, "unmatched.done", this};
    for (auto* banner : {problem_, done_}) {
        banner->hide();
        body()->addWidget(banner);
    }
    both_ = new QWidget{this};
    auto* columns = new Columns{90, 2, false, metrics::between, both_};
    auto* card = new Card{both_};
    card->setInset(0);
    table_ = new ChoiceTable{
        "unmatched.table",
        tr("Unmatched results"),
        {{tr("Name"), 4, true}, {tr("Provider"), 3, false}, {tr("Received"), 3, false}, {tr("Documents"), 3, false}},
        card};
    card->body()->addWidget(table_);
    columns->add(card, 6);
    panel_ = new UnmatchedPanel{both_};
    columns->add(panel_, 5);
    body()->addWidget(both_);
    none_ =
        new EmptyState{Icon::check, tr("Nothing to assign"), tr("Every result that came in belongs to a check."), this};
    failed_ = new EmptyState{Icon::warning, tr("The list cannot be read"), {}, this};
    failed_->setAction(tr("Try again"), "unmatched.retry");
    loading_ = new Skeleton{4, this};
    for (auto* each : {static_cast<QWidget*>(none_), static_cast<QWidget*>(failed_), static_cast<QWidget*>(loading_)}) {
        body()->addWidget(each);
    }
    body()->addStretch(1);

    connect(failed_, &EmptyState::actionTriggered, this, [this] { book_.read(); });
    connect(table_, &ChoiceTable::rowChanged, this, &UnmatchedPage::choose);
    connect(table_, &ChoiceTable::rowChosen, panel_, &UnmatchedPanel::focusSearch);
    connect(panel_, &UnmatchedPanel::searchAsked, this, [this](const QString& text, const std::string& account) {
        done_->hide();
        book_.search(text, account);
    });
    connect(panel_, &UnmatchedPanel::assignAsked, this, [this](const UnmatchedId& id, const VerificationId& to) {
        panel_->setBusy(true);
        done_->setWords(tr("Assigned. The check now waits for a second look."));
        book_.assign(id, to);
    });
    connect(panel_, &UnmatchedPanel::dismissAsked, this, [this](const UnmatchedId& id, const QString& reason) {
        panel_->setBusy(true);
        done_->setWords(tr("Dismissed. The reason is kept, and nothing else."));
        book_.dismiss(id, reason);
    });
    connect(&book_, &desk::UnmatchedBook::changed, this, &UnmatchedPage::follow);
    connect(&book_, &desk::UnmatchedBook::found, panel_, &UnmatchedPanel::setCandidates);
    connect(&book_, &desk::UnmatchedBook::searchFailed, this,
            [this](const desk::CallError& error) { panel_->setProblem(desk::inWords(error)); });
    connect(&book_, &desk::UnmatchedBook::refused, this, [this](const desk::CallError& error) {
        panel_->setBusy(false);
        panel_->setProblem(desk::inWords(error));
    });
    connect(&book_, &desk::UnmatchedBook::settled, this, [this] {
        panel_->setBusy(false);
        done_->show();
        table_->setFocus(Qt::OtherFocusReason);
    });
    follow();
}

void UnmatchedPage::enter() {
    done_->hide();
    book_.read();
    table_->setFocus(Qt::OtherFocusReason);
}

void UnmatchedPage::follow() {
    using Reading = desk::UnmatchedBook::Reading;
    const auto reading = book_.reading();
    const auto& all = book_.all();
    const bool done = reading == Reading::done;
    loading_->setVisible(reading == Reading::never || reading == Reading::underWay);
    failed_->setVisible(reading == Reading::failed);
    none_->setVisible(done && all.empty());
    both_->setVisible(done && !all.empty());
    problem_->setVisible(done && book_.error().has_value());
    if (book_.error()) {
        failed_->setWords(tr("The list cannot be read"), desk::inWords(*book_.error()));
        problem_->setWords(tr("This list could not be read again. It may be old."));
    }
    std::vector<QStringList> rows;
    rows.reserve(all.size());
    for (const auto& each : all) {
        rows.push_back(rowOf(each));
    }
    table_->setRows(rows);
    choose(table_->row());
}

void UnmatchedPage::choose(int row) {
    const auto& all = book_.all();
    const bool there = row >= 0 && row < static_cast<int>(all.size());
    panel_->setVisible(there);
    if (there) {
        panel_->setResult(all[static_cast<std::size_t>(row)]);
    }
}

}  // namespace verdesk::ui
