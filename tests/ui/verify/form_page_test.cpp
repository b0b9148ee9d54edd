#include "ui/verify/form_page.h"

#include "tests/support/registry.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/verify/samples.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace verdesk;
using namespace verdesk::ui;

class FormPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        page_ = std::make_unique<FormPage>();
        page_->setContext(test::sampleContext());
        page_->resize(1150, 712);
        page_->show();
        QVERIFY(QTest::qWaitForWindowActive(page_.get()));
        connect(page_.get(), &CheckPage::staffDid, this, [this](desk::Event event) { events_ << event; });
        check_ = test::formCheck();
        // As the desk does: what is typed comes back with the check.
        connect(page_.get(), &CheckPage::answersChanged, this, [this](const Answers& filledIn) {
            check_.filledIn = filledIn;
            check_.problem.reset();
            page_->setCheck(check_);
        });
        page_->setCheck(check_);
        page_->firstFocus()->setFocus();
    }
    void cleanup() {
        page_.reset();
        theme_.reset();
        events_.clear();
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    }

    void presets_areFilledIn_andTheRestIsTheCustomers() {
        QVERIFY(find<QAbstractButton>("answer.papers.slip")->isChecked());
        QVERIFY(!find<QAbstractButton>("answer.papers.tax")->isChecked());
        QCOMPARE(find<QComboBox>("answer.source")->currentText(), QStringLiteral("Left to the customer"));
        QVERIFY(find<QLineEdit>("answer.email")->text().isEmpty());
    }

    void fixedAnswer_isShownInWords_andCannotBeChanged() {
        auto* branch = find<QLineEdit>("answer.branch");
        QCOMPARE(branch->text(), QStringLiteral("Harbour Street"));
        QVERIFY(branch->isReadOnly());
        QVERIFY(find<QLabel>("answer.branchError")->text().contains(QStringLiteral("cannot change it")));
        branch->setFocus();
        type("x");
        QCOMPARE(branch->text(), QStringLiteral("Harbour Street"));
        QVERIFY(check_.filledIn == test::formCheck().filledIn);
    }

    void answerThatTheCustomerCannotChange_andNobodyFixed_isStaffs() {
        auto check = test::formCheck(2);
        for (auto& question : check.forms[0].questions) {
            if (question.key == "branch") {
                question.preset.clear();
            }
        }
        check.filledIn.erase("branch");
        page_->setCheck(check);
        QCOMPARE(find<QComboBox>("answer.branch")->currentText(), QStringLiteral("No answer"));
        QVERIFY(find<QLabel>("answer.branchError")->text().startsWith(QStringLiteral("Only you can answer this")));
    }

    void presetTakenOut_standsAllTheSame_andThatIsSaid() {
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("answer.papers.slip"));
        press(Qt::Key_Space);
        QVERIFY(find<QLabel>("answer.papersError")->text().contains(QStringLiteral("Pay slip")));
        auto check = test::formCheck(2);
        auto& questions = check.forms[0].questions;
        questions[0].preset = {"pay"};
        questions[3].preset = {"erika@example.org"};
        check.filledIn = {};
        page_->setCheck(check);
        QCOMPARE(find<QComboBox>("answer.source")->currentText(), QStringLiteral("Salary"));
        QCOMPARE(find<QComboBox>("answer.source")->count(), 2);  // there is nothing to be left to the customer
        QCOMPARE(find<QLineEdit>("answer.email")->placeholderText(), QStringLiteral("erika@example.org"));
    }

    void wholeForm_byKeyboardAlone_isFilledIn_andStarts() {
        QCOMPARE(focusName(), QStringLiteral("answer.source"));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QVERIFY(find<QLineEdit>("answer.explain")->isVisible());
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("answer.explain"));
        type("  An inheritance ");
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("answer.papers.slip"));
        press(Qt::Key_Space);
        press(Qt::Key_Tab);
        press(Qt::Key_Space);
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("answer.email"));
        type("erika@example.org");
        press(Qt::Key_Return);
        QCOMPARE(events_, QList<desk::Event>{desk::Event::start});
        QVERIFY(check_.filledIn == (Answers{{"branch", {"012"}},
                                            {"source", {"other"}},
                                            {"explain", {"An inheritance"}},
                                            {"papers", {"tax"}},
                                            {"email", {"erika@example.org"}}}));
    }

    void return_inEveryControl_starts() {
        for (const auto* name : {"answer.source", "answer.papers.slip", "answer.email"}) {
            events_.clear();
            find<QWidget>(name)->setFocus();
            press(Qt::Key_Return);
            QCOMPARE(events_, QList<desk::Event>{desk::Event::start});
        }
    }

    void escape_goesBack() {
        press(Qt::Key_Escape);
        QCOMPARE(events_, QList<desk::Event>{desk::Event::leaveForm});
    }

    void condition_worksAtOnce_andTheHiddenAnswerComesBack() {
        auto* source = find<QComboBox>("answer.source");
        auto* explain = find<QLineEdit>("answer.explain");
        QVERIFY(!explain->isVisible());
        source->setCurrentIndex(2);
        QVERIFY(explain->isVisible());
        explain->setFocus();
        type("A gift");
        source->setCurrentIndex(1);
        QVERIFY(!explain->isVisible());
        source->setCurrentIndex(2);
        QCOMPARE(explain->text(), QStringLiteral("A gift"));
    }

    void typing_keepsTheCursor() {
        auto* email = find<QLineEdit>("answer.email");
        email->setFocus();
        type("erika@example.org");
        email->setCursorPosition(5);
        type(".m ");
        QCOMPARE(email->text(), QStringLiteral("erika.m @example.org"));
        QCOMPARE(email->cursorPosition(), 8);
    }

    void requiredAndFixed_areSaidInWords() {
        QVERIFY(find<QWidget>("answer.source")->accessibleName().contains(QStringLiteral("(required)")));
        QVERIFY(find<QWidget>("answer.source")->accessibleDescription().contains(QStringLiteral("leave it open")));
        QVERIFY(!find<QLabel>("answer.emailError")->isVisible());
        QVERIFY(find<QWidget>("answer.papers.slip")->accessibleDescription().contains(QStringLiteral("Papers")));
    }

    void titles_areInTheDesksLanguage_orElseInEnglish() {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        page_->setCheck(test::formCheck(2));
        QVERIFY(find<QWidget>("answer.source")->accessibleName().startsWith(QStringLiteral("Woher kommt das Geld?")));
        QCOMPARE(find<QComboBox>("answer.source")->itemText(1), QStringLiteral("Gehalt"));
        QCOMPARE(find<QWidget>("answer.email")->accessibleName(), QStringLiteral("E-mail address"));
    }

    void refusedAnswer_isSaidAtItsQuestion_untilItIsChanged() {
        refuse("answers.email");
        QVERIFY(find<QLabel>("answer.emailError")->isVisible());
        QCOMPARE(focusName(), QStringLiteral("answer.email"));
        QCOMPARE(page_->firstFocus()->objectName(), QStringLiteral("answer.email"));
        QVERIFY(!find<QWidget>("problemBanner")->isVisible());
        type("x");
        QVERIFY(!find<QLabel>("answer.emailError")->isVisible());
    }

    void refusedAnswer_ofAQuestionThatIsNotThere_isSaidAboveAll() {
        refuse("answers.explain");  // hidden
        QVERIFY(find<QWidget>("problemBanner")->isVisible());
        refuse("answers.other");
        QVERIFY(find<QWidget>("problemBanner")->isVisible());
    }

    void unknownKind_isLeftToTheCustomer_inWords() {
        auto check = test::formCheck(3);
        check.forms[0].questions[3].kind = QuestionKind::unknown;
        page_->setCheck(check);
        QVERIFY(find<QWidget>("question.email")->isVisible());
        QVERIFY(page_->findChild<QLineEdit*>(QStringLiteral("answer.email")) == nullptr);
    }

    void wheel_inPassing_changesNoAnswer() {
        auto* source = find<QComboBox>("answer.source");
        source->setCurrentIndex(1);
        find<QWidget>("answer.email")->setFocus();
        QWheelEvent down{QPointF{5, 5},
                         source->mapToGlobal(QPointF{5, 5}),
                         {},
                         {0, -120},
                         Qt::NoButton,
                         Qt::NoModifier,
                         Qt::NoScrollPhase,
                         false};
        QApplication::sendEvent(source, &down);
        QCOMPARE(source->currentIndex(), 1);
    }

    void everyControl_hasNames_andIsReachedByTab() {
        const auto unnamed = test::unnamed(*page_);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        const auto missed = test::unreachedByTab(*page_);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }

private:
    template <class W>
    W* find(const char* name) const {
        auto* found = page_->findChild<W*>(QLatin1String{name});
        if (found == nullptr) {
            qFatal("no %s", name);
        }
        return found;
    }
    void type(const char* text) {
        QTest::keyClicks(QApplication::focusWidget(), QLatin1String{text});
    }
    void press(Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
    }
    static QString focusName() {
        return QApplication::focusWidget() != nullptr ? QApplication::focusWidget()->objectName() : QString{};
    }
    void refuse(const char* member) {
        check_.problem.emplace();
        check_.problem->kind = desk::CallError::Kind::refused;
        check_.problem->problem = {400, "member-invalid", {}, {}, member};
        page_->setCheck(check_);
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<FormPage> page_;
    desk::Check check_;
    QList<desk::Event> events_;
};

VERDESK_TEST(FormPageTest)
#include "form_page_test.moc"
