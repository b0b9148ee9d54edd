#include "ui/shell/navigation.h"

#include "ui/parts/key_hint.h"
#include "ui/parts/paint.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace verdesk::ui {
namespace {

constexpr int leastWidth = 216;
constexpr int itemHeight = 38;
constexpr int edge = metrics::snug;

}  // namespace

NavigationItem::NavigationItem(Icon icon, const QString& text, const QKeySequence& key, const char* name,
                               QWidget* parent)
    : QAbstractButton{parent}, icon_{icon}, keyWords_{keyWords(key)} {
    setObjectName(QLatin1String{name});
    setText(text);
    setAccessibleName(text);
    setToolTip(QStringLiteral("%1 (%2)").arg(text, keyWords_));
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationItem::setCount(int count, const QString& words) {
    if (count_ != count) {
        count_ = count;
        setAccessibleName(count == 0 ? text() : QStringLiteral("%1, %2").arg(text(), words));
        update();
    }
}

QSize NavigationItem::sizeHint() const {
    const auto& theme = Theme::current();
    const QFontMetrics face{theme.sans(type::strong)};
    const int height = itemHeight + theme.scaled(type::body.line) - type::body.line;
    return {2 * metrics::snug + theme.scaled(metrics::icon) + metrics::snug + face.horizontalAdvance(text()) +
                metrics::between + keyHintSize(keyWords_).width(),
            height};
}

void NavigationItem::paintEvent(QPaintEvent*) {
    const auto& theme = Theme::current();
    const auto& palette = theme.palette();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rect();
    const bool here = isChecked();
    if (here || underMouse() || isDown()) {
        paintRound(painter, area, here ? palette.accentTint : palette.hover, {}, metrics::radius);
    }
    const auto colour = here ? palette.accentText : palette.second;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [mirrored, &area](qreal from, qreal width) {
        return QRectF(mirrored ? area.right() - from - width : from, 0, width, area.height());
    };
    const int side = theme.scaled(metrics::icon);
    const auto iconPlace = place(metrics::snug, side);
    painter.drawPixmap(QPointF(iconPlace.left(), (area.height() - side) / 2.0),
                       iconPixmap(icon_, colour, side, devicePixelRatioF()));
    const qreal from = metrics::snug + side + metrics::snug;
    painter.setFont(theme.sans(here ? type::strong : type::medium));
    painter.setPen(here ? palette.accentText : palette.ink);
    painter.drawText(place(from, area.width() - from - metrics::snug),
                     static_cast<int>(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), text());
    if (count_ > 0) {
        const auto words = QLocale{}.toString(count_);
        const auto face = theme.sans(type::small);
        const qreal width = std::max<qreal>(theme.scaled(22), QFontMetricsF{face}.horizontalAdvance(words) + 14);
        auto pill = place(area.width() - metrics::snug - width, width);
        const qreal height = theme.scaled(20);
        pill.setTop((area.height() - height) / 2);
        pill.setHeight(height);
        paintRound(painter, pill, here ? palette.surface : palette.neutralTint, {}, height / 2);
        painter.setFont(face);
        painter.setPen(here ? palette.accentText : palette.second);
        painter.drawText(pill, Qt::AlignCenter, words);
    } else {
        const auto size = keyHintSize(keyWords_);
        auto frame = place(area.width() - metrics::snug - size.width(), size.width());
        frame.setTop((area.height() - size.height()) / 2);
        frame.setHeight(size.height());
        paintKeyHint(painter, frame, keyWords_, palette.second, palette.line);
    }
    if (hasFocus()) {
        paintFocus(painter, area, palette.focus, palette.surface, metrics::radius);
    }
}

void NavigationItem::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

Navigation::Navigation(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("nav"));
    setAccessibleName(tr("Navigation"));
    verify_ = new NavigationItem{Icon::shield, tr("Verify"), QKeySequence{Qt::CTRL | Qt::Key_1}, "nav.verify", this};
    cases_ = new NavigationItem{Icon::list, tr("Cases"), QKeySequence{Qt::CTRL | Qt::Key_2}, "nav.cases", this};
    unmatched_ = new NavigationItem{Icon::document, tr("Unmatched", "results that belong to no check yet"),
                                    QKeySequence{Qt::CTRL | Qt::Key_3}, "nav.unmatched", this};
    help_ = new NavigationItem{Icon::help, tr("Help"), QKeySequence{Qt::Key_F1}, "nav.help", this};
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(edge, metrics::between - 2, edge, metrics::between - 2);
    column->setSpacing(2);
    column->addWidget(verify_);
    column->addWidget(cases_);
    column->addWidget(unmatched_);
    unmatched_->hide();
    column->addStretch(1);
    column->addWidget(help_);
    connect(verify_, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(Place::verify); });
    connect(cases_, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(Place::cases); });
    connect(unmatched_, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(Place::unmatched); });
    connect(help_, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(Place::help); });
    connect(&Theme::current(), &Theme::changed, this, &Navigation::fit);
    fit();
    setPlace(Place::verify);
}

void Navigation::fit() {
    int width = leastWidth;
    for (const auto* item : {verify_, cases_, unmatched_, help_}) {
        width = std::max(width, item->sizeHint().width() + 2 * edge);
    }
    setFixedWidth(width);
    update();
}

void Navigation::setPlace(Place place) {
    auto* item = place == Place::verify      ? verify_
                 : place == Place::cases     ? cases_
                 : place == Place::unmatched ? unmatched_
                                             : help_;
    item->setChecked(true);
}

void Navigation::setRunningChecks(int count) {
    verify_->setCount(count, tr("running checks: %1").arg(count));
}

void Navigation::setUnmatchedShown(bool shown) {
    unmatched_->setVisible(shown);
}

void Navigation::setUnmatched(int count) {
    unmatched_->setCount(count, tr("unmatched results: %1").arg(count));
}

void Navigation::paintEvent(QPaintEvent*) {
    const auto& palette = Theme::current().palette();
    QPainter painter{this};
    painter.fillRect(rect(), palette.surface);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - metrics::line;
    painter.fillRect(QRect{x, 0, metrics::line, height()}, palette.line);
}

}  // namespace verdesk::ui
