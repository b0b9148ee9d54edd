#include "ui/style/contrast.h"

#include <algorithm>
#include <cmath>

namespace verdesk::ui {
namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

// A colour is judged as it will be painted: in eight bits a channel.
QColor eightBit(const QColor& colour) {
    return QColor::fromRgb(colour.rgb());
}

bool enough(const QColor& colour, const std::vector<QColor>& grounds, double least) {
    return std::all_of(grounds.begin(), grounds.end(),
                       [&](const QColor& ground) { return contrastOf(colour, ground) >= least; });
}

}  // namespace

double luminanceOf(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor& a, const QColor& b) {
    const double one = luminanceOf(a) + 0.05;
    const double other = luminanceOf(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QColor mixed(const QColor& over, const QColor& under, double share) {
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
    return QColor{channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue())};
}

QColor withContrast(const QColor& wanted, const std::vector<QColor>& grounds, double least, bool lighter) {
    // For a fixed hue and saturation every channel rises with HSL lightness, so luminance does too. The steps are finer
    // than eight bits can tell apart.
    constexpr int steps = 1024;
    const float hue = std::max(0.0F, wanted.hslHueF());
    const float saturation = wanted.hslSaturationF();
    const float start = wanted.lightnessF();
    const float end = lighter ? 1.0F : 0.0F;
    for (int step = 0; step <= steps; ++step) {
        const float share = static_cast<float>(step) / steps;
        const auto tried = eightBit(QColor::fromHslF(hue, saturation, start + (end - start) * share));
        if (enough(tried, grounds, least)) {
            return tried;
        }
    }
    return lighter ? QColor{Qt::white} : QColor{Qt::black};
}

}  // namespace verdesk::ui
