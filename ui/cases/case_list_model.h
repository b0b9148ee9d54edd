#pragma once
// Today's cases as rows, those that match what was typed.

#include "contract/case.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace verdesk::ui {

class CaseListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { number, time, reference, purpose, checks, state, verdict, decision, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setFlowTitles(std::map<std::string, Localized> titles);
    void setCases(std::vector<CaseSummary> cases);
    // Part of the reference or of the case's number, in any case of letters. Empty: all.
    void setFilter(const QString& text);

    const CaseSummary* at(int row) const;
    int rowOf(const CaseId& id) const;  // -1: not shown
    std::size_t total() const {
        return cases_.size();
    }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString stateOf(const CaseSummary& summary);
    QString checksOf(const CaseSummary& summary) const;
    void select();

    std::map<std::string, Localized> titles_;
    std::vector<CaseSummary> cases_;
    std::vector<std::size_t> shown_;
    QString filter_;
};

}  // namespace verdesk::ui
