#include "ui/parts/claim_table.h"

#include "ui/parts/claim_model.h"
#include "ui/parts/diagnostics.h"
#include "ui/parts/table_delegate.h"
#include "ui/parts/words.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <array>
#include <vector>

namespace verdesk::ui {
namespace {

std::optional<ChipLook> chipOf(const QModelIndex& index) {
    if (index.column() != ClaimModel::status || index.data(Qt::DisplayRole).toString().isEmpty()) {
        return std::nullopt;
    }
    return lookOf(static_cast<claims::Status>(index.data(ClaimModel::statusRole).toInt()));
}

TableDelegate::ColumnLook lookOfColumn(int column) {
    return {.strong = column == ClaimModel::claim, .second = column == ClaimModel::source};
}

// Who the customer is before what they have; what we do not know comes last, as it came.
std::vector<claims::Claim> inOrder(std::vector<claims::Claim> claims) {
    namespace name = claims::name;
    static constexpr std::array order{name::providerAccepted,
                                      name::identity,
                                      name::accountHolder,
                                      name::providerStatus,
                                      name::sanctionsClear,
                                      name::watchlistMatch,
                                      name::liveness,
                                      name::faceMatch,
                                      name::faceSimilarity,
                                      name::fullName,
                                      name::givenNames,
                                      name::surname,
                                      name::dateOfBirth,
                                      name::age,
                                      name::minimumAgeReached,
                                      name::placeOfBirth,
                                      name::nationality,
                                      name::sex,
                                      name::personalNumber,
                                      name::address,
                                      name::email,
                                      name::phone,
                                      name::documentType,
                                      name::documentNumber,
                                      name::documentIssuer,
                                      name::documentAuthority,
                                      name::issuerAccepted,
                                      name::documentIssued,
                                      name::documentExpiry,
                                      name::fraudRisk,
                                      name::score,
                                      name::tier,
                                      name::income,
                                      name::incomeBand,
                                      name::paymentReliability,
                                      name::savingsConsistency,
                                      name::stability,
                                      name::corridor,
                                      name::answer};
    const auto rank = [](const claims::Claim& claim) { return std::find(order.begin(), order.end(), claim.name); };
    std::stable_sort(claims.begin(), claims.end(), [&rank](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return claims;
}

using Widths = std::array<int, ClaimModel::columns>;

// What lacks is taken from the widest that can wrap: a long answer does not squeeze what stands beside it.
Widths squeezed(const Widths& needs, int wide) {
    std::vector<std::size_t> wrapping{ClaimModel::claim, ClaimModel::value, ClaimModel::source};
    int room = wide - needs[ClaimModel::status];
    bool fits = true;
    while (fits && !wrapping.empty()) {
        const int share = room / static_cast<int>(wrapping.size());
        const auto narrow =
            std::find_if(wrapping.begin(), wrapping.end(), [&](std::size_t column) { return needs[column] <= share; });
        fits = narrow != wrapping.end();
        if (fits) {
            room -= needs[*narrow];
            wrapping.erase(narrow);
        }
    }
    auto widths = needs;
    for (const auto column : wrapping) {
        widths[column] = room / static_cast<int>(wrapping.size());
    }
    return widths;
}

}  // namespace

ClaimTable::ClaimTable(QWidget* parent) : QTableView{parent}, model_{new ClaimModel{this}} {
    setObjectName(QStringLiteral("claimTable"));
    setAccessibleName(tr("Claims"));
    dressTable(this);
    setModel(model_);
    setItemDelegate(new TableDelegate{lookOfColumn, chipOf, this});
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, &ClaimTable::fit);
}

void ClaimTable::setClaims(const std::vector<claims::Claim>& claims, const QString& provider, claims::Channel channel,
                           const std::vector<std::string>& leftOut) {
    std::vector<ClaimRow> rows;
    for (const auto& claim : inOrder(claims)) {
        if (claim.name == claims::name::watchlistListing || isDiagnostic(claim) ||
            std::find(leftOut.begin(), leftOut.end(), claim.name) != leftOut.end()) {
            continue;
        }
        const auto source = provider + QStringLiteral(" · ") + Words::of(channel);
        rows.push_back({Words::claimLabel(claim), Words::claimValue(claim), claim.status, source, toQt(claim.path)});
    }
    model_->setRows(std::move(rows));
    if (model_->rowCount() > 0) {
        setCurrentIndex(model_->index(0, 0));
    }
    fit();
}

void ClaimTable::setValuesHidden(bool hidden) {
    model_->setHidden(hidden);
    fit();
}

bool ClaimTable::valuesHidden() const {
    return model_->hidden();
}

void ClaimTable::fit() {
    const int wide = viewport()->width();
    Widths needs{};
    int needed = 0;
    for (int column = 0; column < ClaimModel::columns; ++column) {
        setColumnWidth(column, wide);  // measured without wrapping
        int need = horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < model_->rowCount(); ++row) {
            need = std::max(need, sizeHintForIndex(model_->index(row, column)).width());
        }
        needs[static_cast<std::size_t>(column)] = need;
        needed += need;
    }
    // What is to spare goes to the words, most of it to the value.
    constexpr std::array<int, ClaimModel::columns> shares{30, 40, 15, 15};
    const int spare = std::max(0, wide - needed);
    const auto widths = squeezed(needs, wide);
    int given = 0;
    for (int column = 0; column < ClaimModel::columns; ++column) {
        const auto at = static_cast<std::size_t>(column);
        int width = widths[at] + spare * shares[at] / 100;
        width = column == ClaimModel::columns - 1 ? wide - given : width;
        setColumnWidth(column, std::max(width, metrics::control));
        given += width;
    }
    resizeRowsToContents();
    setFixedHeight(sizeHint().height());
    updateGeometry();
}

QSize ClaimTable::sizeHint() const {
    int height = horizontalHeader()->height();
    for (int row = 0; row < model_->rowCount(); ++row) {
        height += rowHeight(row);
    }
    return {Theme::current().scaled(560), height};
}

QSize ClaimTable::minimumSizeHint() const {
    return {Theme::current().scaled(360), sizeHint().height()};
}

void ClaimTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) {
        fit();
    }
}

void ClaimTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        if (!valuesHidden() && currentIndex().isValid()) {
            QGuiApplication::clipboard()->setText(
                model_->index(currentIndex().row(), ClaimModel::value).data(Qt::DisplayRole).toString());
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

}  // namespace verdesk::ui
