#include "tour/patch.h"

#include <cstdlib>
#include <vector>

namespace verdesk::tour {
namespace {

constexpr int tolerance = 4;  // of a channel: what colour management and blending make of it

bool isNear(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance &&
           std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

// Takes the piece that this pixel belongs to out of `left`, and gives its bounds.
QRect take(std::vector<bool>& left, const QSize& size, QPoint first, int& pixels) {
    const auto at = [&](const QPoint& point) {
        return static_cast<std::size_t>(point.y()) * static_cast<std::size_t>(size.width()) +
               static_cast<std::size_t>(point.x());
    };
    const QRect all{QPoint{0, 0}, size};
    QRect bounds{first, first};
    std::vector<QPoint> next{first};
    left[at(first)] = false;
    for (pixels = 0; !next.empty(); ++pixels) {
        const auto point = next.back();
        next.pop_back();
        bounds |= QRect{point, point};
        for (const auto& step : {QPoint{1, 0}, QPoint{-1, 0}, QPoint{0, 1}, QPoint{0, -1}}) {
            const auto beside = point + step;
            if (all.contains(beside) && left[at(beside)]) {
                left[at(beside)] = false;
                next.push_back(beside);
            }
        }
    }
    return bounds;
}

}  // namespace

QRect largestPatch(const QImage& picture, const QColor& colour, const QSize& least) {
    const auto size = picture.size();
    std::vector<bool> left(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()));
    std::size_t place = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            left[place++] = isNear(picture.pixel(x, y), colour.rgb());
        }
    }
    const auto ratio = picture.devicePixelRatio();
    QRect largest;
    int most = 0;
    place = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            if (!left[place++]) {
                continue;
            }
            int pixels = 0;
            const auto bounds = take(left, size, {x, y}, pixels);
            const QRect scaled{(QPointF{bounds.topLeft()} / ratio).toPoint(), (QSizeF{bounds.size()} / ratio).toSize()};
            if (pixels > most && scaled.width() >= least.width() && scaled.height() >= least.height()) {
                most = pixels;
                largest = scaled;
            }
        }
    }
    return largest;
}

}  // namespace verdesk::tour
