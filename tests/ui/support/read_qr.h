#pragma once
// Reads QR codes out of pictures.

#include <QImage>
#include <QStringList>

#include <zbar.h>

namespace verdesk::test {

// The payloads of all QR codes that are found.
inline QStringList readQrCodes(const QImage& picture) {
    const auto grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y) {
        pixels.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
    }
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image{static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()), "Y800", pixels.data(),
                      static_cast<unsigned long>(pixels.size())};
    scanner.scan(image);
    QStringList found;
    for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
        found << QString::fromStdString(symbol->get_data());
    }
    image.set_data(nullptr, 0);
    return found;
}

}  // namespace verdesk::test
