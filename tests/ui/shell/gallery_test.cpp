// The shell and the cases as pictures, in both sizes, both schemes and with large text. Fails where a text is cut off.

#include "tests/ui/support/gallery.h"
#include "desk/backend_client.h"
#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"
#include "tests/support/registry.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/fitting.h"
#include "ui/cases/case_list_page.h"
#include "ui/cases/case_page.h"
#include "ui/cases/unmatched_page.h"
#include "ui/parts/clock.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/help_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/person_menu.h"
#include "ui/shell/workplace.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

std::vector<CaseSummary> aMorning() {
    struct Row {
        const char* number;
        const char* reference;
        claims::Verdict verdict;
        CaseState state;
        DecisionKind decision;
        State last;
    };
    using V = claims::Verdict;
    using D = DecisionKind;
    const Row rows[] = {
        {"K7-212", "C-2231-884", V::none, CaseState::open, D::unknown, State::awaiting},
        {"K7-211", "C-2231-871", V::review, CaseState::open, D::escalate, State::completed},
        {"K7-209", "C-2230-993", V::blocked, CaseState::open, D::unknown, State::declined},
        {"K7-208", "C-0911-102", V::pass, CaseState::closed, D::approve, State::completed},
        {"K7-205", "C-1180-374", V::fail, CaseState::closed, D::reject, State::declined},
        {"K7-204", "C-2229-115", V::pass, CaseState::closed, D::unknown, State::completed},
        {"K7-201", "C-2231-886", V::none, CaseState::closed, D::unknown, State::expired},
    };
    std::vector<CaseSummary> cases;
    int minute = 0;
    for (const auto& row : rows) {
        auto summary = test::sampleSummary(row.number, row.reference);
        summary.number = row.number;
        summary.verdict = row.verdict;
        summary.state = row.state;
        summary.decision = row.decision;
        summary.lastState = row.last;
        summary.flows = {minute % 3 == 1 ? "passid-token" : "passid"};
        summary.openedAt -= std::chrono::minutes{17 * minute++};
        cases.push_back(summary);
    }
    return cases;
}

Case aCase(bool blocked) {
    auto value = test::sampleCase();
    auto first = test::sampleVerification(State::expired);
    auto second = blocked ? test::blockedVerification("ver-2")
                          : test::sampleVerification(State::completed, LaunchKind::qr, "ver-2");
    if (!blocked) {
        second.verdict = claims::Verdict::review;
        second.reasons = {{"missing", "income_verified"}};
    }
    value.verifications = {first, second};
    value.summary.verdict = second.verdict;
    value.decisions = {
        {DecisionKind::escalate, "Income was not shared: please judge.", value.summary.openedAt, "Olga Officer"}};
    if (blocked) {
        value.earlierBlocked = {test::sampleSummary("case-0")};
    }
    return value;
}

}  // namespace

class ShellGalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        Q_INIT_RESOURCE(verdesk_translations);
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
    }

    void picture_data() {
        QTest::addColumn<int>("look");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        const auto row = [](int look, QSize size, const QString& language) {
            QTest::newRow(qPrintable(
                QStringLiteral("%1-%2-%3").arg(verdesk::test::looks()[look].name, language).arg(size.width())))
                << look << size << language;
        };
        for (int look = 0; look < verdesk::test::looks().size(); ++look) {
            row(look, QSize{1366, 768}, QStringLiteral("en"));
            row(look, QSize{1920, 1080}, QStringLiteral("en"));
        }
        row(0, QSize{1024, 700}, QStringLiteral("en"));  // the least
        row(0, QSize{1366, 768}, QStringLiteral("de"));
        row(2, QSize{1366, 768}, QStringLiteral("de"));
    }
    void picture() {
        QFETCH(int, look);
        QFETCH(QSize, size);
        QFETCH(QString, language);
        const auto chosen = verdesk::test::looks()[look];
        theme_->setChoice(chosen.scheme);
        theme_->setTextScale(chosen.textScale);
        suffix_ = QLatin1String{QTest::currentDataTag()};
        faults_.clear();
        tabs_ = look == 0 && size.width() == 1366 && language == QLatin1String("en");
        QLocale::setDefault(QLocale{language});
        QTranslator translator;
        if (language != QLatin1String("en")) {
            QVERIFY(
                translator.load(QLocale{}, QStringLiteral("verdesk"), QStringLiteral("_"), QStringLiteral(":/i18n")));
            QCoreApplication::installTranslator(&translator);
        }

        MainWindow window{WindowMemory{{}}};
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.top()->setEnvironment(Environment::practice);
        window.signIn()->showPeople({{Role::teller, QStringLiteral("Theo Teller")},
                                     {Role::officer, QStringLiteral("Olga Officer")},
                                     {Role::admin, QStringLiteral("Ada Admin")}});
        save(window, QStringLiteral("shell-practice"));
        window.signIn()->showFailed(QStringLiteral("The practice backend cannot start: the store is locked."));
        save(window, QStringLiteral("shell-practice-failed"));
        window.signIn()->showForm();
        desk::CallError wrong;
        wrong.kind = desk::CallError::Kind::refused;
        wrong.problem.code = "sign-in-failed";
        window.signIn()->showError(wrong);
        save(window, QStringLiteral("shell-sign-in"));

        window.top()->setMe(test::sampleMe(Role::officer));
        window.top()->setConnection(Connection::connected);
        auto* list = new CaseListPage;
        auto* page = new CasePage;
        auto* workplace = new Workplace{list, page};
        window.setWorkplace(workplace);
        window.showWork();
        std::map<std::string, Localized> titles;
        for (const auto& flow : test::sampleFlows()) {
            titles[flow.id] = flow.title;
        }
        list->setFlowTitles(titles);
        list->setBranch(QStringLiteral("Branch 012"));
        list->setLoading();
        save(window, QStringLiteral("cases-loading"));
        list->setCases({}, false, {});
        save(window, QStringLiteral("cases-empty"));
        list->setCases(aMorning(), false, {});
        list->focusOn({});
        save(window, QStringLiteral("cases-list"));
        workplace->setConnectionLost(true);
        window.top()->setConnection(Connection::lost);
        save(window, QStringLiteral("cases-offline"));
        workplace->setConnectionLost(false);
        window.top()->setConnection(Connection::connected);

        workplace->go(Place::cases);
        page->setRole(Role::officer);
        page->setCase(aCase(false), {});
        save(window, QStringLiteral("case-review"));
        page->findChild<QPushButton*>(QStringLiteral("case.approve"))->click();
        save(window, QStringLiteral("case-decide"));
        page->setCase(aCase(true), {});
        save(window, QStringLiteral("case-blocked"));
        test::ScriptedBackend backend;
        desk::BackendClient client;
        QVERIFY(client.setAddress(backend.address()));
        desk::UnmatchedBook book{client};
        auto* unmatched = new UnmatchedPage{book};
        workplace->addUnmatched(unmatched);
        workplace->setUnmatched(2);
        fillUnmatched(backend, book);
        workplace->go(Place::unmatched);
        unmatched->findChild<QLineEdit*>(QStringLiteral("unmatched.search"))->setText(QStringLiteral("C-2231-884"));
        unmatched->findChild<QPushButton*>(QStringLiteral("unmatched.find"))->click();
        QTRY_VERIFY(unmatched->findChild<QWidget*>(QStringLiteral("unmatched.candidates"))->isVisible());
        save(window, QStringLiteral("unmatched"));
        book.clear();
        workplace->go(Place::help);
        save(window, QStringLiteral("shell-help"));
        window.lock()->open(QStringLiteral("Olga Officer"), desk::DeskSession::LockReason::idle, 2, true);
        window.showLock();
        save(window, QStringLiteral("shell-lock"));
        AboutDialog about{QStringLiteral("https://verdesk.bank.example/"), nullptr};
        about.show();
        QVERIFY(QTest::qWaitForWindowActive(&about));
        save(about, QStringLiteral("shell-about"));
        QVERIFY2(faults_.isEmpty(), qPrintable(faults_.join(QLatin1Char('\n'))));
    }

private:
    static void fillUnmatched(test::ScriptedBackend& backend, desk::UnmatchedBook& book) {
        const auto now = verdesk::ui::systemNow();
        auto list = nlohmann::json::array();
        list.push_back(toJson(Unmatched{UnmatchedId{"u-1"}, "practice", "Passport.io", now, {"Erika Muster"}, 2}));
        list.push_back(toJson(Unmatched{UnmatchedId{"u-2"}, "practice", "Passport.io", now, {}, 0}));
        backend.next("GET", "/unmatched", test::Reply::ok({{"unmatched", list}}));
        book.read();
        QTRY_VERIFY(book.reading() == desk::UnmatchedBook::Reading::done);
        auto value = test::sampleCase();
        value.verifications = {test::sampleVerification(State::verifying, LaunchKind::widget)};
        backend.next("GET", "/cases", test::Reply::ok(toJson(CaseList{{value.summary}, {}})));
        backend.next("GET", "/cases/case-1", test::Reply::ok(toJson(value)));
    }

    void save(QWidget& window, const QString& name) {
        for (int round = 0; round < 6; ++round) {  // layouts within layouts settle one after the other
            QCoreApplication::processEvents();
        }
        verdesk::test::savePicture(window, name + QLatin1Char('-') + suffix_);
        auto faults = verdesk::test::cutOff(window) + verdesk::test::unnamed(window);
        if (tabs_) {
            faults += verdesk::test::unreachedByTab(window);
        }
        for (const auto& line : faults) {
            faults_ << name + QStringLiteral(": ") + line;
        }
    }

    std::unique_ptr<Theme> theme_;
    QString suffix_;
    bool tabs_ = false;  // one look is enough
    QStringList faults_;
};

VERDESK_TEST(ShellGalleryTest)
#include "gallery_test.moc"
