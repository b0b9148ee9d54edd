#include "ui/style/theme.h"

#include "tests/support/registry.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/tabular.h"

#include <QApplication>
#include <QFontInfo>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk::ui;

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faces_fromResources_areTheOnesUsed() {
        QVERIFY(loadFonts());
        QCOMPARE(QFontInfo{sansFont(type::body, 1)}.family(), sansFamily());
        QCOMPARE(QFontInfo{monoFont(type::code, 1)}.family(), monoFamily());
        QVERIFY(QFontInfo{monoFont(type::code, 1)}.fixedPitch());
    }

    void setChoice_dark_appliesAndTells() {
        Theme theme{*qApp, SchemeChoice::light};
        QSignalSpy changed{&theme, &Theme::changed};
        theme.setChoice(SchemeChoice::dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(theme.scheme(), Scheme::dark);
        QCOMPARE(qApp->palette().color(QPalette::Window), darkColours().background);
        theme.setChoice(SchemeChoice::dark);
        QCOMPARE(changed.count(), 1);
    }

    void setChoice_followSystem_isTheSystems() {
        Theme theme{*qApp, SchemeChoice::followSystem};
        QCOMPARE(theme.scheme(), theme.systemScheme());
    }

    void setTextScale_growsTextAndControls_andIsHeld() {
        Theme theme{*qApp, SchemeChoice::light};
        QCOMPARE(theme.controlHeight(), metrics::control);
        theme.setTextScale(2);
        QCOMPARE(theme.sans(type::body).pixelSize(), 28);
        QVERIFY(theme.controlHeight() >= 60);
        theme.setTextScale(9);
        QCOMPARE(theme.textScale(), 2.0);
        theme.setTextScale(0.2);
        QCOMPARE(theme.textScale(), 1.0);
    }

    void styleSheet_everyToken_isReplaced() {
        Theme theme{*qApp, SchemeChoice::dark};
        QVERIFY(!qApp->styleSheet().contains(u'@'));
    }

    void focus_isShown_fromTheFirstKey_untilTheMouse() {
        Theme theme{*qApp, SchemeChoice::light};
        QWidget window;
        window.show();
        QVERIFY(!theme.showsFocus());
        QTest::keyClick(&window, Qt::Key_A);
        QVERIFY(!theme.showsFocus());
        QTest::keyClick(&window, Qt::Key_Tab);
        QVERIFY(theme.showsFocus());
        QTest::mouseClick(&window, Qt::LeftButton);
        QVERIFY(!theme.showsFocus());
    }

    void icons_everyOne_isInTheResourcesAndPaints() {
        for (int i = 0; i <= static_cast<int>(Icon::settings); ++i) {
            const auto pixmap = iconPixmap(static_cast<Icon>(i), Qt::red, 20, 2);
            QVERIFY2(!pixmap.isNull(), qPrintable(iconPath(static_cast<Icon>(i))));
            QCOMPARE(pixmap.size(), QSize(40, 40));
            const auto image = pixmap.toImage();
            bool painted = false;
            for (int y = 0; y < image.height() && !painted; ++y) {
                for (int x = 0; x < image.width() && !painted; ++x) {
                    painted = image.pixelColor(x, y).alpha() > 200;
                }
            }
            QVERIFY2(painted, qPrintable(iconPath(static_cast<Icon>(i))));
        }
    }

    void tabularWidth_anyDigits_isTheSame() {
        loadFonts();
        const auto font = sansFont(type::strong, 1);
        QCOMPARE(tabularWidth(font, QStringLiteral("1:11")), tabularWidth(font, QStringLiteral("8:88")));
        QVERIFY(tabularWidth(font, QStringLiteral("10:00")) > tabularWidth(font, QStringLiteral("1:00")));
    }
};

VERDESK_TEST(ThemeTest)
#include "theme_test.moc"
