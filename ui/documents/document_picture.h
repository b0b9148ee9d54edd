#pragma once
// Bytes of a document as a picture. They come from outside: only JPEG and PNG are read, by the decoder that the media
// type names and no other, up to a size that a scan of a document has.

#include <QByteArray>
#include <QImage>

#include <string>

namespace verdesk::ui {

// Null where it is no such picture, or too large.
QImage pictureOf(const QByteArray& bytes, const std::string& mediaType);

}  // namespace verdesk::ui
