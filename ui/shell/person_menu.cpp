#include "ui/shell/person_menu.h"

#include <QActionGroup>
#include <QLocale>

#include <array>
#include <utility>

namespace verdesk::ui {
namespace {
constexpr std::array<int, 4> textPercents{100, 125, 150, 200};
}

PersonMenu::PersonMenu(QWidget* parent)
    : QMenu{parent}, schemes_{new QActionGroup{this}}, scales_{new QActionGroup{this}} {
    setObjectName(QStringLiteral("menu"));
    auto* look = addMenu(tr("Theme"));
    look->setObjectName(QStringLiteral("menu.theme"));
    const std::array<std::pair<SchemeChoice, QAction*>, 3> schemes{
        {{SchemeChoice::followSystem, add(look, tr("As the system"), "menu.themeSystem")},
         {SchemeChoice::light, add(look, tr("Light"), "menu.themeLight")},
         {SchemeChoice::dark, add(look, tr("Dark"), "menu.themeDark")}}};
    for (const auto& [scheme, action] : schemes) {
        action->setCheckable(true);
        action->setData(static_cast<int>(scheme));
        schemes_->addAction(action);
    }
    auto* text = addMenu(tr("Text size"));
    text->setObjectName(QStringLiteral("menu.text"));
    for (const auto percent : textPercents) {
        //: %1 is a number: the size of the text in per cent
        auto* action = add(text, tr("%1 %").arg(percent), "menu.text");
        action->setObjectName(QStringLiteral("menu.text%1").arg(percent));
        action->setCheckable(true);
        action->setData(percent);
        scales_->addAction(action);
    }
    addSeparator();
    // The keys are the window's (they work with the menu closed); here they are only told.
    connect(add(this,
                tr("Lock") + QLatin1Char('\t') + QKeySequence{Qt::CTRL | Qt::Key_L}.toString(QKeySequence::NativeText),
                "menu.lock"),
            &QAction::triggered, this, &PersonMenu::lockAsked);
    connect(add(this, tr("Sign out"), "menu.signOut"), &QAction::triggered, this, &PersonMenu::signOutAsked);
    addSeparator();
    connect(add(this, tr("About Verdesk"), "menu.about"), &QAction::triggered, this, &PersonMenu::aboutAsked);
    connect(schemes_, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT schemeChosen(static_cast<SchemeChoice>(action->data().toInt())); });
    connect(scales_, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT textScaleChosen(action->data().toInt() / 100.0); });
}

QAction* PersonMenu::add(QMenu* menu, const QString& text, const char* name) {
    auto* action = menu->addAction(text);
    action->setObjectName(QLatin1String{name});
    return action;
}

void PersonMenu::setLook(SchemeChoice scheme, double textScale) {
    for (auto* action : schemes_->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(scheme));
    }
    for (auto* action : scales_->actions()) {
        action->setChecked(action->data().toInt() == qRound(textScale * 100));
    }
}

}  // namespace verdesk::ui
