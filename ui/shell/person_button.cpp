#include "ui/shell/person_button.h"

#include "ui/parts/paint.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <cmath>

namespace verdesk::ui {
namespace {

constexpr int circleSide = 30;
constexpr int chevronSide = 16;
constexpr int mostWidth = 320;

}  // namespace

QString initialsOf(const QString& name) {
    const auto words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString initials;
    for (const auto& word : words) {
        if (initials.isEmpty() || &word == &words.back()) {
            initials += word.front().toUpper();
        }
    }
    return initials;
}

void paintInitials(QPainter& painter, const QRectF& circle, const QString& initials) {
    const auto& theme = Theme::current();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.palette().neutralTint);
    painter.drawEllipse(circle);
    auto step = type::small;
    step.size = static_cast<int>(circle.width() * 0.4 / theme.textScale());
    painter.setFont(theme.sans(step));
    painter.setPen(theme.palette().ink);
    painter.drawText(circle, Qt::AlignCenter, initials);
}

PersonButton::PersonButton(QWidget* parent) : QAbstractButton{parent} {
    setObjectName(QStringLiteral("top.person"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &PersonButton::openMenu);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PersonButton::setPerson(const QString& name, const QString& role, const QString& counter) {
    name_ = name;
    counter_ = counter;
    setText(line());
    setAccessibleName(tr("%1, %2: open the menu").arg(name, role));
    setToolTip(role);
    updateGeometry();
    update();
}

void PersonButton::setMenu(QMenu* menu) {
    menu_ = menu;
}

void PersonButton::openMenu() {
    if (menu_ != nullptr && isVisible()) {
        const auto size = menu_->sizeHint();
        const auto corner = mapToGlobal(
            QPoint{layoutDirection() == Qt::RightToLeft ? 0 : width() - size.width(), height() + metrics::tight});
        menu_->popup(corner, menu_->actions().value(0));
    }
}

QString PersonButton::line() const {
    return counter_.isEmpty() ? name_ : name_ + QStringLiteral(" · ") + counter_;
}

QSize PersonButton::sizeHint() const {
    const auto& theme = Theme::current();
    const QFontMetricsF face{theme.sans(type::secondary)};
    const int words = static_cast<int>(std::ceil(face.horizontalAdvance(line())));
    return {std::min(theme.scaled(mostWidth), 2 * metrics::tight + theme.scaled(circleSide) + metrics::inside + words +
                                                  metrics::tight + theme.scaled(chevronSide)),
            theme.controlHeight()};
}

QSize PersonButton::minimumSizeHint() const {
    return sizeHint();
}

void PersonButton::paintEvent(QPaintEvent*) {
    const auto& theme = Theme::current();
    const auto& palette = theme.palette();
    QPainter painter{this};
    const QRectF area = rect();
    if (underMouse() || isDown()) {
        paintRound(painter, area, palette.hover, {}, metrics::radius);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [mirrored, &area](qreal from, qreal width) {
        return QRectF(mirrored ? area.right() - from - width : from, 0, width, area.height());
    };
    const int side = theme.scaled(circleSide);
    auto circle = place(metrics::tight, side);
    circle.setTop((area.height() - side) / 2);
    circle.setHeight(side);
    paintInitials(painter, circle, initialsOf(name_));
    const int chevron = theme.scaled(chevronSide);
    const auto chevronPlace = place(area.width() - metrics::tight - chevron, chevron);
    painter.drawPixmap(QPointF(chevronPlace.left(), (area.height() - chevron) / 2.0),
                       iconPixmap(Icon::chevronDown, palette.second, chevron, devicePixelRatioF()));
    const qreal from = metrics::tight + side + metrics::inside;
    const auto words = place(from, area.width() - from - metrics::tight - chevron - metrics::tight);
    const auto face = theme.sans(type::secondary);
    painter.setFont(face);
    painter.setPen(palette.ink);
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)),
                     QFontMetricsF{face}.elidedText(line(), Qt::ElideRight, words.width()));
    if (hasFocus()) {
        paintFocus(painter, area, palette.focus, palette.surface, metrics::radius);
    }
}

void PersonButton::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Down:
            openMenu();
            return;
        default:
            QAbstractButton::keyPressEvent(event);
    }
}

}  // namespace verdesk::ui
