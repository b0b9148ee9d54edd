#pragma once
// The verify area with widgets that are none, and what a test looks for on its current page.

#include "tests/ui/support/gallery.h"
#include "tests/ui/verify/samples.h"
#include "tests/ui/verify/support/fake_widgets.h"
#include "ui/style/theme.h"
#include "ui/verify/verify_area.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QTest>

#include <memory>

namespace verdesk::test {

struct WidgetDesk {
    void open() {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        theme = std::make_unique<ui::Theme>(*qApp, ui::SchemeChoice::light);
        area = std::make_unique<ui::VerifyArea>();
        auto context = sampleContext();
        context.widgets = &widgets;
        context.hostOrigin = QUrl{QStringLiteral("https://desk.bank.example")};
        area->setContext(context);
        area->resize(1150, 712);
        area->show();
        QVERIFY(QTest::qWaitForWindowActive(area.get()));
    }
    void close() {
        area.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets.alive(), 0);
        widgets = {};
        theme.reset();
    }
    QAbstractButton* button(const char* name) const {
        auto* current = area->findChild<QStackedWidget*>()->currentWidget();
        return current->findChild<QAbstractButton*>(QString::fromLatin1(name));
    }
    QLabel* label(const char* name) const {
        auto* current = area->findChild<QStackedWidget*>()->currentWidget();
        return current->findChild<QLabel*>(QString::fromLatin1(name));
    }

    FakeWidgets widgets;
    std::unique_ptr<ui::Theme> theme;
    std::unique_ptr<ui::VerifyArea> area;
};

}  // namespace verdesk::test
