#pragma once
// How rows of our tables are painted: words that wrap, a chip where the model has one, a line below each row. Shared by
// every table of the desk.

#include "ui/parts/chip.h"

#include <QStyledItemDelegate>

#include <functional>

class QTableView;

namespace verdesk::ui {

class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // The chip of a cell, or nothing where it is plain text.
    using ChipOf = std::function<std::optional<ChipLook>(const QModelIndex&)>;

    struct ColumnLook {
        bool strong = false;  // medium weight, ink; otherwise regular
        bool second = false;  // the quiet tone
        bool mono = false;
        bool wraps = true;  // otherwise elided
    };
    using LookOf = std::function<ColumnLook(int column)>;

    TableDelegate(LookOf lookOf, ChipOf chipOf, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QFont faceOf(const ColumnLook& look) const;

    LookOf lookOf_;
    ChipOf chipOf_;
};

// Dresses a table: no grid, no frame, rows selected whole, header in the quiet tone, keyboard alone.
void dressTable(QTableView* table);

}  // namespace verdesk::ui
