#include "ui/parts/claim_model.h"

#include "ui/parts/words.h"

namespace verdesk::ui {

void ClaimModel::setRows(std::vector<ClaimRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void ClaimModel::setHidden(bool hidden) {
    if (hidden_ == hidden) {
        return;
    }
    hidden_ = hidden;
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    }
}

int ClaimModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ClaimModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant ClaimModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const bool covered = hidden_ && (index.column() == value || index.column() == status);
    if (role == statusRole) {
        return static_cast<int>(row.status);
    }
    if (role == Qt::AccessibleTextRole && covered) {
        return tr("hidden");
    }
    if (role == Qt::ToolTipRole && index.column() == source) {
        return row.path;
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (index.column()) {
        case claim:
            return row.label;
        case value:
            return covered               ? QStringLiteral("• • • •")
                   : row.value.isEmpty() ? tr("not given", "value of a claim")
                                         : row.value;
        case status:
            return covered ? QString{} : Words::of(row.status);
        case source:
            return row.source;
        default:
            return {};
    }
}

QVariant ClaimModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant{Qt::AlignLeading | Qt::AlignVCenter};
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case claim:
            return tr("Claim");
        case value:
            return tr("Value");
        case status:
            return tr("Status");
        case source:
            return tr("Source");
        default:
            return {};
    }
}

}  // namespace verdesk::ui
