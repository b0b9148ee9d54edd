#include "ui/cases/case_list_page.h"

#include "desk/words.h"
#include "ui/cases/case_list_model.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/page_header.h"
#include "ui/parts/skeleton.h"
#include "ui/parts/table_delegate.h"
#include "ui/parts/words.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace verdesk::ui {
namespace {

// Least widths in pixels at 100% text, and who shares what is left.
struct ColumnWidth {
    int least;
    int share;
};
constexpr std::array<ColumnWidth, CaseListModel::columns> widths{
    {{96, 0}, {80, 0}, {132, 0}, {140, 3}, {150, 3}, {160, 1}, {124, 0}, {132, 0}}};

constexpr std::array<std::size_t, CaseListModel::columns> columnsByWeight{
    CaseListModel::number,   CaseListModel::verdict, CaseListModel::reference, CaseListModel::state,
    CaseListModel::decision, CaseListModel::purpose, CaseListModel::time,      CaseListModel::checks};

std::optional<ChipLook> chipOf(const CaseListModel& model, const QModelIndex& index) {
    const auto* summary = model.at(index.row());
    if (summary == nullptr) {
        return std::nullopt;
    }
    if (index.column() == CaseListModel::verdict && summary->verdict != claims::Verdict::none) {
        return lookOf(summary->verdict);
    }
    if (index.column() == CaseListModel::decision && summary->decision != DecisionKind::unknown) {
        return lookOf(summary->decision);
    }
    return std::nullopt;
}

}  // namespace

CaseListPage::CaseListPage(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("cases"));
    model_ = new CaseListModel{this};
    header_ = new PageHeader{tr("Today's cases"), {}, this};
    filter_ = new QLineEdit{this};
    filter_->setObjectName(QStringLiteral("cases.filter"));
    filter_->setPlaceholderText(tr("Reference or case"));
    filter_->setAccessibleName(tr("Look for a reference or a case"));
    filter_->setClearButtonEnabled(true);
    filter_->installEventFilter(this);
    header_->addAction(filter_);
    stale_ = new Banner{BannerTone::warn, Icon::warning, tr("This list could not be read again. It may be old."),
                        "cases.stale", this};
    stale_->hide();

    tableCard_ = new QWidget{this};
    auto* card = new Card{tableCard_};
    card->setInset(0);
    auto* cardColumn = new QVBoxLayout{tableCard_};
    cardColumn->setContentsMargins(0, 0, 0, 0);
    cardColumn->addWidget(card, 1000);
    cardColumn->addStretch(1);
    table_ = new QTableView{card};
    table_->setObjectName(QStringLiteral("cases.table"));
    table_->setAccessibleName(tr("Today's cases"));
    dressTable(table_);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table_->setModel(model_);
    table_->setItemDelegate(new TableDelegate{[](int column) -> TableDelegate::ColumnLook {
                                                  switch (column) {
                                                      case CaseListModel::number:
                                                          return {.strong = true, .wraps = false};
                                                      case CaseListModel::reference:
                                                          return {.mono = true, .wraps = false};
                                                      case CaseListModel::time:
                                                      case CaseListModel::checks:
                                                          return {.second = true, .wraps = false};
                                                      default:
                                                          return {.wraps = false};
                                                  }
                                              },
                                              [this](const QModelIndex& index) { return chipOf(*model_, index); },
                                              table_});
    table_->installEventFilter(this);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->body()->addWidget(table_);
    connect(table_, &QTableView::clicked, this, &CaseListPage::choose);

    none_ = new EmptyState{Icon::list, tr("No cases today"),
                           tr("Cases appear here as soon as somebody of your branch starts a check."), this};
    none_->setAction(tr("New check"), "cases.newCheck");
    noMatch_ =
        new EmptyState{Icon::search, tr("Nothing found"), tr("No case of today has this in its reference."), this};
    noMatch_->setAction(tr("Show all"), "cases.showAll");
    failed_ = new EmptyState{Icon::warning, tr("The list cannot be read"), {}, this};
    failed_->setAction(tr("Try again"), "cases.retry");
    loading_ = new Skeleton{6, this};
    connect(none_, &EmptyState::actionTriggered, this, &CaseListPage::newCheckAsked);
    connect(noMatch_, &EmptyState::actionTriggered, filter_, [this] {
        filter_->clear();
        filter_->setFocus();
    });
    connect(failed_, &EmptyState::actionTriggered, this, &CaseListPage::readAgainAsked);
    stack_ = new QStackedWidget{this};
    for (auto* each : std::initializer_list<QWidget*>{tableCard_, none_, noMatch_, failed_, loading_}) {
        stack_->addWidget(each);
    }

    auto* column = new QVBoxLayout{this};
    column->setSpacing(metrics::field);
    column->addWidget(header_);
    column->addWidget(stale_);
    column->addWidget(stack_, 1);

    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        model_->setFilter(text.trimmed());
        if (isRead()) {
            arrange();
        }
    });
    auto* find = new QShortcut{QKeySequence{Qt::CTRL | Qt::Key_F}, this};
    connect(find, &QShortcut::activated, this, &CaseListPage::focusFilter);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        filter_->setFixedWidth(Theme::current().scaled(280));
        if (isRead()) {
            arrange();
        }
    });
    filter_->setFixedWidth(Theme::current().scaled(280));
    setLoading();
}

void CaseListPage::setFlowTitles(const std::map<std::string, Localized>& titles) {
    model_->setFlowTitles(titles);
}

