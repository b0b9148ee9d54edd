#pragma once
// A label with a step of the type scale and a tone of the palette. Plain text only, never rich text: what it shows may
// come from outside. Follows the theme by itself.

#include "ui/style/palette.h"

#include <QLabel>

namespace verdesk::ui {

enum class Tone { ink, second, accent, good, warn, bad, onBlocked, blockedSecond };

QColor colourOf(Tone tone, const Palette& palette);

class Text : public QLabel {
    Q_OBJECT

public:
    Text(const QString& text, const TypeStep& step, Tone tone = Tone::ink, QWidget* parent = nullptr);

    // One line that ends in an ellipsis where it does not fit, with the whole text as tool tip; the default is to wrap.
    // `least`: the characters that always have room.
    void setElided(int least = 8);
    void setMono(bool mono);
    void setSpacing(int perCent);  // between letters; 100 is as the face has it
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QFont face() const;
    int lineHeight() const;
    // Lays out and, with a painter, paints; the size that the text takes within `width`.
    QSizeF layOut(qreal width, QPainter* painter) const;
    void applyFace();

    TypeStep step_;
    Tone tone_;
    bool elided_ = false;
    bool mono_ = false;
    int least_ = 8;
    int spacing_ = 100;
};

}  // namespace verdesk::ui
