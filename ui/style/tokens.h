#pragma once
// Every colour, size and distance of the interface. Nothing else in ui/ writes a colour or a pixel count of its own.

#include <QColor>

namespace verdesk::ui {

// Distances and sizes in device-independent pixels at 100% text.
namespace metrics {
inline constexpr int unit = 4;  // every distance is a multiple
inline constexpr int tight = 4;
inline constexpr int inside = 8;
inline constexpr int snug = 12;
inline constexpr int between = 16;
inline constexpr int field = 20;  // inside compact cards
inline constexpr int card = 24;
inline constexpr int pageTop = 28;
inline constexpr int page = 36;
inline constexpr int section = 36;

inline constexpr int control = 40;  // height
inline constexpr int tableRow = 47;
inline constexpr int chip = 24;
inline constexpr int icon = 20;
inline constexpr int smallIcon = 16;
inline constexpr int dot = 8;
inline constexpr int line = 1;
inline constexpr int focusLine = 2;
inline constexpr int radiusKey = 4;
inline constexpr int radius = 8;  // controls
inline constexpr int radiusCard = 12;

inline constexpr int contentWidth = 1180;  // lines do not grow beyond; margins do
inline constexpr int textWidth = 640;      // paragraphs
inline constexpr int blockedWidth = 760;
inline constexpr int qrSide = 300;     // the least
inline constexpr int qrQuietZone = 4;  // modules
inline constexpr int ring = 76;
inline constexpr int ringLine = 6;
}  // namespace metrics

// Motion only explains a change. Milliseconds.
namespace motion {
inline constexpr int change = 120;
inline constexpr int spinnerAfter = 200;  // what is faster shows no spinner
}  // namespace motion

// Type: pixel size, line height and weight at 100% text.
struct TypeStep {
    int size;
    int line;
    int weight;
};
namespace type {
inline constexpr TypeStep display{56, 64, 700};
inline constexpr TypeStep blocked{32, 40, 700};
inline constexpr TypeStep code{30, 40, 700};  // mono
inline constexpr TypeStep title{24, 32, 700};
inline constexpr TypeStep section{16, 24, 600};
inline constexpr TypeStep lead{16, 26, 400};
inline constexpr TypeStep body{14, 20, 400};
inline constexpr TypeStep strong{14, 20, 600};
inline constexpr TypeStep medium{14, 20, 500};
inline constexpr TypeStep mono{14, 20, 500};  // mono
inline constexpr TypeStep secondary{13, 18, 400};
inline constexpr TypeStep label{13, 18, 600};
inline constexpr TypeStep small{12, 16, 600};
inline constexpr TypeStep fine{12, 16, 400};
inline constexpr TypeStep key{11, 16, 500};
}  // namespace type

// The fixed colours of a scheme. What depends on the institution's accent is derived from them (palette.h).
struct BaseColours {
    QColor background, surface, line, strongLine;
    QColor ink, second, third;
    QColor neutralTint, hover, skeleton;
    QColor good, goodTint, goodMark, warn, warnTint, warnMark, bad, badTint, badMark;
    QColor blocked, onBlocked, blockedSecond;
    QColor field;
};

inline BaseColours lightColours() {
    return {
        .background = QColor{0xF5, 0xF6, 0xF8},
        .surface = QColor{0xFF, 0xFF, 0xFF},
        .line = QColor{0xE2, 0xE6, 0xEB},
        .strongLine = QColor{0x84, 0x90, 0x9C},  // the edge of what can be filled in: 3:1
        .ink = QColor{0x15, 0x20, 0x2B},
        .second = QColor{0x56, 0x62, 0x70},
        .third = QColor{0x8A, 0x95, 0xA1},
        .neutralTint = QColor{0xEE, 0xF1, 0xF4},
        .hover = QColor{0xF0, 0xF2, 0xF5},
        .skeleton = QColor{0xE9, 0xEC, 0xF0},
        .good = QColor{0x00, 0x73, 0x4A},
        .goodTint = QColor{0xE6, 0xF8, 0xF0},
        .goodMark = QColor{0x00, 0x9A, 0x62},
        .warn = QColor{0x8A, 0x5A, 0x00},
        .warnTint = QColor{0xFF, 0xF4, 0xDB},
        .warnMark = QColor{0xB8, 0x7C, 0x04},
        .bad = QColor{0xB4, 0x23, 0x18},
        .badTint = QColor{0xFE, 0xEC, 0xEA},
        .badMark = QColor{0xD9, 0x2D, 0x20},
        .blocked = QColor{0x7A, 0x12, 0x12},
        .onBlocked = QColor{0xFF, 0xFF, 0xFF},
        .blockedSecond = QColor{0xF1, 0xD5, 0xD5},
        .field = QColor{0xFF, 0xFF, 0xFF},
    };
}

inline BaseColours darkColours() {
    return {
        .background = QColor{0x0E, 0x13, 0x18},
        .surface = QColor{0x16, 0x1D, 0x25},
        .line = QColor{0x26, 0x30, 0x3B},
        .strongLine = QColor{0x6B, 0x77, 0x84},
        .ink = QColor{0xE9, 0xEE, 0xF3},
        .second = QColor{0xA5, 0xB1, 0xBD},
        .third = QColor{0x75, 0x81, 0x8E},
        .neutralTint = QColor{0x22, 0x2B, 0x35},
        .hover = QColor{0x1D, 0x26, 0x30},
        .skeleton = QColor{0x22, 0x2B, 0x35},
        .good = QColor{0x3D, 0xDC, 0x9B},
        .goodTint = QColor{0x10, 0x35, 0x2A},
        .goodMark = QColor{0x00, 0xC2, 0x7A},
        .warn = QColor{0xF5, 0xC1, 0x5B},
        .warnTint = QColor{0x3A, 0x2C, 0x0C},
        .warnMark = QColor{0xE3, 0xA0, 0x1B},
        .bad = QColor{0xFF, 0x8A, 0x7F},
        .badTint = QColor{0x42, 0x1A, 0x17},
        .badMark = QColor{0xF0, 0x6A, 0x5E},
        .blocked = QColor{0x7A, 0x12, 0x12},
        .onBlocked = QColor{0xFF, 0xFF, 0xFF},
        .blockedSecond = QColor{0xF1, 0xD5, 0xD5},
        .field = QColor{0x11, 0x18, 0x1F},
    };
}

// Contrast that whatever is derived must keep (WCAG 2.1, level AA).
namespace contrast {
inline constexpr double text = 4.5;
inline constexpr double mark = 3.0;
// What accent text gets where nothing stands against it: quiet on light pages, clear on dark ones.
inline constexpr double textOnLight = 5.2;
inline constexpr double textOnDark = 7.0;
}  // namespace contrast

inline QColor productAccent() {
    return QColor{0x00, 0xC2, 0x7A};
}
// A QR code is dark on white in every theme.
inline QColor qrDark() {
    return QColor{0x00, 0x00, 0x00};
}
inline QColor qrLight() {
    return QColor{0xFF, 0xFF, 0xFF};
}

}  // namespace verdesk::ui
