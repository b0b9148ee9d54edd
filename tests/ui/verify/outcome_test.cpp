#include "ui/verify/outcome_page.h"

#include "tests/support/registry.h"
#include "tests/ui/verify/samples.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class OutcomeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        page_ = std::make_unique<OutcomePage>();
        page_->resize(1150, 712);
        page_->show();
        connect(page_.get(), &CheckPage::staffDid, this, [this](desk::Event event) { events_ << event; });
    }
    void cleanup() {
        page_.reset();
        theme_.reset();
        events_.clear();
    }

    void everyDecline_hasItsOwnHeading_andSaysWhatToDo() {
        QSet<QString> headings;
        for (const auto& [decline, word] : wordsOf(claims::Decline{})) {
            if (decline == claims::Decline::sanctionsMatch || decline == claims::Decline::requestExpired) {
                continue;  // pages of their own
            }
            page_->setCheck(test::declinedCheck(decline));
            QVERIFY2(!headings.contains(text("outcomeHeading")), word.data());
            headings.insert(text("outcomeHeading"));
            QVERIFY2(!text("outcomeNext").isEmpty(), word.data());
            QVERIFY2(text("outcomeCode").contains(QString::fromUtf8(claims::infoOf(decline).code.data())), word.data());
        }
    }

    void everyFailure_hasItsOwnHeading() {
        QSet<QString> headings;
        for (const auto& [failure, word] : wordsOf(Failure{})) {
            page_->setCheck(test::failedCheck(failure));
            QVERIFY2(!headings.contains(text("outcomeHeading")), word.data());
            headings.insert(text("outcomeHeading"));
        }
    }

    void adviceDiffers_whereWhatToDoDiffers() {
        QSet<QString> advice;
        for (const auto decline :
             {claims::Decline::customerDeclined, claims::Decline::tokenNotFound, claims::Decline::tokenExpired,
              claims::Decline::tokenRevoked, claims::Decline::tokenAlreadyUsed, claims::Decline::wrongInstitution}) {
            page_->setCheck(test::declinedCheck(decline));
            advice.insert(text("outcomeNext"));
        }
        QCOMPARE(advice.size(), 6);
    }

    void closedWay_leadsToAnotherCheck_onEnter() {
        int another = 0;
        connect(page_.get(), &CheckPage::anotherCheckAsked, this, [&another] { ++another; });
        for (const auto decline : {claims::Decline::tokenRevoked, claims::Decline::wrongInstitution}) {
            page_->setCheck(test::declinedCheck(decline));
            page_->firstFocus()->setFocus();
            QTest::keyClick(page_->firstFocus(), Qt::Key_Return);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
            QVERIFY(page_->firstFocus()->x() < page_->findChild<QWidget*>(QStringLiteral("tryAgain"))->x());
        }
        QCOMPARE(another, 2);
        QCOMPARE(events_.size(), 0);
    }

    void expired_offersANewCode_onEnter() {
        page_->setCheck(test::sampleCheck(desk::Page::expired));
        QCOMPARE(text("outcomeHeading"), QStringLiteral("Request expired"));
        QCOMPARE(page_->findChild<QPushButton*>(QStringLiteral("tryAgain"))->text(), QStringLiteral("New code"));
        page_->firstFocus()->setFocus();
        QTest::keyClick(page_->firstFocus(), Qt::Key_Return);
        QCOMPARE(events_, QList<desk::Event>{desk::Event::newCode});
    }

    void declined_failedAndCancelled_tryAgain() {
        for (const auto& check : {test::declinedCheck(claims::Decline::tokenExpired),
                                  test::failedCheck(Failure::internal), test::sampleCheck(desk::Page::cancelled)}) {
            page_->setCheck(check);
            page_->findChild<QPushButton*>(QStringLiteral("tryAgain"))->click();
        }
        QCOMPARE(events_, (QList<desk::Event>{3, desk::Event::tryAgain}));
    }

    void providerDown_offersTheFallback_first() {
        page_->setContext(test::sampleContext());
        auto check = test::failedCheck(Failure::providerUnreachable);
        check.wanted.flow = "passport";
        page_->setCheck(check);
        auto* fallback = page_->findChild<QPushButton*>(QStringLiteral("useFallback"));
        QVERIFY(fallback->isVisible());
        QCOMPARE(page_->firstFocus(), fallback);
        int asked = 0;
        connect(page_.get(), &CheckPage::fallbackAsked, this, [&asked] { ++asked; });
        fallback->click();
        QCOMPARE(asked, 1);
        auto ours = test::failedCheck(Failure::internal);
        ours.wanted.flow = "passport";
        page_->setCheck(ours);
        QVERIFY(!fallback->isVisible());
    }

    void closing_cannotBeAskedTwice() {
        auto check = test::declinedCheck(claims::Decline::tokenExpired);
        check.closing = true;
        page_->setCheck(check);
        page_->findChild<QPushButton*>(QStringLiteral("closeCase"))->click();
        QCOMPARE(events_.size(), 0);
    }

private:
    QString text(const char* name) const {
        return page_->findChild<QLabel*>(QLatin1String{name})->text();
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<OutcomePage> page_;
    QList<desk::Event> events_;
};

VERDESK_TEST(OutcomeTest)
#include "outcome_test.moc"
