#include "ui/cases/choice_table.h"

#include "ui/parts/table_delegate.h"
#include "ui/style/theme.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <cstdlib>

namespace verdesk::ui {

ChoiceTable::ChoiceTable(const char* name, const QString& accessibleName, const std::vector<Column>& columns,
                         QWidget* parent)
    : QTableView{parent}, columns_{columns}, model_{new QStandardItemModel{this}} {
    setObjectName(QLatin1String{name});
    setAccessibleName(accessibleName);
    dressTable(this);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QStringList titles;
    for (const auto& each : columns_) {
        titles << each.title;
    }
    model_->setHorizontalHeaderLabels(titles);
    setModel(model_);
    setItemDelegate(new TableDelegate{[this](int column) -> TableDelegate::ColumnLook {
                                          return {.strong = columns_[static_cast<std::size_t>(column)].strong,
                                                  .second = !columns_[static_cast<std::size_t>(column)].strong,
                                                  .wraps = true};
                                      },
                                      [](const QModelIndex&) { return std::optional<ChipLook>{}; }, this});
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { Q_EMIT rowChosen(index.row()); });
    connect(&Theme::current(), &Theme::changed, this, &ChoiceTable::fit);
}

void ChoiceTable::setRows(const std::vector<QStringList>& rows) {
    const int before = row();
    model_->setRowCount(0);
    for (const auto& each : rows) {
        QList<QStandardItem*> items;
        for (const auto& text : each) {
            auto* item = new QStandardItem{text};
            item->setEditable(false);
            item->setToolTip(text);
            items << item;
        }
        model_->appendRow(items);
    }
    if (model_->rowCount() > 0) {
        setCurrentIndex(model_->index(std::clamp(before, 0, model_->rowCount() - 1), 0));
    }
    fit();
}

int ChoiceTable::row() const {
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void ChoiceTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    Q_EMIT rowChanged(current.row());
}

// The width that a column needs for its longest word, which cannot be wrapped.
int ChoiceTable::longestWord(int column) const {
    const auto& theme = Theme::current();
    const QFontMetrics face{theme.sans(columns_[static_cast<std::size_t>(column)].strong ? type::medium : type::body)};
    int width = 0;
    for (int row = 0; row < model_->rowCount(); ++row) {
        for (const auto& word : model_->index(row, column).data().toString().split(QLatin1Char(' '))) {
            width = std::max(width, face.horizontalAdvance(word));
        }
    }
    return width + 2 * metrics::between + 1;
}

void ChoiceTable::fit() {
    int total = 0;
    for (const auto& each : columns_) {
        total += each.share;
    }
    const int wide = viewport()->width();
    // No word is cut while others have room: what a column lacks is taken from those that have more than they need.
    std::vector<int> spare;
    int lacking = 0;
    int spared = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        spare.push_back(wide * columns_[i].share / total - longestWord(static_cast<int>(i)));
        (spare.back() < 0 ? lacking : spared) += std::abs(spare.back());
    }
    int given = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const bool last = i + 1 == columns_.size();
        const int change = lacking > spared || lacking == 0 ? 0
                           : spare[i] < 0                   ? -spare[i]
                                                            : -spare[i] * lacking / spared;
        const int width = last ? wide - given : wide * columns_[i].share / total + change;
        setColumnWidth(static_cast<int>(i), std::max(width, 0));
        given += width;
    }
    resizeRowsToContents();
    int height = horizontalHeader()->height() + metrics::line;
    for (int row = 0; row < model_->rowCount(); ++row) {
        height += rowHeight(row);
    }
    setFixedHeight(height);
    updateGeometry();
}

void ChoiceTable::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row() >= 0) {
        Q_EMIT rowChosen(row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ChoiceTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

}  // namespace verdesk::ui
