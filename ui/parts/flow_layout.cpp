#include "ui/parts/flow_layout.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace verdesk::ui {

FlowLayout::FlowLayout(int gap, QWidget* parent) : QLayout{parent}, gap_{gap} {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    while (auto* item = FlowLayout::takeAt(0)) {
        delete item;
    }
}

void FlowLayout::addItem(QLayoutItem* item) {
    items_.push_back(item);
}

int FlowLayout::count() const {
    return static_cast<int>(items_.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    auto* item = itemAt(index);
    if (item != nullptr) {
        items_.erase(items_.begin() + index);
    }
    return item;
}

int FlowLayout::place(const QRect& rect, bool really) const {
    const bool mirrored = parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
    std::vector<std::pair<QLayoutItem*, QRect>> row;
    int x = 0;
    int y = 0;
    int high = 0;
    // Lower and higher ones of a row stand on one middle line.
    const auto finishRow = [&] {
        for (auto& [item, place] : row) {
            place.moveTop(rect.top() + y + (high - place.height()) / 2);
            if (really) {
                item->setGeometry(place);
            }
        }
        row.clear();
    };
    for (auto* item : items_) {
        if (item->isEmpty()) {
            continue;
        }
        const auto size = item->sizeHint().boundedTo({std::max(1, rect.width()), QWIDGETSIZE_MAX});
        if (x > 0 && x + size.width() > rect.width()) {
            finishRow();
            x = 0;
            y += high + gap_;
            high = 0;
        }
        const int left = mirrored ? rect.right() + 1 - x - size.width() : rect.left() + x;
        row.emplace_back(item, QRect{QPoint{left, 0}, size});
        x += size.width() + gap_;
        high = std::max(high, size.height());
    }
    finishRow();
    return y + high;
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    for (const auto* item : items_) {
        width += item->isEmpty() ? 0 : item->sizeHint().width() + gap_;
    }
    const auto margins = contentsMargins();
    const int outer = std::max(0, width - gap_) + margins.left() + margins.right();
    return {outer, heightForWidth(outer)};
}

QSize FlowLayout::minimumSize() const {
    QSize least;
    for (const auto* item : items_) {
        if (!item->isEmpty()) {
            least = least.expandedTo(item->minimumSize());
        }
    }
    return least.grownBy(contentsMargins());
}

bool FlowLayout::hasHeightForWidth() const {
    return true;
}

int FlowLayout::heightForWidth(int width) const {
    const auto margins = contentsMargins();
    return place({0, 0, width - margins.left() - margins.right(), 0}, false) + margins.top() + margins.bottom();
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(contentsRect(), true);
}

}  // namespace verdesk::ui
