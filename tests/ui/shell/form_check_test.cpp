// Through the whole desk: a form before the check, people who are added to one, a check for known customers alone, and
// a case that is erased.

#include "desk/open_checks.h"
#include "tests/support/registry.h"
#include "tests/ui/shell/desk_driver.h"
#include "tests/ui/verify/support/fake_widgets.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

constexpr auto videoKey = Qt::Key_6;
constexpr auto knownKey = Qt::Key_7;

}  // namespace

class FormCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        bank_ = std::make_unique<test::FakeBank>();
        auto video = test::sampleFlows()[2];
        video.id = "video";
        video.title = {{{"en", "Video call"}}};
        video.forms = {test::sampleForm()};
        video.participants = true;
        auto again = test::sampleFlows()[2];
        again.id = "again";
        again.title = {{{"en", "Face again"}}};
        again.account = "live";
        again.needsKnown = true;
        bank_->flows().push_back(video);
        bank_->flows().push_back(again);
        widgets_ = {};
        DeskOptions options;
        options.widgets = &widgets_;
        driver_ = std::make_unique<test::DeskDriver>(*bank_, std::move(options));
        QVERIFY(driver_->ready());
    }
    void cleanup() {
        driver_.reset();
        bank_.reset();
    }

    void form_filledInByKeys_goesWithTheStart() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", videoKey));
        QVERIFY(driver_->waitFor("formPage"));
        QVERIFY(bank_->cases().empty());
        driver_->press(Qt::Key_Down);
        driver_->press(Qt::Key_Down);
        QVERIFY(driver_->tabTo("answer.explain"));
        driver_->type("An inheritance");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("widgetView"));
        const auto sent = bank_->wire().seen("POST", "/cases/case-1/verifications").front().document();
        QVERIFY(sent["answers"] ==
                (nlohmann::json{{"source", {"other"}}, {"explain", {"An inheritance"}}, {"papers", {"slip"}}}));
    }

    void form_left_isThereAgain_andSoIsTheVisit() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", videoKey));
        QVERIFY(driver_->waitFor("formPage"));
        driver_->press(Qt::Key_Down);
        driver_->press(Qt::Key_Down);
        QVERIFY(driver_->tabTo("answer.explain"));
        driver_->type("An inheritance");
        driver_->press(Qt::Key_Escape);
        QVERIFY(driver_->waitFor("referenceField"));
        QCOMPARE(driver_->textOf("referenceField"), QStringLiteral("C-2231-884"));
        driver_->press(videoKey, Qt::AltModifier);
        QVERIFY(driver_->waitFor("formPage"));
        QCOMPARE(driver_->textOf("answer.explain"), QStringLiteral("An inheritance"));
    }

    void form_keptWhileAnotherCustomerIsServed() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", videoKey));
        QVERIFY(driver_->waitFor("formPage"));
        QVERIFY(driver_->tabTo("answer.papers.tax"));
        driver_->press(Qt::Key_Space);
        driver_->press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("referenceField"));
        QVERIFY(driver_->textOf("referenceField").isEmpty());
        QVERIFY(driver_->startCheck("C-1111-111", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        const auto form = driver_->desk().checks().at(0)->id;
        driver_->find<QAbstractButton>(qPrintable(QStringLiteral("runningCheck.%1").arg(form)))->click();
        QVERIFY(driver_->waitFor("formPage"));
        QVERIFY(driver_->find<QAbstractButton>("answer.papers.tax")->isChecked());
        driver_->press(Qt::Key_Escape);
        QVERIFY(driver_->waitFor("referenceField"));
        QCOMPARE(driver_->textOf("referenceField"), QStringLiteral("C-2231-884"));
    }

    void wrongAnswer_isSaidAtItsQuestion() {
        QVERIFY(driver_->signIn("teller"));
        bank_->wire().next("POST", "/cases/case-1/verifications",
                           test::Reply::problem(400, "member-invalid", {{"member", "answers.source"}}));
        QVERIFY(driver_->startCheck("C-2231-884", videoKey));
        QVERIFY(driver_->waitFor("formPage"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("answer.sourceError"));
        QTRY_VERIFY(driver_->textOf("answer.sourceError").contains(QLatin1String("does not take")));
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("answer.source"));
        driver_->press(Qt::Key_Down);
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("widgetView"));
        QCOMPARE(bank_->cases().size(), size_t{1});
    }

    void participant_getsAPageOfTheirOwn_belowTheCheck() {
        QVERIFY(driver_->signIn("teller"));
        startVideo();
        QVERIFY(driver_->tabTo("addParticipant"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("formPage"));
        driver_->press(Qt::Key_Return);
        QTRY_COMPARE(widgets_.alive(), 2);
        QTRY_VERIFY(driver_->textOf("pageTitle").contains(QLatin1String("Participant 1")));
        QVERIFY(!driver_->sees("addParticipant"));
        const auto& all = bank_->cases().begin()->second.verifications;
        QCOMPARE(all.size(), size_t{2});
        QVERIFY(all[1].parent == all[0].id);
        const auto host = driver_->desk().checks().at(0)->id;
        driver_->find<QAbstractButton>(qPrintable(QStringLiteral("runningCheck.%1").arg(host)))->click();
        QVERIFY(driver_->waitFor("addParticipant"));
    }

    void participantRefused_isSaidOnTheCheckThatTheyWereAddedTo() {
        QVERIFY(driver_->signIn("teller"));
        startVideo();
        bank_->wire().next("POST", "/cases/case-1/verifications", test::Reply::problem(409, "verification-over"));
        driver_->find<QAbstractButton>("addParticipant")->click();
        QVERIFY(driver_->waitFor("formPage"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("problemBanner"));
        QVERIFY(driver_->sees("addParticipant"));
        QCOMPARE(driver_->desk().checks().rowCount(), 1);
    }

    void knownCustomer_isFoundOutFromTheirCases() {
        auto known = test::sampleCase("case-0", "C-2231-884");
        known.summary.state = CaseState::closed;
        known.knownAt = {"live"};
        bank_->cases()["case-0"] = known;
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-1111-111", knownKey));
        QTRY_VERIFY(card()->toolTip().contains(QLatin1String("does not know them")));
        QVERIFY(driver_->sees("referenceField"));
        driver_->find<QLineEdit>("referenceField")->setFocus();
        driver_->find<QLineEdit>("referenceField")->selectAll();
        driver_->type("C-2231-884");
        QTRY_VERIFY(card()->toolTip().isEmpty());
        driver_->press(knownKey, Qt::AltModifier);
        QVERIFY(driver_->waitFor("widgetView"));
    }

    void erase_byAnOfficer_leavesWhatIsLeft() {
        auto closed = test::sampleCase("case-0", "C-2231-884");
        closed.summary.state = CaseState::closed;
        bank_->cases()["case-0"] = closed;
        QVERIFY(driver_->signIn("officer"));
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("cases.table"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("case.erase"));
        QVERIFY(driver_->tabTo("case.erase"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("erase.reason"));
        driver_->type("The customer asked for it");
        driver_->press(Qt::Key_Tab);
        driver_->press(Qt::Key_Space);
        QVERIFY(driver_->tabTo("erase.confirm"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("case.erased"));
        QVERIFY(!driver_->sees("erase"));
        QCOMPARE(driver_->textOf("pageTitle"), QStringLiteral("K7-204"));
        QCOMPARE(bank_->cases()["case-0"].erasure->reason, std::string{"The customer asked for it"});
    }

private:
    QAbstractButton* card() {
        return driver_->find<QAbstractButton>("flowCard.again.widget");
    }
    void startVideo() {
        QVERIFY(driver_->startCheck("C-2231-884", videoKey));
        QVERIFY(driver_->waitFor("formPage"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("widgetView"));
    }

    test::FakeWidgets widgets_;
    std::unique_ptr<test::FakeBank> bank_;
    std::unique_ptr<test::DeskDriver> driver_;
};

VERDESK_TEST(FormCheckTest)
#include "form_check_test.moc"
