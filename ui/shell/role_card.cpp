#include "ui/shell/role_card.h"

#include "ui/parts/key_hint.h"
#include "ui/parts/paint.h"
#include "ui/parts/words.h"
#include "ui/shell/person_button.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace verdesk::ui {
namespace {

constexpr int circleSide = 40;

QString whatOf(Role role) {
    switch (role) {
        case Role::teller:
            return RoleCard::tr("Checks customers at the counter and closes cases.");
        case Role::officer:
            return RoleCard::tr("Also approves, rejects or escalates cases.");
        case Role::admin:
            return RoleCard::tr("May do everything that an officer may.");
        case Role::unknown:
            break;
    }
    return {};
}

}  // namespace

RoleCard::RoleCard(Role role, const QString& person, const QKeySequence& key, QWidget* parent)
    : QAbstractButton{parent}, person_{person}, what_{whatOf(role)}, keyWords_{keyWords(key)} {
    const auto word = toWord(role);
    setObjectName(QStringLiteral("signIn.") + toQt(word));
    setText(Words::of(role));
    setAccessibleName(tr("Sign in as %1").arg(text()));
    setAccessibleDescription(what_);
    setShortcut(key);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize RoleCard::sizeHint() const {
    const int width = Theme::current().scaled(190);
    return {width, heightForWidth(width)};
}

QSize RoleCard::minimumSizeHint() const {
    const int width = Theme::current().scaled(180);
    return {width, heightForWidth(width)};
}

bool RoleCard::hasHeightForWidth() const {
    return true;
}

int RoleCard::heightForWidth(int width) const {
    const auto& theme = Theme::current();
    const QFontMetrics face{theme.sans(type::secondary)};
    const int inner = width - 2 * metrics::field;
    const int lines = face.boundingRect(QRect{0, 0, inner, 10'000}, Qt::TextWordWrap, what_).height();
    return 2 * metrics::field + theme.scaled(circleSide) + metrics::between + theme.scaled(type::section.line) +
           theme.scaled(type::secondary.line) + metrics::inside + lines;
}

void RoleCard::paintEvent(QPaintEvent*) {
    const auto& theme = Theme::current();
    const auto& palette = theme.palette();
    QPainter painter{this};
    const bool over = isEnabled() && (underMouse() || isDown());
    paintRound(painter, rect(), palette.surface, over ? palette.accent : palette.line, metrics::radiusCard);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto align = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    const QRectF inner = QRectF{rect()}.adjusted(metrics::field, metrics::field, -metrics::field, -metrics::field);

    const int side = theme.scaled(circleSide);
    paintInitials(painter, QRectF(mirrored ? inner.right() - side : inner.left(), inner.top(), side, side),
                  initialsOf(person_));
    const auto hint = keyHintSize(keyWords_);
    paintKeyHint(
        painter,
        QRectF(mirrored ? inner.left() : inner.right() - hint.width(), inner.top(), hint.width(), hint.height()),
        keyWords_, palette.second, palette.line);
    qreal y = inner.top() + side + metrics::between;
    painter.setFont(theme.sans(type::section));
    painter.setPen(palette.ink);
    painter.drawText(QRectF(inner.left(), y, inner.width(), theme.scaled(type::section.line)),
                     static_cast<int>(align | Qt::AlignVCenter), text());
    y += theme.scaled(type::section.line);
    painter.setFont(theme.sans(type::secondary));
    painter.setPen(palette.second);
    painter.drawText(QRectF(inner.left(), y, inner.width(), theme.scaled(type::secondary.line)),
                     static_cast<int>(align | Qt::AlignVCenter), person_);
    y += theme.scaled(type::secondary.line) + metrics::inside;
    painter.drawText(QRectF(inner.left(), y, inner.width(), inner.bottom() - y + 2), align | Qt::TextWordWrap, what_);
    if (hasFocus()) {
        paintFocus(painter, rect(), palette.focus, palette.surface, metrics::radiusCard);
    }
}

void RoleCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace verdesk::ui
