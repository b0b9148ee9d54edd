#include "ui/documents/document_picture.h"

#include <QBuffer>
#include <QImageReader>

namespace verdesk::ui {
namespace {

constexpr qint64 mostPixels = 64'000'000;

}  // namespace

QImage pictureOf(const QByteArray& bytes, const std::string& mediaType) {
    const QByteArray format = mediaType == "image/jpeg" ? "jpeg" : mediaType == "image/png" ? "png" : "";
    if (format.isEmpty() || bytes.isEmpty()) {
        return {};
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader{&buffer, format};
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (!size.isValid() || qint64{size.width()} * size.height() > mostPixels) {
        return {};
    }
    return reader.read();
}

}  // namespace verdesk::ui
