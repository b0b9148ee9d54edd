#include "ui/style/theme.h"

#include "ui/style/contrast.h"
#include "ui/style/fonts.h"
#include "ui/style/style_sheet.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStyleFactory>
#include <QStyleHints>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace verdesk::ui {
namespace {

Theme* theTheme = nullptr;

Scheme schemeOfSystem(const QApplication& application) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (application.styleHints()->colorScheme() != Qt::ColorScheme::Unknown) {
        return application.styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Scheme::dark : Scheme::light;
    }
#endif
    const auto palette = application.palette();
    return luminanceOf(palette.color(QPalette::WindowText)) > luminanceOf(palette.color(QPalette::Window))
               ? Scheme::dark
               : Scheme::light;
}

QPalette qtPaletteOf(const Palette& colours) {
    QPalette palette;
    palette.setColor(QPalette::Window, colours.background);
    palette.setColor(QPalette::WindowText, colours.ink);
    palette.setColor(QPalette::Base, colours.field);
    palette.setColor(QPalette::AlternateBase, colours.hover);
    palette.setColor(QPalette::Text, colours.ink);
    palette.setColor(QPalette::PlaceholderText, colours.second);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.ink);
    palette.setColor(QPalette::BrightText, colours.bad);
    palette.setColor(QPalette::Highlight, colours.primary);
    palette.setColor(QPalette::HighlightedText, colours.onPrimary);
    palette.setColor(QPalette::Link, colours.accentText);
    palette.setColor(QPalette::ToolTipBase, colours.ink);
    palette.setColor(QPalette::ToolTipText, colours.surface);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colours.second);
    }
    return palette;
}

}  // namespace

Theme::Theme(QApplication& application, SchemeChoice choice)
    : application_{application}, choice_{choice}, systemScheme_{schemeOfSystem(application)} {
    Q_ASSERT(theTheme == nullptr);
    theTheme = this;
    loadFonts();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(application.styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        systemScheme_ = schemeOfSystem(application_);
        if (choice_ == SchemeChoice::followSystem) {
            apply();
        }
    });
#endif
    application.installEventFilter(this);
    apply();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) {
        setShowsFocus(false);
    } else if (event->type() == QEvent::KeyPress) {
        // Letters that are typed into a field say nothing; whatever moves the focus or presses a control does.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() >= Qt::Key_Escape || key->key() == Qt::Key_Space || (key->modifiers() & Qt::AltModifier)) {
            setShowsFocus(true);
        }
    }
    return QObject::eventFilter(watched, event);
}

void Theme::setShowsFocus(bool shows) {
    if (showsFocus_ != shows) {
        showsFocus_ = shows;
        if (auto* widget = QApplication::focusWidget()) {
            widget->update();
        }
    }
}

Theme::~Theme() {
    theTheme = nullptr;
}

Theme& Theme::current() {
    Q_ASSERT(theTheme != nullptr);
    return *theTheme;
}

int Theme::scaled(int pixels) const {
    return static_cast<int>(std::lround(pixels * textScale_));
}

int Theme::controlHeight() const {
    return controlHeightOf(textScale_);
}

QFont Theme::sans(const TypeStep& step) const {
    return sansFont(step, textScale_);
}

QFont Theme::mono(const TypeStep& step) const {
    return monoFont(step, textScale_);
}

void Theme::setChoice(SchemeChoice choice) {
    if (choice_ != choice) {
        choice_ = choice;
        apply();
    }
}

void Theme::setAccent(const QColor& accent) {
    if (accent_ != accent) {
        accent_ = accent;
        apply();
    }
}

void Theme::setTextScale(double scale) {
    const double held = std::clamp(scale, 1.0, 2.0);
    if (held != textScale_) {
        textScale_ = held;
        apply();
    }
}

void Theme::apply() {
    const bool dark =
        choice_ == SchemeChoice::dark || (choice_ == SchemeChoice::followSystem && systemScheme_ == Scheme::dark);
    palette_ = paletteOf(dark ? Scheme::dark : Scheme::light, accent_);
    QApplication::setPalette(qtPaletteOf(palette_));
    QApplication::setFont(sans(type::body));
    application_.setStyleSheet(styleSheetOf(palette_, textScale_));
    Q_EMIT changed();
}

}  // namespace verdesk::ui
