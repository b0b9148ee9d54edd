#pragma once
// Drives the true window as a person does: finds visible controls by objectName, presses keys.

#include "tests/desk/support/fake_bank.h"
#include "ui/shell/desk_application.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QTest>

namespace verdesk::test {

class DeskDriver {
public:
    // `practice`: the options' own backend instead of the bank.
    explicit DeskDriver(FakeBank& bank, ui::DeskOptions options = {}, bool practice = false) {
        if (!practice && !options.settings) {
            options.settings = desk::Settings{bank.wire().address(), QStringLiteral("counter 3"), {}, {}, {}};
        }
        if (!options.openUrl) {
            options.openUrl = [this](const QUrl& url) { opened_ << url; };
        }
        desk_ = std::make_unique<ui::DeskApplication>(*qApp, std::move(options));
        desk_->show();
    }

    ui::DeskApplication& desk() {
        return *desk_;
    }
    ui::MainWindow& window() {
        return desk_->window();
    }
    const QList<QUrl>& opened() const {
        return opened_;
    }
    bool ready() {
        return QTest::qWaitForWindowActive(&window());
    }

    // The visible control of that name, or null.
    template <class Widget = QWidget>
    Widget* find(const char* name) {
        for (auto* each : window().findChildren<Widget*>(QLatin1String{name})) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    bool sees(const char* name) {
        return find(name) != nullptr;
    }
    bool waitFor(const char* name, int ms = 5000) {
        return QTest::qWaitFor([this, name] { return sees(name); }, ms);
    }
    bool waitUntilGone(const char* name, int ms = 5000) {
        return QTest::qWaitFor([this, name] { return !sees(name); }, ms);
    }
    QString textOf(const char* name) {
        const auto* widget = find(name);
        return widget == nullptr ? QString{} : widget->property("text").toString();
    }

    // To whatever has the focus, as a keyboard does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(target(), key, modifiers);
    }
    void type(const char* text) {
        QTest::keyClicks(target(), QLatin1String{text});
    }
    // Tab until that control has the focus; false where Tab never reaches it.
    bool tabTo(const char* name) {
        for (int i = 0; i < 80; ++i) {
            const auto* focused = QApplication::focusWidget();
            if (focused != nullptr && focused->objectName() == QLatin1String{name}) {
                return true;
            }
            press(Qt::Key_Tab);
        }
        return false;
    }

    bool signIn(const char* name) {
        if (!waitFor("signIn.name")) {
            return false;
        }
        type(name);
        press(Qt::Key_Tab);
        type("practice");
        press(Qt::Key_Return);
        return waitFor("referenceField") && waitFor("flowCard.passid.qr");
    }
    // Fills the form by keys and starts the flow with that Alt key.
    bool startCheck(const char* reference, Qt::Key flow) {
        press(Qt::Key_N, Qt::ControlModifier);
        if (!tabTo("referenceField")) {
            return false;
        }
        type(reference);
        if (!tabTo("purposeBox")) {
            return false;
        }
        press(Qt::Key_Down);
        if (!tabTo("consentBox")) {
            return false;
        }
        press(Qt::Key_Space);
        if (!tabTo("attestationBox")) {
            return false;
        }
        press(Qt::Key_Space);
        press(flow, Qt::AltModifier);
        return true;
    }

private:
    QWidget* target() {
        auto* focused = QApplication::focusWidget();
        return focused != nullptr ? focused : &window();
    }

    std::unique_ptr<ui::DeskApplication> desk_;
    QList<QUrl> opened_;
};

}  // namespace verdesk::test
