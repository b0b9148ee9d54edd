#include "ui/verify/token_page.h"

#include "tests/support/registry.h"
#include "tests/ui/verify/samples.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class TokenPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        page_ = std::make_unique<TokenPage>();
        page_->setCheck(test::sampleCheck(desk::Page::token));
        page_->resize(1150, 712);
        page_->show();
        QVERIFY(QTest::qWaitForWindowActive(page_.get()));
        submitted_ = std::make_unique<QSignalSpy>(page_.get(), &CheckPage::tokenSubmitted);
    }
    void cleanup() {
        submitted_.reset();
        page_.reset();
        theme_.reset();
    }

    void scannerBurst_whileAButtonHasTheFocus_reachesTheField() {
        page_->findChild<QWidget*>(QStringLiteral("backToQr"))->setFocus();
        const auto burst = QStringLiteral("passid-ab3x-7yqm-k9pq-3mnx");
        for (const QChar c : burst) {
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(submitted_->count(), 1);
        QCOMPARE(submitted_->front().front().toString(), QStringLiteral("PASSID-AB3X-7YQM-K9PQ-3MNX"));
    }

    void sendButton_sendsWhatWasTyped() {
        QTest::keyClicks(line(), QStringLiteral("ke8v3txyz72l"));
        page_->findChild<QPushButton*>(QStringLiteral("sendToken"))->click();
        QCOMPARE(submitted_->count(), 1);
        QCOMPARE(submitted_->front().front().toString(), QStringLiteral("KE8V-3TXY-Z72L"));
        QVERIFY(line()->text().isEmpty());
    }

    void anotherCheck_doesNotSeeWhatWasTyped() {
        QTest::keyClicks(line(), QStringLiteral("KE8V"));
        page_->setCheck(test::sampleCheck(desk::Page::token, 2));
        QVERIFY(line()->text().isEmpty());
    }

    void sameCheck_changed_keepsWhatWasTyped() {
        QTest::keyClicks(line(), QStringLiteral("KE8V"));
        auto check = test::sampleCheck(desk::Page::token);
        check.offline = true;
        page_->setCheck(check);
        QCOMPARE(line()->text(), QStringLiteral("KE8V"));
        QVERIFY(page_->findChild<QWidget*>(QStringLiteral("problemBanner"))->isVisible());
    }

    void hidden_page_keepsNoToken() {
        QTest::keyClicks(line(), QStringLiteral("KE8V"));
        page_->hide();
        QVERIFY(line()->text().isEmpty());
    }

    void hidden_page_givesWhatWasTypedAway_andGetsItBack() {
        QString kept;
        connect(page_.get(), &CheckPage::tokenLeft, this, [&kept](int, const QString& typed) { kept = typed; });
        connect(page_.get(), &CheckPage::tokenWanted, this, [&] { page_->giveToken(kept); });
        QTest::keyClicks(line(), QStringLiteral("ke8v"));
        page_->hide();
        QCOMPARE(kept, QStringLiteral("KE8V"));
        QVERIFY(line()->text().isEmpty());
        page_->show();
        QCOMPARE(line()->text(), QStringLiteral("KE8V"));
    }

    void token_givenBack_isNeverWrittenOverWhatIsTyped() {
        QTest::keyClicks(line(), QStringLiteral("NG4M"));
        page_->giveToken(QStringLiteral("KE8V"));
        QCOMPARE(line()->text(), QStringLiteral("NG4M"));
    }

    void backToQr_isThere_onlyWithAQrCode() {
        QList<desk::Event> events;
        connect(page_.get(), &CheckPage::staffDid, this, [&events](desk::Event event) { events << event; });
        auto* back = page_->findChild<QPushButton*>(QStringLiteral("backToQr"));
        back->click();
        QCOMPARE(events, QList<desk::Event>{desk::Event::backToQr});
        auto check = test::sampleCheck(desk::Page::token);
        check.verification->launches.erase(check.verification->launches.begin());
        page_->setCheck(check);
        QVERIFY(back->isHidden());
    }

private:
    QLineEdit* line() const {
        return page_->findChild<QLineEdit*>(QStringLiteral("tokenLine"));
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<TokenPage> page_;
    std::unique_ptr<QSignalSpy> submitted_;
};

VERDESK_TEST(TokenPageTest)
#include "token_page_test.moc"
