#pragma once
// The look of the running application: scheme, accent and text scale, applied to QApplication in one go.
// There is one Theme, as there is one QApplication; `current()` is it, from its construction to its destruction. GUI
// thread only.

#include "ui/style/palette.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace verdesk::ui {

enum class SchemeChoice { followSystem, light, dark };

class Theme : public QObject {
    Q_OBJECT

public:
    // Loads the faces and applies the product's own look. The application must outlive the theme.
    explicit Theme(QApplication& application, SchemeChoice choice = SchemeChoice::followSystem);
    ~Theme() override;
    static Theme& current();

    const Palette& palette() const {
        return palette_;
    }
    Scheme scheme() const {
        return palette_.scheme;
    }
    SchemeChoice choice() const {
        return choice_;
    }
    double textScale() const {
        return textScale_;
    }

    // A size that has to grow with the text. Lines, radii and gaps do not.
    int scaled(int pixels) const;
    // The height of a control that holds one line of body text.
    int controlHeight() const;
    QFont sans(const TypeStep& step) const;
    QFont mono(const TypeStep& step) const;

    // Each applies at once and emits changed(), if something did change.
    void setChoice(SchemeChoice choice);
    void setAccent(const QColor& accent);  // the institution's; invalid: the product's own
    void setTextScale(double scale);       // held within 1 and 2
    // Whether controls show where the focus is: from the first key that moves or uses it until the mouse is pressed.
    // Fields always show it.
    bool showsFocus() const {
        return showsFocus_;
    }

    // What the system asks for, where Qt can tell (6.5 and later as it changes; before, as it was at the start).
    Scheme systemScheme() const {
        return systemScheme_;
    }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void setShowsFocus(bool shows);

    QApplication& application_;
    SchemeChoice choice_;
    Scheme systemScheme_;
    QColor accent_;
    double textScale_ = 1.0;
    bool showsFocus_ = false;
    Palette palette_;
};

}  // namespace verdesk::ui
