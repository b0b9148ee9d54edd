#include "ui/parts/qr_picture.h"

#include "ui/parts/paint.h"
#include "ui/style/tokens.h"

#include <QPaintEngine>
#include <QPainter>

#include <qrcodegen.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace verdesk::ui {

QImage qrModules(const QByteArray& payload) {
    try {
        const std::vector<std::uint8_t> bytes{payload.begin(), payload.end()};
        // Text takes the densest of the code's alphabets; bytes that are no text (an embedded NUL) go as they are.
        const auto code = payload.contains('\0')
                              ? qrcodegen::QrCode::encodeBinary(bytes, qrcodegen::QrCode::Ecc::MEDIUM)
                              : qrcodegen::QrCode::encodeText(payload.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QImage image{code.getSize(), code.getSize(), QImage::Format_RGB32};
        for (int y = 0; y < code.getSize(); ++y) {
            for (int x = 0; x < code.getSize(); ++x) {
                image.setPixel(x, y, (code.getModule(x, y) ? qrDark() : qrLight()).rgb());
            }
        }
        return image;
    } catch (const qrcodegen::data_too_long&) {
        return {};
    }
}

QrPicture::QrPicture(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("qrPicture"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

bool QrPicture::setPayload(const QByteArray& payload, const QString& accessibleName) {
    setAccessibleName(accessibleName);
    if (payload == payload_) {
        return payload.isEmpty() || !modules_.isNull();
    }
    payload_ = payload;
    modules_ = payload.isEmpty() ? QImage{} : qrModules(payload);
    scaled_ = {};
    painted_ = {};
    updateGeometry();
    update();
    return payload.isEmpty() || !modules_.isNull();
}

QSize QrPicture::sizeHint() const {
    // Modules of a whole number of pixels that fill the side, so that the white around is the quiet zone and no more.
    const int across = modules_.width() + 2 * metrics::qrQuietZone;
    const int side = modules_.isNull() ? metrics::qrSide : (metrics::qrSide + across - 1) / across * across;
    return {side, side};
}

QSize QrPicture::minimumSizeHint() const {
    return {metrics::qrSide, metrics::qrSide};
}

void QrPicture::paintEvent(QPaintEvent*) {
    if (modules_.isNull()) {
        return;
    }
    QPainter painter{this};
    const auto toDevice = painter.deviceTransform();
    const QRectF available = toDevice.mapRect(QRectF{rect()});
    const int across = modules_.width() + 2 * metrics::qrQuietZone;
    const int module = std::max(1, static_cast<int>(std::min(available.width(), available.height())) / across);
    const int side = module * across;
    // The corner on a whole device pixel, whatever fraction the widget itself starts at.
    painted_ = QRect{static_cast<int>(std::ceil(available.left() + (available.width() - side) / 2 - 0.5)),
                     static_cast<int>(std::ceil(available.top() + (available.height() - side) / 2 - 0.5)), side, side};
    const int quiet = module * metrics::qrQuietZone;
    const auto inner = painted_.adjusted(quiet, quiet, -quiet, -quiet);
    if (scaled_.width() != inner.width()) {
        scaled_ = modules_.scaled(inner.size());
    }
    // The white around it: the quiet zone and what the whole pixels leave over.
    const int white = std::min(width(), height());
    paintRound(painter, QRectF{(width() - white) / 2.0, (height() - white) / 2.0, qreal(white), qreal(white)},
               qrLight(), {}, metrics::radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(toDevice.inverted().mapRect(QRectF{inner}), scaled_);
}

}  // namespace verdesk::ui
