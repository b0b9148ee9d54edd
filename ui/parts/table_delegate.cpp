#include "ui/parts/table_delegate.h"

#include "ui/style/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace verdesk::ui {
namespace {

constexpr int sidePadding = metrics::between;
constexpr int verticalPadding = metrics::snug;

}  // namespace

TableDelegate::TableDelegate(LookOf lookOf, ChipOf chipOf, QObject* parent)
    : QStyledItemDelegate{parent}, lookOf_{std::move(lookOf)}, chipOf_{std::move(chipOf)} {}

QFont TableDelegate::faceOf(const ColumnLook& look) const {
    const auto& theme = Theme::current();
    return look.mono ? theme.mono(type::secondary) : theme.sans(look.strong ? type::medium : type::body);
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& palette = Theme::current().palette();
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const bool focused = view != nullptr && view->hasFocus() && Theme::current().showsFocus();
    const bool last = index.row() == index.model()->rowCount() - 1;
    const QRect cell = last ? option.rect : option.rect.adjusted(0, 0, 0, -metrics::line);
    if (selected && focused) {
        painter->fillRect(cell, palette.hover);
        if (index.column() == 0) {  // the row that the keys are on, marked by more than a tint
            painter->fillRect(QRect{cell.left(), cell.top(), 3, cell.height()}, palette.focus);
        }
    }
    if (!last) {
        painter->fillRect(QRect{option.rect.left(), option.rect.bottom(), option.rect.width(), metrics::line},
                          palette.line);
    }
    const auto inner = cell.adjusted(sidePadding, 0, -sidePadding, 0);
    if (const auto chip = chipOf_ ? chipOf_(index) : std::nullopt) {
        const auto size = chipSize(*chip);
        const auto place = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, size, inner);
        paintChip(*painter, place, *chip, painter->device()->devicePixelRatioF(), option.direction);
    } else {
        const auto look = lookOf_(index.column());
        const auto face = faceOf(look);
        painter->setFont(face);
        painter->setPen(look.second ? palette.second : palette.ink);
        auto alignment = index.data(Qt::TextAlignmentRole).isValid()
                             ? Qt::Alignment{index.data(Qt::TextAlignmentRole).toInt()}
                             : Qt::AlignLeading | Qt::AlignVCenter;
        const int flags = static_cast<int>(QStyle::visualAlignment(option.direction, alignment)) |
                          (look.wraps ? Qt::TextWordWrap : Qt::TextSingleLine);
        auto words = index.data(Qt::DisplayRole).toString();
        if (!look.wraps) {
            words = QFontMetrics{face}.elidedText(words, Qt::ElideRight, inner.width());
        }
        painter->drawText(inner, flags, words);
    }
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& theme = Theme::current();
    const int least = metrics::tableRow + theme.scaled(type::body.line) - type::body.line;
    if (const auto chip = chipOf_ ? chipOf_(index) : std::nullopt) {
        const auto size = chipSize(*chip);
        return {size.width() + 2 * sidePadding, std::max(least, size.height() + 2 * verticalPadding)};
    }
    const auto look = lookOf_(index.column());
    const QFontMetrics face{faceOf(look)};
    const auto words = index.data(Qt::DisplayRole).toString();
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const int width = view != nullptr ? view->columnWidth(index.column()) - 2 * sidePadding : 0;
    const int natural = face.horizontalAdvance(words);
    if (!look.wraps || width <= 0 || natural <= width) {
        return {natural + 2 * sidePadding, least};
    }
    const auto wrapped = face.boundingRect(QRect{0, 0, width, QWIDGETSIZE_MAX}, Qt::TextWordWrap, words);
    return {natural + 2 * sidePadding, std::max(least, wrapped.height() + 2 * verticalPadding)};
}

void dressTable(QTableView* table) {
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(true);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->viewport()->setAutoFillBackground(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(metrics::control);
    auto* header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(metrics::control);
    const auto dress = [header] {
        header->setFixedHeight(Theme::current().scaled(type::small.line) + metrics::card + 3);
        header->setFont(Theme::current().sans(type::small));
    };
    dress();
    QObject::connect(&Theme::current(), &Theme::changed, table, dress);
}

}  // namespace verdesk::ui
