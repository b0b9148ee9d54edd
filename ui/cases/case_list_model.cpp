#include "ui/cases/case_list_model.h"

#include "ui/parts/words.h"

#include <QDateTime>

#include <algorithm>

namespace verdesk::ui {

void CaseListModel::setFlowTitles(std::map<std::string, Localized> titles) {
    titles_ = std::move(titles);
    if (!shown_.empty()) {
        Q_EMIT dataChanged(index(0, checks), index(rowCount() - 1, checks));
    }
}

void CaseListModel::setCases(std::vector<CaseSummary> cases) {
    if (cases == cases_) {
        return;
    }
    // The same cases in the same order: what changed is told cell by cell, and selection and scrolling stay.
    const bool sameRows = std::equal(cases.begin(), cases.end(), cases_.begin(), cases_.end(),
                                     [](const auto& a, const auto& b) { return a.id == b.id; });
    if (sameRows) {
        cases_ = std::move(cases);
        if (!shown_.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        }
        return;
    }
    beginResetModel();
    cases_ = std::move(cases);
    select();
    endResetModel();
}

void CaseListModel::setFilter(const QString& text) {
    if (filter_ == text) {
        return;
    }
    beginResetModel();
    filter_ = text;
    select();
    endResetModel();
}

void CaseListModel::select() {
    shown_.clear();
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        const auto& each = cases_[i];
        if (filter_.isEmpty() || toQt(each.reference).contains(filter_, Qt::CaseInsensitive) ||
            toQt(each.number).contains(filter_, Qt::CaseInsensitive)) {
            shown_.push_back(i);
        }
    }
}

const CaseSummary* CaseListModel::at(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &cases_[shown_[static_cast<std::size_t>(row)]];
}

int CaseListModel::rowOf(const CaseId& id) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row)->id == id) {
            return row;
        }
    }
    return -1;
}

int CaseListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int CaseListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

// How it stands; where no verdict tells how it went, the end of the last check does.
QString CaseListModel::stateOf(const CaseSummary& summary) {
    if (summary.erasedAt) {
        return tr("Erased", "state of a case");
    }
    // Approved or rejected, and open all the same: what was found out since opened it again.
    const bool decided = summary.decision == DecisionKind::approve || summary.decision == DecisionKind::reject;
    if (decided && summary.state == CaseState::open) {
        return tr("New finding", "state of a case: found out since the decision");
    }
    if (!summary.lastState) {
        return Words::of(summary.state);
    }
    if (summary.state == CaseState::open && !isFinal(*summary.lastState)) {
        return Words::of(*summary.lastState);
    }
    if (summary.verdict == claims::Verdict::none && isFinal(*summary.lastState)) {
        return QStringLiteral("%1 · %2").arg(Words::of(summary.state), Words::of(*summary.lastState));
    }
    return Words::of(summary.state);
}

QString CaseListModel::checksOf(const CaseSummary& summary) const {
    QStringList names;
    for (const auto& flow : summary.flows) {
        const auto title = titles_.find(flow);
        names << (title == titles_.end() ? toQt(flow) : inDeskLanguage(title->second));
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const {
    const auto* summary = at(index.row());
    if (summary == nullptr) {
        return {};
    }
    if (role == Qt::AccessibleTextRole) {
        const auto column = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        return QStringLiteral("%1: %2").arg(column, data(index, Qt::DisplayRole).toString());
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
        case number:
            return toQt(summary->number);
        case time:
            return QDateTime::fromMSecsSinceEpoch(summary->openedAt.time_since_epoch().count())
                .toString(QStringLiteral("HH:mm"));
        case reference:
            return toQt(summary->reference);
        case purpose:
            return inDeskLanguage(summary->purposeTitle);
        case checks:
            return checksOf(*summary);
        case state:
            return stateOf(*summary);
        case verdict:
            return summary->verdict == claims::Verdict::none ? QString{} : Words::of(summary->verdict);
        case decision:
            return summary->decision == DecisionKind::unknown ? QString{} : Words::of(summary->decision);
        default:
            return {};
    }
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case number:
            return tr("Case");
        case time:
            return tr("Time");
        case reference:
            return tr("Reference");
        case purpose:
            return tr("Purpose");
        case checks:
            return tr("Checks");
        case state:
            return tr("State");
        case verdict:
            return tr("Verdict");
        case decision:
            return tr("Decision");
        default:
            return {};
    }
}

}  // namespace verdesk::ui
