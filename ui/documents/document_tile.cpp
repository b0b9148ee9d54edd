#include "ui/documents/document_tile.h"

#include "desk/words.h"
#include "ui/documents/document_picture.h"
#include "ui/documents/missing_words.h"
#include "ui/parts/paint.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace verdesk::ui {
namespace {

constexpr QSize pictureSize{128, 80};  // at 100% text: an identity card's shape
constexpr int sharpness = 2;           // device pixels kept for each, at most

}  // namespace

DocumentTile::DocumentTile(QWidget* parent) : QAbstractButton{parent} {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void DocumentTile::setEntry(const DocumentEntry& entry, int number) {
    setObjectName(QStringLiteral("document.%1").arg(number));
    if (entry_ != entry) {
        entry_ = entry;
        picture_ = {};
    }
    describe();
}

void DocumentTile::setEvidence(const desk::Evidence& evidence) {
    if (covered_) {
        return;
    }
    using State = desk::Evidence::State;
    picture_ = {};
    if (evidence.state == State::here && entry_.isPicture()) {
        const auto whole = pictureOf(evidence.bytes, entry_.mediaType);
        if (!whole.isNull()) {
            picture_ = whole.scaled(pictureSize * sharpness * Theme::current().textScale(), Qt::KeepAspectRatio,
                                    Qt::SmoothTransformation);
        }
        setWords(whole.isNull() ? tr("Cannot be shown") : QString{});
    } else if (evidence.state == State::refused) {
        setWords(desk::inWords(evidence.problem));
    } else {
        describe();
    }
    describe();
}

void DocumentTile::setCovered(bool covered) {
    covered_ = covered;
    if (covered) {
        picture_ = {};
    }
    words_.clear();
    describe();
}

void DocumentTile::setWords(const QString& words) {
    words_ = words;
    update();
}

void DocumentTile::describe() {
    using State = DocumentEntry::State;
    if (covered_) {
        words_ = tr("Covered");
    } else if (entry_.state == State::missing) {
        words_ = missingWords(entry_.why).what;
    } else if (entry_.state == State::onItsWay) {
        words_ = tr("Not fetched yet");
    } else if (!entry_.isPicture()) {
        words_ = entry_.mediaType == "application/pdf" ? tr("PDF, kept as evidence")
                 : entry_.mediaType == "video/mp4"     ? tr("Film, kept as evidence")
                                                       : tr("File, kept as evidence");
    } else if (picture_.isNull() && words_.isEmpty()) {
        words_ = tr("Loading…");
    } else if (!picture_.isNull()) {
        words_.clear();
    }
    const bool opens = hasPicture();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(opens ? tr("%1, open", "document").arg(entry_.label)
                            : entry_.label + QStringLiteral(", ") + words_);
    setToolTip(words_);
    update();
}

QSize DocumentTile::sizeHint() const {
    const auto& theme = Theme::current();
    return {theme.scaled(pictureSize.width()),
            theme.scaled(pictureSize.height()) + metrics::tight + theme.scaled(type::secondary.line)};
}

QSize DocumentTile::minimumSizeHint() const {
    return sizeHint();
}

bool DocumentTile::event(QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        update();
    }
    return QAbstractButton::event(event);
}

void DocumentTile::paintEvent(QPaintEvent*) {
    const auto& theme = Theme::current();
    const auto& palette = theme.palette();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF place{0, 0, static_cast<qreal>(width()), static_cast<qreal>(theme.scaled(pictureSize.height()))};
    paintRound(painter, place, palette.neutralTint, underMouse() && hasPicture() ? palette.strongLine : palette.line,
               metrics::radius);
    if (hasPicture()) {
        QRectF target{QPointF{}, QSizeF{picture_.size()}.scaled(place.size() - QSizeF{2, 2}, Qt::KeepAspectRatio)};
        target.moveCenter(place.center());
        QPainterPath round;
        round.addRoundedRect(target, metrics::radius - 1, metrics::radius - 1);
        painter.setClipPath(round);
        painter.drawImage(target, picture_);
        painter.setClipping(false);
    } else {
        const int side = theme.scaled(metrics::icon);
        const auto icon = covered_                                        ? Icon::eyeOff
                          : entry_.state == DocumentEntry::State::missing ? Icon::cross
                                                                          : Icon::document;
        painter.drawPixmap(QPointF{place.center().x() - side / 2.0, place.center().y() - side - 2},
                           iconPixmap(icon, palette.second, side, devicePixelRatioF()));
        painter.setFont(theme.sans(type::fine));
        painter.setPen(palette.second);
        painter.drawText(QRectF{place.left() + metrics::inside, place.center().y() + 2,
                                place.width() - 2 * metrics::inside, place.height() / 2 - 2},
                         static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, words_);
    }
    painter.setFont(theme.sans(type::secondary));
    painter.setPen(palette.ink);
    painter.drawText(
        QRectF{0, place.bottom() + metrics::tight, place.width(), height() - place.bottom() - metrics::tight},
        Qt::AlignLeading | Qt::AlignVCenter,
        QFontMetrics{theme.sans(type::secondary)}.elidedText(entry_.label, Qt::ElideRight, width()));
    if (hasFocus() && theme.showsFocus()) {
        paintFocus(painter, place, palette.focus, palette.surface, metrics::radius);
    }
}

void DocumentTile::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        !event->isAutoRepeat()) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace verdesk::ui