void CaseListPage::setBranch(const QString& branch) {
    branch_ = branch;
    tellCount();
}

void CaseListPage::setLoading() {
    stack_->setCurrentWidget(loading_);
    tellCount();
}

bool CaseListPage::isRead() const {
    return stack_->currentWidget() != loading_ && stack_->currentWidget() != failed_;
}

void CaseListPage::setCases(const std::vector<CaseSummary>& cases, bool cut,
                            const std::optional<desk::CallError>& stale) {
    const auto* current = model_->at(table_->currentIndex().row());
    const auto id = current != nullptr ? current->id : CaseId{};
    const bool arrives = stack_->currentWidget() == loading_;
    cut_ = cut;
    model_->setCases(cases);
    stale_->setVisible(stale.has_value());
    if (const int row = model_->rowOf(id); row >= 0) {
        table_->setCurrentIndex(model_->index(row, 0));
    }
    arrange();
    if (arrives && filter_->hasFocus() && filter_->text().isEmpty()) {
        focusOn({});  // the keys waited in the filter until there was a list
    }
}

void CaseListPage::setFailed(const desk::CallError& error) {
    failed_->setWords(tr("The list cannot be read"), desk::inWords(error));
    stack_->setCurrentWidget(failed_);
    tellCount();
}

void CaseListPage::focusOn(const CaseId& id) {
    const int row = std::max(0, model_->rowOf(id));
    if (stack_->currentWidget() == tableCard_ && model_->rowCount() > 0) {
        table_->setCurrentIndex(model_->index(row, 0));
        table_->setFocus();
    } else {
        filter_->setFocus();
    }
}

void CaseListPage::focusFilter() {
    filter_->setFocus();
    filter_->selectAll();
}

void CaseListPage::arrange() {
    stack_->setCurrentWidget(model_->rowCount() > 0 ? tableCard_ : model_->total() > 0 ? noMatch_ : none_);
    tellCount();
    if (model_->rowCount() > 0) {
        if (!table_->currentIndex().isValid()) {
            table_->setCurrentIndex(model_->index(0, 0));
        }
        sizeColumns();
    }
}

// How many there are; nothing of that while the list is not there.
void CaseListPage::tellCount() {
    if (!isRead()) {
        header_->setSubtitle(branch_);
        return;
    }
    const auto total = QLocale{}.toString(static_cast<qulonglong>(model_->total()));
    //: %1 is a number of cases
    auto words = cut_ ? tr("at least %1 today").arg(total) : tr("%1 today").arg(total);
    if (!branch_.isEmpty()) {
        words = branch_ + QStringLiteral(" · ") + words;
    }
    header_->setSubtitle(words);
}

void CaseListPage::sizeColumns() {
    const auto& theme = Theme::current();
    const int width = table_->viewport()->width();
    // Where not all columns fit (a small window, large text), those further back in this order give way.
    int taken = 0;
    int shares = 0;
    std::array<bool, CaseListModel::columns> fits{};
    for (const auto column : columnsByWeight) {
        const auto& each = widths.at(column);
        fits.at(column) = taken + theme.scaled(each.least) <= width;
        if (fits.at(column)) {
            taken += theme.scaled(each.least);
            shares += each.share;
        }
    }
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const auto& each = widths.at(column);
        const int spare = shares > 0 ? (width - taken) * each.share / shares : 0;
        table_->setColumnHidden(static_cast<int>(column), !fits.at(column));
        table_->setColumnWidth(static_cast<int>(column), theme.scaled(each.least) + spare);
    }
    table_->horizontalHeader()->setStretchLastSection(shares == 0);
    table_->verticalHeader()->setDefaultSectionSize(metrics::tableRow + theme.scaled(type::body.line) -
                                                    type::body.line);
    table_->setMaximumHeight(table_->horizontalHeader()->height() +
                             model_->rowCount() * table_->verticalHeader()->defaultSectionSize() + metrics::line);
    table_->parentWidget()->setMaximumHeight(table_->maximumHeight() + 2 * metrics::line);
}

void CaseListPage::choose(const QModelIndex& index) {
    if (const auto* summary = model_->at(index.row())) {
        Q_EMIT caseChosen(summary->id);
    }
}

// Return opens; letters typed on the list go to the filter; the arrow down leads from the filter to the list.
bool CaseListPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == table_) {
        if (enter) {
            choose(table_->currentIndex());
            return true;
        }
        const auto text = key->text();
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (plain && text.size() == 1 && text.front().isPrint() && text.front() != QLatin1Char(' ')) {
            filter_->setFocus();
            filter_->setText(filter_->text() + text);
            return true;
        }
    } else if (watched == filter_ && stack_->currentWidget() == tableCard_) {
        if (key->key() == Qt::Key_Down) {
            table_->setFocus();
            return true;
        }
        if (enter) {
            choose(table_->currentIndex());
            return true;
        }
    }
    if (watched == filter_ && key->key() == Qt::Key_Escape && !filter_->text().isEmpty()) {
        filter_->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CaseListPage::resizeEvent(QResizeEvent* event) {
    const int spare = std::max(0, width() - metrics::contentWidth - 2 * metrics::page);
    layout()->setContentsMargins(metrics::page + spare / 2, metrics::pageTop, metrics::page + spare / 2, metrics::card);
    QWidget::resizeEvent(event);
    layout()->activate();
    if (model_->rowCount() > 0) {
        sizeColumns();
    }
}

}  // namespace verdesk::ui
