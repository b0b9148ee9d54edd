#include "ui/style/fonts.h"

#include <QFontDatabase>

#include <cmath>

// The resources live in a static library: without this the linker leaves them out.
static void openResources() {
    Q_INIT_RESOURCE(verdesk);
}

namespace verdesk::ui {
namespace {

QFont fontOf(const QString& family, const TypeStep& step, double scale) {
    QFont font{family};
    font.setPixelSize(static_cast<int>(std::lround(step.size * scale)));
    font.setWeight(static_cast<QFont::Weight>(step.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

}  // namespace

bool loadFonts() {
    static const bool loaded = [] {
        openResources();
        bool all = true;
        for (const char16_t* file :
             {u":/fonts/Inter-Regular.otf", u":/fonts/Inter-Medium.otf", u":/fonts/Inter-SemiBold.otf",
              u":/fonts/Inter-Bold.otf", u":/fonts/JetBrainsMono-Medium.ttf", u":/fonts/JetBrainsMono-Bold.ttf"}) {
            all = QFontDatabase::addApplicationFont(QString::fromUtf16(file)) >= 0 && all;
        }
        return all;
    }();
    return loaded;
}

QString sansFamily() {
    return QStringLiteral("Inter");
}

QString monoFamily() {
    return QStringLiteral("JetBrains Mono");
}

QFont sansFont(const TypeStep& step, double scale) {
    return fontOf(sansFamily(), step, scale);
}

QFont monoFont(const TypeStep& step, double scale) {
    return fontOf(monoFamily(), step, scale);
}

}  // namespace verdesk::ui
