#include "ui/parts/card.h"

#include "ui/parts/paint.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace verdesk::ui {

Card::Card(QWidget* parent) : QFrame{parent}, body_{new QVBoxLayout{this}} {
    body_->setSpacing(metrics::inside);
    setInset(metrics::card);
}

void Card::setTone(CardTone tone) {
    tone_ = tone;
    update();
}

void Card::setInset(int pixels) {
    // What runs from edge to edge still leaves the line and the corners to the card.
    const int held = pixels == 0 ? metrics::line : pixels;
    body_->setContentsMargins(held, held, held, held);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    const auto& palette = Theme::current().palette();
    switch (tone_) {
        case CardTone::plain:
            paintRound(painter, rect(), palette.surface, palette.line, metrics::radiusCard);
            break;
        case CardTone::quiet:
            paintRound(painter, rect(), palette.neutralTint, {}, metrics::radius);
            break;
        case CardTone::bare:
            break;
        case CardTone::warn:
            paintRound(painter, rect(), palette.warnTint, {}, metrics::radiusCard);
            break;
        case CardTone::bad:
            paintRound(painter, rect(), palette.badTint, {}, metrics::radiusCard);
            break;
        case CardTone::blocked:
            paintRound(painter, rect(), palette.blocked, {}, metrics::radiusCard);
            break;
    }
}

}  // namespace verdesk::ui
