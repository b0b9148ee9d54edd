#include "ui/cases/case_list_page.h"

#include "tests/desk/support/samples.h"
#include "tests/support/registry.h"
#include "ui/cases/case_list_model.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

std::vector<CaseSummary> threeCases() {
    auto first = test::sampleSummary("case-1", "C-2231-884");
    first.verdict = claims::Verdict::pass;
    first.flows = {"passid"};
    first.lastState = State::completed;
    auto second = test::sampleSummary("case-2", "C-2231-871");
    second.number = "K7-203";
    second.verdict = claims::Verdict::blocked;
    second.flows = {"passid-token"};
    second.lastState = State::declined;
    auto third = test::sampleSummary("case-3", "C-0911-102");
    third.number = "K7-202";
    third.state = CaseState::closed;
    third.verdict = claims::Verdict::review;
    third.decision = DecisionKind::approve;
    return {first, second, third};
}

}  // namespace

class CaseListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
    }
    void init() {
        page_ = std::make_unique<CaseListPage>();
        page_->setFlowTitles({{"passid", {{{"en", "PASSID by QR code"}}}}});
        page_->resize(1150, 700);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
        table_ = page_->findChild<QTableView*>(QStringLiteral("cases.table"));
        filter_ = page_->findChild<QLineEdit*>(QStringLiteral("cases.filter"));
    }
    void cleanup() {
        page_.reset();
    }

    void loading_saysNoNumber_andNoEmptyDay_whateverIsTyped() {
        page_->setBranch(QStringLiteral("Branch 012"));
        QCOMPARE(page_->findChild<QLabel*>(QStringLiteral("pageSubtitle"))->text(), QStringLiteral("Branch 012"));
        QTest::keyClicks(filter_, QStringLiteral("884"));
        QVERIFY(!page_->findChild<QWidget*>(QStringLiteral("cases.newCheck"))->isVisible());
        page_->setCases({}, false, {});
        QVERIFY(page_->findChild<QWidget*>(QStringLiteral("cases.newCheck"))->isVisible());
    }

    void cells_saySummaryInWords() {
        page_->setCases(threeCases(), false, {});
        QCOMPARE(cell(0, CaseListModel::number), QStringLiteral("K7-204"));
        QCOMPARE(cell(0, CaseListModel::reference), QStringLiteral("C-2231-884"));
        QCOMPARE(cell(0, CaseListModel::purpose), QStringLiteral("Account opening"));
        QCOMPARE(cell(0, CaseListModel::checks), QStringLiteral("PASSID by QR code"));
        QCOMPARE(cell(0, CaseListModel::verdict), QStringLiteral("Pass"));
        QCOMPARE(cell(1, CaseListModel::verdict), QStringLiteral("Blocked"));
        QCOMPARE(cell(2, CaseListModel::state), QStringLiteral("Closed"));
        QVERIFY(!cell(2, CaseListModel::decision).isEmpty());
        QVERIFY(cell(0, CaseListModel::decision).isEmpty());
        QVERIFY(table_->model()
                    ->index(0, CaseListModel::verdict)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1String("Verdict: Pass")));
    }

    void typing_onTheList_narrowsIt() {
        page_->setCases(threeCases(), false, {});
        page_->focusOn({});
        QTest::keyClicks(table_, QStringLiteral("8"));
        QTest::keyClicks(filter_, QStringLiteral("84"));
        QCOMPARE(table_->model()->rowCount(), 1);
        QCOMPARE(cell(0, CaseListModel::reference), QStringLiteral("C-2231-884"));
        QTest::keyClick(filter_, Qt::Key_Escape);
        QCOMPARE(table_->model()->rowCount(), 3);
    }

    void typing_whatIsNotThere_saysSo() {
        page_->setCases(threeCases(), false, {});
        QTest::keyClicks(filter_, QStringLiteral("nobody"));
        auto* showAll = page_->findChild<QPushButton*>(QStringLiteral("cases.showAll"));
        QVERIFY(showAll->isVisible());
        showAll->click();
        QVERIFY(table_->isVisible());
        QCOMPARE(table_->model()->rowCount(), 3);
    }

    void return_opensTheCaseUnderTheKeys() {
        page_->setCases(threeCases(), false, {});
        page_->focusOn(CaseId{"case-2"});
        QSignalSpy chosen{page_.get(), &CaseListPage::caseChosen};
        QTest::keyClick(table_, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(QString::fromStdString(chosen.front().front().value<CaseId>().value), QStringLiteral("case-2"));
        QTest::keyClick(table_, Qt::Key_Down);
        QTest::keyClick(table_, Qt::Key_Return);
        QCOMPARE(QString::fromStdString(chosen.back().front().value<CaseId>().value), QStringLiteral("case-3"));
    }

    void readAgain_keepsThePlaceOfTheKeys() {
        page_->setCases(threeCases(), false, {});
        page_->focusOn(CaseId{"case-2"});
        auto cases = threeCases();
        cases.insert(cases.begin(), test::sampleSummary("case-4", "C-9999-999"));
        page_->setCases(cases, false, {});
        QCOMPARE(table_->currentIndex().row(), 2);
    }

    void empty_offersANewCheck() {
        page_->setCases({}, false, {});
        QSignalSpy asked{page_.get(), &CaseListPage::newCheckAsked};
        page_->findChild<QPushButton*>(QStringLiteral("cases.newCheck"))->click();
        QCOMPARE(asked.count(), 1);
    }

    void failed_saysWhy_andOffersToTryAgain() {
        page_->setFailed({});
        QSignalSpy again{page_.get(), &CaseListPage::readAgainAsked};
        page_->findChild<QPushButton*>(QStringLiteral("cases.retry"))->click();
        QCOMPARE(again.count(), 1);
    }

    void stale_isSaid_andTheListStays() {
        page_->setCases(threeCases(), false, desk::CallError{});
        QVERIFY(page_->findChild<QWidget*>(QStringLiteral("cases.stale"))->isVisible());
        QVERIFY(table_->isVisible());
    }

private:
    QString cell(int row, int column) const {
        return table_->model()->index(row, column).data().toString();
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<CaseListPage> page_;
    QTableView* table_ = nullptr;
    QLineEdit* filter_ = nullptr;
};

VERDESK_TEST(CaseListTest)
#include "case_list_test.moc"
