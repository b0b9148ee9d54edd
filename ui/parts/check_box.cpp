#include "ui/parts/check_box.h"

#include "ui/parts/paint.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace verdesk::ui {
namespace {

constexpr int edge = 4;  // room for the focus ring
constexpr qreal boxRadius = 5;

}  // namespace

CheckBox::CheckBox(const QString& text, const char* name, QWidget* parent) : QCheckBox{parent} {
    setObjectName(QLatin1String{name});
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setWords(text);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void CheckBox::setWords(const QString& text) {
    // An ampersand in a sentence of the institution is a letter, not a shortcut.
    setText(QString{text}.replace(u'&', QStringLiteral("&&")));
    setShortcut({});
    setAccessibleName(text);
    updateGeometry();
}

void CheckBox::setWrong(bool wrong) {
    wrong_ = wrong;
    update();
}

int CheckBox::side() const {
    return Theme::current().scaled(metrics::icon);
}

LineLook CheckBox::look() const {
    const auto& theme = Theme::current();
    return {theme.sans(type::body), theme.scaled(type::body.line), true, Qt::AlignLeading, layoutDirection()};
}

QRect CheckBox::textRect(int width) const {
    const int left = edge + side() + metrics::snug;
    const int wide = std::max(1, width - left - edge);
    return {left, edge, wide, std::max(side(), static_cast<int>(layLines(accessibleName(), look(), wide).height()))};
}

QSize CheckBox::sizeHint() const {
    const QFontMetrics face{Theme::current().sans(type::body)};
    const int natural = face.horizontalAdvance(accessibleName()) + edge * 2 + side() + metrics::snug + 2;
    const int width = std::min(natural, Theme::current().scaled(metrics::textWidth));
    return {width, heightForWidth(width)};
}

QSize CheckBox::minimumSizeHint() const {
    return {Theme::current().scaled(160), side() + 2 * edge};
}

int CheckBox::heightForWidth(int width) const {
    return textRect(width).height() + 2 * edge;
}

bool CheckBox::hasHeightForWidth() const {
    return true;
}

void CheckBox::paintEvent(QPaintEvent*) {
    const auto& palette = Theme::current().palette();
    QPainter painter{this};
    auto words = textRect(width());
    QRectF box{static_cast<qreal>(edge), static_cast<qreal>(edge), static_cast<qreal>(side()),
               static_cast<qreal>(side())};
    if (layoutDirection() == Qt::RightToLeft) {
        words.moveRight(width() - 1 - words.left());
        box.moveRight(width() - edge);
    }
    const auto line = wrong_ ? palette.bad : underMouse() ? palette.second : palette.strongLine;
    paintRound(painter, box, isChecked() ? palette.primary : palette.field, isChecked() ? palette.primary : line,
               boxRadius, wrong_ ? 2 : 1);
    if (isChecked()) {
        const int mark = side() - 4;
        painter.drawPixmap(box.topLeft() + QPointF{2, 2},
                           iconPixmap(Icon::check, palette.onPrimary, mark, devicePixelRatioF()));
    }
    painter.setPen(isEnabled() ? palette.ink : palette.second);
    layLines(accessibleName(), look(), words.width(), &painter, words.topLeft());
    if (hasFocus() && Theme::current().showsFocus()) {
        paintFocus(painter, rect(), palette.focus, {}, metrics::radius);
    }
}

bool CheckBox::hitButton(const QPoint& point) const {
    return rect().contains(point);
}

}  // namespace verdesk::ui
