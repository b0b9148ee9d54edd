#pragma once
// The menu of whoever sits here: look, lock, leave, about.

#include "ui/style/theme.h"

#include <QMenu>

namespace verdesk::ui {

class PersonMenu : public QMenu {
    Q_OBJECT

public:
    explicit PersonMenu(QWidget* parent);

    // Marks what is in force.
    void setLook(SchemeChoice scheme, double textScale);

Q_SIGNALS:
    void schemeChosen(verdesk::ui::SchemeChoice scheme);
    void textScaleChosen(double scale);
    void lockAsked();
    void signOutAsked();
    void aboutAsked();

private:
    QAction* add(QMenu* menu, const QString& text, const char* name);

    QActionGroup* schemes_;
    QActionGroup* scales_;
};

}  // namespace verdesk::ui
