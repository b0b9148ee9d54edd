#include "ui/parts/banner.h"

#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/paint.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace verdesk::ui {
namespace {

int iconSide() {
    return Theme::current().scaled(metrics::icon);
}

struct Colours {
    QColor ground, line, mark;
    Tone text;
};

Colours coloursOf(BannerTone tone) {
    const auto& p = Theme::current().palette();
    switch (tone) {
        case BannerTone::warn:
            return {p.warnTint, {}, p.warn, Tone::warn};
        case BannerTone::bad:
            return {p.badTint, {}, p.bad, Tone::bad};
        case BannerTone::info:
            break;
    }
    return {p.surface, p.line, p.accentText, Tone::ink};
}

}  // namespace

Banner::Banner(BannerTone tone, Icon icon, const QString& text, const char* name, QWidget* parent)
    : QWidget{parent}, tone_{tone}, icon_{icon}, text_{new Text{text, type::medium, coloursOf(tone).text, this}} {
    setObjectName(QLatin1String{name});
    auto* row = new QHBoxLayout{this};
    const auto dress = [row] {
        row->setContentsMargins(metrics::between + iconSide() + metrics::snug, metrics::snug, metrics::snug,
                                metrics::snug);
    };
    dress();
    connect(&Theme::current(), &Theme::changed, this, dress);
    row->setSpacing(metrics::between);
    row->addWidget(text_, 1, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setAccessibleName(text);
}

void Banner::setWords(const QString& text) {
    text_->setText(text);
    announce(this, text);
}

Button* Banner::setAction(const QString& text, const char* name) {
    if (action_ == nullptr) {
        action_ = new Button{ButtonKind::secondary, text, name, this};
        layout()->addWidget(action_);
        connect(action_, &Button::clicked, this, &Banner::actionTriggered);
    }
    action_->setWords(text);
    return action_;
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    const auto colours = coloursOf(tone_);
    paintRound(painter, rect(), colours.ground, colours.line, metrics::radius);
    const int side = iconSide();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawPixmap(QPoint{mirrored ? width() - metrics::between - side : metrics::between, (height() - side) / 2},
                       iconPixmap(icon_, colours.mark, side, devicePixelRatioF()));
}

void Banner::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    const auto words = text_->text();
    setAccessibleName({});
    announce(this, words);
}

}  // namespace verdesk::ui
