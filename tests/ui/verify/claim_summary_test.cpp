#include "ui/verify/claim_summary_page.h"

#include "tests/support/registry.h"
#include "tests/ui/verify/samples.h"
#include "ui/parts/claim_table.h"
#include "ui/parts/score_panel.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class ClaimSummaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        page_ = std::make_unique<ClaimSummaryPage>();
        page_->resize(1150, 712);
        page_->show();
        QVERIFY(QTest::qWaitForWindowActive(page_.get()));
        connect(page_.get(), &CheckPage::staffDid, this, [this](desk::Event event) { events_ << event; });
    }
    void cleanup() {
        page_.reset();
        theme_.reset();
        events_.clear();
    }

    void pass_enterFinishesAndCloses() {
        page_->setCheck(test::sampleCheck(desk::Page::summary));
        QCOMPARE(text("pageTitle"), QStringLiteral("Proven"));
        QVERIFY(page_->findChild<QWidget*>(QStringLiteral("reasonsCard"))->isHidden());
        page_->findChild<QWidget*>(QStringLiteral("claimTable"))->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(events_, QList<desk::Event>{desk::Event::closeCase});
    }

    void withoutDocuments_bothColumnsBeginAtOneHeight() {
        page_->setCheck(test::sampleCheck(desk::Page::summary));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
        const auto topOf = [this](const QWidget* widget) { return widget->mapTo(page_.get(), QPoint{}).y(); };
        // Each in its card: the table runs to the card's edge, the score keeps its distance.
        const auto* table = page_->findChild<QWidget*>(QStringLiteral("claimTable"))->parentWidget();
        QCOMPARE(topOf(table), topOf(page_->findChild<ScorePanel*>()->parentWidget()));
    }

    void review_saysWhy_andLeavesTheCaseOpen() {
        page_->setCheck(test::reviewCheck());
        QCOMPARE(text("pageTitle"), QStringLiteral("Needs a second look"));
        QVERIFY(text("reasonsText").contains(QStringLiteral("Identity")));
        QVERIFY(text("reasonsText").contains(QStringLiteral("fraud risk")));
        page_->firstFocus()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(events_, QList<desk::Event>{desk::Event::next});
    }

    void verdicts_haveTheirOwnHeadings() {
        QSet<QString> headings;
        for (const auto verdict : {claims::Verdict::pass, claims::Verdict::review, claims::Verdict::fail}) {
            auto check = test::sampleCheck(desk::Page::summary);
            check.verification->verdict = verdict;
            page_->setCheck(check);
            headings.insert(text("pageTitle"));
        }
        QCOMPARE(headings.size(), 3);
    }

    void enter_onAnotherButton_pressesThatOne() {
        page_->setCheck(test::sampleCheck(desk::Page::summary));
        QSignalSpy another{page_.get(), &CheckPage::anotherCheckAsked};
        page_->findChild<QWidget*>(QStringLiteral("anotherCheck"))->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(another.count(), 1);
        QCOMPARE(events_.size(), 0);
    }

    void proof_saysHowTheResultCame_data() {
        QTest::addColumn<int>("channel");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<bool>("confirmed");
        QTest::addColumn<QString>("heading");
        using claims::Channel;
        QTest::newRow("signed") << int(Channel::webhook) << true << true << QStringLiteral("Signature checked");
        QTest::newRow("unsigned") << int(Channel::webhook) << false << false << QStringLiteral("Not signed");
        QTest::newRow("unsigned, confirmed")
            << int(Channel::webhook) << false << true << QStringLiteral("Confirmed by a call");
        QTest::newRow("call") << int(Channel::verify) << false << false << QStringLiteral("Asked directly");
    }
    void proof_saysHowTheResultCame() {
        QFETCH(int, channel);
        QFETCH(bool, isSigned);
        QFETCH(bool, confirmed);
        QFETCH(QString, heading);
        auto check = test::sampleCheck(desk::Page::summary);
        auto& proof = *check.verification->proof;
        proof.channel = static_cast<claims::Channel>(channel);
        proof.isSigned = isSigned;
        if (!confirmed) {
            proof.confirmedAt.reset();
        }
        page_->setCheck(check);
        QCOMPARE(text("proofHeading"), heading);
    }

    void qrSession_decidedByAToken_isCalledByTheToken() {
        auto check = test::sampleCheck(desk::Page::summary);
        page_->setCheck(check);
        QVERIFY(text("pageSubtitle").contains(QStringLiteral("PASSID by QR code")));
        check.verification->proof->channel = claims::Channel::verify;
        page_->setCheck(check);
        QVERIFY(text("pageSubtitle").contains(QStringLiteral("PASSID by token")));
    }

    void hiddenClaims_areCovered_untilAskedFor() {
        auto check = test::sampleCheck(desk::Page::summary);
        check.claimsHidden = true;
        page_->setCheck(check);
        QVERIFY(page_->findChild<ClaimTable*>()->valuesHidden());
        QSignalSpy asked{page_.get(), &CheckPage::showClaimsAsked};
        page_->findChild<QPushButton*>(QStringLiteral("showClaims"))->click();
        QCOMPARE(asked.count(), 1);
        check.claimsHidden = false;
        page_->setCheck(check);
        QVERIFY(!page_->findChild<ClaimTable*>()->valuesHidden());
    }

    void score_betweenThresholds_isSaidInWords_andDrawn() {
        page_->setCheck(test::watchlistCheck());
        QCOMPARE(text("scoreBand"), QStringLiteral("Between 0.4 and 0.8: a person judges."));
        const auto* bar = page_->findChild<QWidget*>(QStringLiteral("rangeBar"));
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->accessibleName(),
                 QStringLiteral("0.62 on a scale from 0 to 1. Between 0.4 and 0.8: a person judges."));
        page_->setValuesHidden(true);
        QVERIFY(!page_->findChild<QWidget*>(QStringLiteral("scoreBand"))->isVisible());
    }

    void watchlist_entriesStandWithTheirSources_andAreCoveredWithTheRest() {
        page_->setCheck(test::watchlistCheck());
        const auto* card = page_->findChild<QWidget*>(QStringLiteral("watchlistCard"));
        QVERIFY(card->isVisible());
        auto* first = page_->findChild<QLabel*>(QStringLiteral("watchlist.1"));
        QVERIFY(first->text().contains(QStringLiteral("lists.example")));
        QVERIFY(first->accessibleName().startsWith(QStringLiteral("OFAC SDN: ")));
        const auto* second = page_->findChild<QLabel*>(QStringLiteral("watchlist.2"));
        QVERIFY(second->accessibleName().startsWith(QStringLiteral("In the press: ")));
        page_->setValuesHidden(true);
        QVERIFY(!first->isVisible());
    }

    void whatCameAlong_isForSupport_andNoClaim() {
        page_->setCheck(test::watchlistCheck());
        QVERIFY(text("diagnosticsText").contains(QStringLiteral("Browser: Mozilla/5.0")));
        const auto began = QDateTime::fromString(QStringLiteral("2026-11-20T09:42:08Z"), Qt::ISODate).toLocalTime();
        QVERIFY(text("diagnosticsText")
                    .contains(QStringLiteral("Started: ") + QLocale{}.toString(began, QLocale::ShortFormat)));
        QVERIFY(!labels().contains(QStringLiteral("User agent")));
        QVERIFY(!labels().contains(QStringLiteral("Watch list entry")));
        page_->setCheck(test::sampleCheck(desk::Page::summary));
        QVERIFY(!page_->findChild<QWidget*>(QStringLiteral("diagnosticsText"))->isVisible());
        QVERIFY(!page_->findChild<QWidget*>(QStringLiteral("watchlistCard"))->isVisible());
    }

    void rejected_isSaidInWords() {
        page_->setCheck(test::rejectedCheck());
        QCOMPARE(text("pageTitle"), QStringLiteral("Not proven"));
        QVERIFY(text("reasonsText").contains(QStringLiteral("did not accept")));
        QCOMPARE(text("scoreBand"), QStringLiteral("Below 0.4: the provider declines by itself."));
        QCOMPARE(labels().front(), QStringLiteral("Provider's decision"));
        QVERIFY(labels().contains(QStringLiteral("Where does the money come from?")));
    }

private:
    QStringList labels() const {
        const auto* model = page_->findChild<ClaimTable*>()->model();
        QStringList labels;
        for (int row = 0; row < model->rowCount(); ++row) {
            labels << model->index(row, 0).data().toString();
        }
        return labels;
    }
    QString text(const char* name) const {
        return page_->findChild<QLabel*>(QLatin1String{name})->text();
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<ClaimSummaryPage> page_;
    QList<desk::Event> events_;
};

VERDESK_TEST(ClaimSummaryTest)
#include "claim_summary_test.moc"
