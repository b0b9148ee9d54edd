#include "ui/verify/verify_area.h"

#include "tests/support/registry.h"
#include "tests/ui/verify/samples.h"
#include "tests/ui/verify/support/fake_widgets.h"
#include "ui/style/theme.h"
#include "ui/verify/new_check_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class VerifyAreaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        area_ = std::make_unique<VerifyArea>();
        auto context = test::sampleContext();
        context.widgets = &widgets_;
        area_->setContext(context);
        area_->resize(1150, 712);
        area_->show();
        QVERIFY(QTest::qWaitForWindowActive(area_.get()));
    }
    void cleanup() {
        area_.reset();
        theme_.reset();
    }

    void destroyedWhileATokenIsTyped_tellsNobody() {
        area_->showCheck(test::sampleCheck(desk::Page::token));
        auto* line = area_->findChild<QLineEdit*>(QStringLiteral("tokenLine"));
        QTest::keyClicks(line, QStringLiteral("PASSID"));
        QSignalSpy left{area_.get(), &VerifyArea::tokenLeft};
        area_.reset();
        QCOMPARE(left.count(), 0);
    }

    void everyPage_ofTheTable_hasItsWidget_data() {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("widget");
        const auto row = [](desk::Page page, const char* widget) {
            QTest::newRow(toWord(page).data()) << static_cast<int>(page) << QString::fromLatin1(widget);
        };
        row(desk::Page::newCheck, "newCheckPage");
        row(desk::Page::form, "formPage");
        row(desk::Page::requesting, "waitingPage");
        row(desk::Page::qr, "qrSessionPage");
        row(desk::Page::token, "tokenPage");
        row(desk::Page::browser, "widgetPage");
        row(desk::Page::verifying, "waitingPage");
        row(desk::Page::summary, "claimSummaryPage");
        row(desk::Page::declined, "outcomePage");
        row(desk::Page::expired, "outcomePage");
        row(desk::Page::cancelled, "outcomePage");
        row(desk::Page::failed, "outcomePage");
        row(desk::Page::blocked, "blockedPage");
    }
    void everyPage_ofTheTable_hasItsWidget() {
        QFETCH(int, page);
        QFETCH(QString, widget);
        area_->showCheck(test::sampleCheck(static_cast<desk::Page>(page)));
        QCOMPARE(area_->findChild<QStackedWidget*>()->currentWidget()->objectName(), widget);
        QVERIFY(QApplication::focusWidget() != nullptr);
        QVERIFY(area_->isAncestorOf(QApplication::focusWidget()));
    }

    void everyControl_onEveryPage_hasNameAndAccessibleName() {
        for (const auto& [page, word] : wordsOf(desk::Page{})) {
            area_->showCheck(test::sampleCheck(page));
            for (const auto* widget : area_->findChildren<QWidget*>()) {
                if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)) {
                    const auto where = QString::fromUtf8(word.data()) + QStringLiteral(": ") +
                                       QString::fromUtf8(widget->metaObject()->className());
                    QVERIFY2(!widget->objectName().isEmpty(), qPrintable(where));
                    QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(where));
                }
            }
        }
    }

    void tab_onEveryPage_reachesEveryControl() {
        for (const auto& [page, word] : wordsOf(desk::Page{})) {
            area_->showCheck(test::sampleCheck(page));
            QSet<const QWidget*> wanted;
            for (const auto* widget : area_->findChildren<QWidget*>()) {
                if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
                    widget->focusProxy() == nullptr) {
                    wanted.insert(widget);
                }
            }
            for (int step = 0; step < 60 && !wanted.isEmpty(); ++step) {
                wanted.remove(QApplication::focusWidget());
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            }
            for (const auto* left : wanted) {
                QFAIL(qPrintable(QString::fromUtf8(word.data()) + u' ' + left->objectName()));
            }
        }
    }

    void signals_carryTheCheckThatIsShown() {
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        area_->showCheck(test::sampleCheck(desk::Page::qr, 7));
        area_->findChild<QAbstractButton*>(QStringLiteral("enterToken"))->click();
        QCOMPARE(did.count(), 1);
        QCOMPARE(did.front().front().toInt(), 7);
    }

    void running_checks_areInTheStrip_andCanBeChosen() {
        const auto one = test::sampleCheck(desk::Page::qr, 1);
        auto two = test::sampleCheck(desk::Page::token, 2);
        two.reference = "C-1180-374";
        area_->showCheck(one);
        area_->setRunning({&one, &two});
        auto* second = area_->findChild<QAbstractButton*>(QStringLiteral("runningCheck.2"));
        QVERIFY(second->isVisible());
        QVERIFY(second->accessibleName().contains(QStringLiteral("C-1180-374")));
        QSignalSpy selected{area_.get(), &VerifyArea::selected};
        QTest::keyClick(second, Qt::Key_Return);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.front().front().toInt(), 2);
        area_->setRunning({&one});
        QVERIFY(area_->findChild<QAbstractButton*>(QStringLiteral("runningCheck.2")) == nullptr ||
                !second->isVisible());
    }

    void change_onTheSamePage_leavesTheFocusAlone() {
        auto check = test::sampleCheck(desk::Page::qr);
        area_->showCheck(check);
        auto* token = area_->findChild<QWidget*>(QStringLiteral("enterToken"));
        token->setFocus();
        check.offline = true;
        area_->showCheck(check);
        QCOMPARE(QApplication::focusWidget(), token);
    }

    void newCheck_whileOthersRun_keepsWhatWasTyped() {
        area_->showNewCheck();
        auto* reference = area_->findChild<QLineEdit*>(QStringLiteral("referenceField"));
        QTest::keyClicks(reference, QStringLiteral("C-22"));
        area_->showCheck(test::sampleCheck(desk::Page::qr));
        area_->showNewCheck();
        QCOMPARE(reference->text(), QStringLiteral("C-22"));
    }

    void clear_forgetsPagesAndForm() {
        area_->showCheck(test::sampleCheck(desk::Page::summary));
        area_->clear();
        QCOMPARE(area_->current(), 0);
        QVERIFY(area_->findChild<QWidget*>(QStringLiteral("claimSummaryPage")) == nullptr);
    }

private:
    test::FakeWidgets widgets_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<VerifyArea> area_;
};

VERDESK_TEST(VerifyAreaTest)
#include "verify_area_test.moc"
