#include "ui/parts/key_hint.h"

#include "ui/parts/paint.h"
#include "ui/style/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace verdesk::ui {

QString keyWords(const QKeySequence& key) {
    if (key == QKeySequence{Qt::Key_Return}) {
        return QKeySequence{Qt::Key_Enter}.toString(QKeySequence::NativeText);
    }
    if (key == QKeySequence{Qt::CTRL | Qt::Key_Return}) {
        return QKeySequence{Qt::CTRL | Qt::Key_Enter}.toString(QKeySequence::NativeText).replace(u'+', u' ');
    }
    return key.toString(QKeySequence::NativeText).replace(u'+', u' ');
}

QSize keyHintSize(const QString& words) {
    const auto& theme = Theme::current();
    const QFontMetrics face{theme.sans(type::key)};
    return {face.horizontalAdvance(words) + 14, theme.scaled(type::key.line) + 6};
}

void paintKeyHint(QPainter& painter, const QRectF& rect, const QString& words, const QColor& text, const QColor& line) {
    paintRound(painter, rect, {}, line, metrics::radiusKey);
    painter.setFont(Theme::current().sans(type::key));
    painter.setPen(text);
    painter.drawText(rect, Qt::AlignCenter, words);
}

KeyHint::KeyHint(const QKeySequence& key, QWidget* parent) : QWidget{parent}, words_{keyWords(key)} {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(words_);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize KeyHint::sizeHint() const {
    return keyHintSize(words_);
}

QSize KeyHint::minimumSizeHint() const {
    return sizeHint();
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    const auto& palette = Theme::current().palette();
    paintKeyHint(painter, rect(), words_, palette.second, palette.line);
}

}  // namespace verdesk::ui
