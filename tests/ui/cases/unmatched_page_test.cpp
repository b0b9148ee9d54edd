#include "ui/cases/unmatched_page.h"

#include "desk/backend_client.h"
#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"
#include "tests/support/registry.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;
using test::Reply;

namespace {

Reply listOf(const std::vector<Unmatched>& all) {
    auto list = nlohmann::json::array();
    for (const auto& each : all) {
        list.push_back(toJson(each));
    }
    return Reply::ok({{"unmatched", list}});
}
const Unmatched erika{UnmatchedId{"u-1"}, "practice", "Passport.io", Instant{}, {"Erika Muster"}, 2};
const Unmatched nobody{UnmatchedId{"u-2"}, "practice", "Passport.io", Instant{}, {}, 0};

}  // namespace

class UnmatchedPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        backend_ = std::make_unique<test::ScriptedBackend>();
        client_ = std::make_unique<desk::BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        client_->setToken("t");
        book_ = std::make_unique<desk::UnmatchedBook>(*client_);
        page_ = std::make_unique<UnmatchedPage>(*book_);
        page_->resize(1150, 712);
        page_->show();
        QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    }
    void cleanup() {
        page_.reset();
        book_.reset();
        client_.reset();
        backend_.reset();
        theme_.reset();
    }

    void candidates_noWordIsCut() {
        enterWith({erika});
        QTRY_VERIFY(find<QLineEdit>("unmatched.search")->isVisible());
        auto value = test::sampleCase();
        value.verifications = {test::sampleVerification(State::verifying, LaunchKind::widget)};
        backend_->next("GET", "/cases", Reply::ok(toJson(CaseList{{value.summary}, {}})));
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(value)));
        QTest::keyClicks(find<QLineEdit>("unmatched.search"), QStringLiteral("C-2231-884"));
        find<QPushButton>("unmatched.find")->click();
        auto* table = find<QTableView>("unmatched.candidates");
        QTRY_VERIFY(table->isVisible() && table->model()->rowCount() == 1);
        const int last = table->model()->columnCount() - 1;
        const auto word = table->model()->index(0, last).data().toString();
        const int needs = QFontMetrics{Theme::current().sans(type::body)}.horizontalAdvance(word);
        QVERIFY2(table->columnWidth(last) >= needs + 2 * metrics::between, qPrintable(word));
        QCOMPARE(table->columnViewportPosition(last) + table->columnWidth(last), table->viewport()->width());
    }

    void assign_byKeyboardAlone() {
        enterWith({erika, nobody});
        auto* table = find<QTableView>("unmatched.table");
        QTRY_VERIFY(table->isVisible());
        table->setFocus();
        QCOMPARE(find<QLabel>("unmatchedTitle")->text(), QStringLiteral("Erika Muster"));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("unmatched.search"));
        auto value = test::sampleCase();
        value.verifications = {test::sampleVerification(State::verifying, LaunchKind::widget)};
        backend_->next("GET", "/cases", Reply::ok(toJson(CaseList{{value.summary}, {}})));
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(value)));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("C-2231-884"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(find<QTableView>("unmatched.candidates")->isVisible());
        QCOMPARE(QApplication::focusWidget(), find<QTableView>("unmatched.candidates"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), find<QPushButton>("unmatched.assign"));
        backend_->next("POST", "/unmatched/u-1/assign", Reply::ok(nlohmann::json::object()));
        backend_->next("GET", "/unmatched", listOf({nobody}));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(find<QWidget>("unmatched.done")->isVisible());
        QCOMPARE(backend_->seen("POST", "/unmatched/u-1/assign")[0].document()["verification"].get<std::string>(),
                 std::string{"ver-1"});
        QCOMPARE(find<QLabel>("unmatchedTitle")->text(), QStringLiteral("A result without a name"));
    }

    void dismiss_needsAReason() {
        enterWith({nobody});
        QTRY_VERIFY(find<QPushButton>("unmatched.dismiss")->isVisible());
        find<QPushButton>("unmatched.dismiss")->click();
        find<QPushButton>("unmatched.dismissYes")->click();
        QVERIFY(backend_->seen("POST", "/unmatched/u-2/dismiss").empty());
        backend_->next("POST", "/unmatched/u-2/dismiss", Reply::ok(nlohmann::json::object()));
        backend_->next("GET", "/unmatched", listOf({}));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("A test of theirs."));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(backend_->seen("POST", "/unmatched/u-2/dismiss").size(), size_t{1});
        QTRY_VERIFY(!find<QPushButton>("unmatched.dismiss")->isVisible());
    }

    void another_forgetsWhatWasTyped() {
        enterWith({erika, nobody});
        QTRY_VERIFY(find<QLineEdit>("unmatched.search")->isVisible());
        QTest::keyClicks(find<QLineEdit>("unmatched.search"), QStringLiteral("C-1"));
        auto* table = find<QTableView>("unmatched.table");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(find<QLineEdit>("unmatched.search")->text().isEmpty());
        QVERIFY(!find<QPushButton>("unmatched.assign")->isEnabled());
    }

    void everyControl_hasNameAndAccessibleName() {
        enterWith({erika});
        QTRY_VERIFY(find<QLineEdit>("unmatched.search")->isVisible());
        for (const auto* widget : page_->findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)) {
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

private:
    void enterWith(const std::vector<Unmatched>& all) {
        backend_->next("GET", "/unmatched", listOf(all));
        page_->enter();
    }
    template <class W>
    W* find(const char* name) const {
        return page_->findChild<W*>(QLatin1String{name});
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<test::ScriptedBackend> backend_;
    std::unique_ptr<desk::BackendClient> client_;
    std::unique_ptr<desk::UnmatchedBook> book_;
    std::unique_ptr<UnmatchedPage> page_;
};

VERDESK_TEST(UnmatchedPageTest)
#include "unmatched_page_test.moc"
