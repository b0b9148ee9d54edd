#include "ui/parts/button.h"

#include "tests/support/registry.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace verdesk::ui;

class ButtonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keys_onFocusedButton_pressIt() {
        Theme theme{*qApp, SchemeChoice::light};
        PrimaryButton button{QStringLiteral("Finish"), "finishButton"};
        QSignalSpy clicked{&button, &Button::clicked};
        button.show();
        QTest::keyClick(&button, Qt::Key_Return);
        QTest::keyClick(&button, Qt::Key_Enter);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 3);
        QCOMPARE(button.accessibleName(), QStringLiteral("Finish"));
    }

    void setWords_afterSetKey_keepsTheKey() {
        Theme theme{*qApp, SchemeChoice::light};
        QWidget window;
        SecondaryButton button{QStringLiteral("Cancel"), "cancelButton", &window};
        button.setKey(Qt::Key_Escape);
        const int before = button.sizeHint().width();
        button.setWords(QStringLiteral("Cancel the check"));
        QVERIFY(button.sizeHint().width() > before);
        QSignalSpy clicked{&button, &Button::clicked};
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(clicked.count(), 1);
    }

    void key_ofDisabledButton_doesNothing() {
        Theme theme{*qApp, SchemeChoice::light};
        QWidget window;
        SecondaryButton button{QStringLiteral("Cancel"), "cancelButton", &window};
        button.setKey(Qt::Key_Escape);
        button.setEnabled(false);
        QSignalSpy clicked{&button, &Button::clicked};
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(clicked.count(), 0);
    }
};

VERDESK_TEST(ButtonTest)
#include "button_test.moc"
