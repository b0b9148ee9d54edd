#include "desk/open_checks.h"

#include <algorithm>
#include <iterator>

namespace verdesk::desk {

bool Check::hasLaunch(LaunchKind kind) const {
    return verification && std::any_of(verification->launches.begin(), verification->launches.end(),
                                       [kind](const Launch& launch) { return kindOf(launch) == kind; });
}

const Launch* Check::launch() const {
    if (!verification) {
        return nullptr;
    }
    const auto& all = verification->launches;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [this](const Launch& each) { return kindOf(each) == verification->launch; });
    return found == all.end() ? nullptr : &*found;
}

int OpenChecks::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant OpenChecks::data(const QModelIndex& index, int role) const {
    const auto* check = at(index.row());
    if (check == nullptr) {
        return {};
    }
    switch (role) {
        case idRole:
            return check->id;
        case pageRole:
            return static_cast<int>(check->page);
        case Qt::DisplayRole:
        case referenceRole:
            return QString::fromStdString(check->reference);
        case numberRole:
            return QString::fromStdString(check->number);
        case exitRole:
            return QString::fromStdString(check->exit);
        default:
            return {};
    }
}

QHash<int, QByteArray> OpenChecks::roleNames() const {
    return {
        {idRole, "id"}, {pageRole, "page"}, {referenceRole, "reference"}, {numberRole, "number"}, {exitRole, "exit"}};
}

const Check* OpenChecks::find(int id) const {
    const auto found = std::find_if(checks_.begin(), checks_.end(), [id](const auto& each) { return each->id == id; });
    return found == checks_.end() ? nullptr : found->get();
}

const Check* OpenChecks::findVerification(const VerificationId& id) const {
    const auto found = std::find_if(checks_.begin(), checks_.end(), [&id](const auto& each) {
        return each->verification && each->verification->id == id;
    });
    return found == checks_.end() ? nullptr : found->get();
}

const Check* OpenChecks::at(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : find(rows_[static_cast<std::size_t>(row)]);
}

int OpenChecks::rowOf(int id) const {
    const auto found = std::find(rows_.begin(), rows_.end(), id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

std::vector<int> OpenChecks::ids() const {
    return rows_;
}

std::vector<int> OpenChecks::grouped() const {
    std::vector<int> all;
    const auto hostOf = [this](int id) { return findVerification(find(id)->wanted.parent); };
    for (const auto id : rows_) {
        if (const auto* host = hostOf(id); host != nullptr && rowOf(host->id) >= 0) {
            continue;
        }
        all.push_back(id);
        std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(all), [&](int each) {
            const auto* host = hostOf(each);
            return host != nullptr && host->id == id;
        });
    }
    return all;
}

std::vector<int> OpenChecks::every() const {
    std::vector<int> ids;
    for (const auto& check : checks_) {
        ids.push_back(check->id);
    }
    return ids;
}

int OpenChecks::add(Check check) {
    check.id = ++lastId_;
    checks_.push_back(std::make_unique<Check>(std::move(check)));
    refreshRows();
    return lastId_;
}

void OpenChecks::update(int id, const std::function<void(Check&)>& change) {
    auto* check = const_cast<Check*>(find(id));
    if (check == nullptr) {
        return;
    }
    const auto before = check->page;
    change(*check);
    const auto after = check->page;
    refreshRows();
    if (const auto row = rowOf(id); row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    }
    if (before != after) {
        Q_EMIT pageChanged(id, after);
    }
    Q_EMIT checkChanged(id);
}

void OpenChecks::remove(int id) {
    std::erase_if(checks_, [id](const auto& each) { return each->id == id; });
    refreshRows();
}

void OpenChecks::clear() {
    beginResetModel();
    checks_.clear();
    rows_.clear();
    endResetModel();
}

// Rows follow the pages: what is put away leaves, what turned out badly after that comes back.
void OpenChecks::refreshRows() {
    const auto shown = [this](int id) {
        const auto* check = find(id);
        return check != nullptr && check->page != Page::newCheck;
    };
    for (int row = static_cast<int>(rows_.size()) - 1; row >= 0; --row) {
        if (!shown(rows_[static_cast<std::size_t>(row)])) {
            beginRemoveRows({}, row, row);
            rows_.erase(rows_.begin() + row);
            endRemoveRows();
        }
    }
    int row = 0;
    for (const auto& check : checks_) {
        if (!shown(check->id)) {
            continue;
        }
        if (row >= static_cast<int>(rows_.size()) || rows_[static_cast<std::size_t>(row)] != check->id) {
            beginInsertRows({}, row, row);
            rows_.insert(rows_.begin() + row, check->id);
            endInsertRows();
        }
        ++row;
    }
}

}  // namespace verdesk::desk
