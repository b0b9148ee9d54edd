#include "ui/parts/columns.h"

#include "ui/style/theme.h"

#include <QWidget>

#include <algorithm>
#include <iterator>

namespace verdesk::ui {

Columns::Columns(int least, int most, bool even, int gap, QWidget* parent)
    : QLayout{parent}, least_{least}, most_{most}, even_{even}, gap_{gap} {
    setContentsMargins(0, 0, 0, 0);
}

Columns::~Columns() {
    while (auto* item = Columns::takeAt(0)) {
        delete item;
    }
}

void Columns::setMost(int most) {
    most_ = most;
    invalidate();
}

void Columns::add(QWidget* widget, int share) {
    addWidget(widget);
    cells_.back().share = share;
}

void Columns::addItem(QLayoutItem* item) {
    cells_.push_back({item, 1});
}

int Columns::count() const {
    return static_cast<int>(cells_.size());
}

QLayoutItem* Columns::itemAt(int index) const {
    return index >= 0 && index < count() ? cells_[static_cast<std::size_t>(index)].item : nullptr;
}

QLayoutItem* Columns::takeAt(int index) {
    auto* item = itemAt(index);
    if (item != nullptr) {
        cells_.erase(cells_.begin() + index);
    }
    return item;
}

int Columns::perRow(int width) const {
    int least = Theme::current().scaled(least_);
    int shares = 0;
    bool equal = true;
    for (const auto& cell : cells_) {
        if (!cell.item->isEmpty()) {
            shares += cell.share;
            equal = equal && cell.share == 1;
        }
    }
    const int shown = static_cast<int>(visible().size());
    if (!equal) {
        return width >= shares * least + gap_ * (shown - 1) ? std::max(1, shown) : 1;
    }
    for (const auto& cell : cells_) {
        least = std::max(least, cell.item->isEmpty() ? 0 : cell.item->minimumSize().width());
    }
    return std::clamp((width + gap_) / (least + gap_), 1, most_);
}

std::vector<Columns::Cell> Columns::visible() const {
    std::vector<Cell> shown;
    std::copy_if(cells_.begin(), cells_.end(), std::back_inserter(shown),
                 [](const Cell& cell) { return !cell.item->isEmpty(); });
    return shown;
}

int Columns::place(const QRect& rect, bool really) const {
    const auto cells = visible();
    const int across = perRow(rect.width());
    int y = rect.top();
    for (std::size_t first = 0; first < cells.size(); first += static_cast<std::size_t>(across)) {
        const auto end = std::min(cells.size(), first + static_cast<std::size_t>(across));
        int shares = 0;
        for (auto i = first; i < first + static_cast<std::size_t>(across); ++i) {
            shares += i < cells.size() ? cells[i].share : 1;
        }
        const int room = rect.width() - gap_ * (across - 1);
        std::vector<int> widths;
        std::vector<int> heights;
        int rowHeight = 0;
        int done = 0;
        for (auto i = first; i < end; ++i) {
            // The last cell takes what rounding left.
            const int before = room * done / shares;
            done += across == 1 ? shares : cells[i].share;
            const int wide = room * std::min(done, shares) / shares - before;
            auto* item = cells[i].item;
            const int high =
                std::max(item->minimumSize().height(),
                         item->hasHeightForWidth() ? item->heightForWidth(wide) : item->sizeHint().height());
            widths.push_back(wide);
            heights.push_back(high);
            rowHeight = std::max(rowHeight, high);
        }
        int x = rect.left();
        for (auto i = first; really && i < end; ++i) {
            const int wide = widths[i - first];
            const int high = even_ ? rowHeight : heights[i - first];
            const bool mirrored = parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
            const int left = mirrored ? rect.left() + rect.right() + 1 - x - wide : x;
            cells[i].item->setGeometry({left, y, wide, high});
            x += wide + gap_;
        }
        y += rowHeight + gap_;
    }
    return cells.empty() ? 0 : y - gap_ - rect.top();
}

QSize Columns::sizeHint() const {
    const int width = (Theme::current().scaled(least_) + gap_) * std::min(most_, std::max(1, count())) - gap_;
    return {width, heightForWidth(width)};
}

QSize Columns::minimumSize() const {
    int width = 0;
    for (const auto& cell : cells_) {
        width = std::max(width, cell.item->minimumSize().width());
    }
    return {width, 0};
}

bool Columns::hasHeightForWidth() const {
    return true;
}

int Columns::heightForWidth(int width) const {
    const auto margins = contentsMargins();
    return place({0, 0, width - margins.left() - margins.right(), 0}, false) + margins.top() + margins.bottom();
}

void Columns::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(contentsRect(), true);
}

Qt::Orientations Columns::expandingDirections() const {
    return Qt::Horizontal;
}

}  // namespace verdesk::ui
