#pragma once
// A desk's instance name in a form that can be part of a file's name: short, plain, and another one for another name.

#include <QString>

namespace verdesk::desk {

// "" for "". Letters and digits of the end, because of a path the end tells most, then a digest of the whole.
inline QString plainInstanceName(const QString& name) {
    if (name.isEmpty()) {
        return {};
    }
    constexpr qsizetype most = 20;  // a local socket's path may not be long
    QString kept;
    quint32 digest = 2166136261U;  // FNV-1a: tells names apart, protects nothing
    for (const auto byte : name.toUtf8()) {
        digest = (digest ^ static_cast<quint8>(byte)) * 16777619U;
    }
    for (const auto letter : name) {
        if (letter.unicode() < 128 && letter.isLetterOrNumber()) {
            kept += letter;
        }
    }
    return kept.right(most) + QLatin1Char('-') + QString::number(digest, 16);
}

}  // namespace verdesk::desk
