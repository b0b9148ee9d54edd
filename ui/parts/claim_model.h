#pragma once
// The rows of a ClaimTable. Private to it.

#include "ui/parts/chip.h"

#include <QAbstractTableModel>

namespace verdesk::ui {

struct ClaimRow {
    QString label;
    QString value;
    claims::Status status = claims::Status::unknown;
    QString source;
    QString path;  // in the provider's answer, as tool tip
};

class ClaimModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { claim, value, status, source, columns };
    static constexpr int statusRole = Qt::UserRole;  // claims::Status as int

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<ClaimRow> rows);
    void setHidden(bool hidden);
    bool hidden() const {
        return hidden_;
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ClaimRow> rows_;
    bool hidden_ = false;
};

}  // namespace verdesk::ui
