#include "desk/verification_table.h"

#include "tests/desk/support/samples.h"
#include "tests/support/registry.h"

#include <QTest>

#include <map>
#include <set>

using namespace verdesk;
using namespace verdesk::desk;

namespace {

constexpr auto pages = wordsOf(Page{});
constexpr auto events = wordsOf(Event{});

QByteArray wordOf(std::string_view word) {
    return {word.data(), static_cast<qsizetype>(word.size())};
}

// The whole table once more, as staff would tell it: what is not listed is ignored and changes nothing.
using Told = std::map<std::pair<Page, Event>, Step>;
Told told() {
    Told table;
    const auto on = [&table](std::initializer_list<Page> from, Event event, Action action, std::string_view exit = {}) {
        for (const auto page : from) {
            table[{page, event}] = {page, action, exit};
        }
    };
    const auto go = [&table](std::initializer_list<Page> from, Event event, Page to, Action action = Action::none,
                             std::string_view exit = {}) {
        for (const auto page : from) {
            table[{page, event}] = {to, action, exit};
        }
    };
    using P = Page;
    using E = Event;
    using A = Action;
    const auto running = {P::requesting, P::qr, P::token, P::browser, P::verifying};
    const auto ended = {P::summary, P::declined, P::expired, P::cancelled, P::failed, P::blocked};
    const auto repeatable = {P::declined, P::expired, P::cancelled, P::failed};
    go({P::newCheck, P::form}, E::start, P::requesting, A::startVerification);
    go({P::newCheck}, E::fillIn, P::form);
    go({P::form}, E::leaveForm, P::newCheck, A::abandon);
    go({P::qr}, E::enterToken, P::token);
    go({P::token}, E::backToQr, P::qr);
    go({P::token}, E::submitToken, P::verifying, A::sendToken);
    on(running, E::cancel, A::sendCancel);
    go({P::expired}, E::newCode, P::requesting, A::startVerification);
    go(repeatable, E::tryAgain, P::requesting, A::startVerification);
    on(ended, E::closeCase, A::sendClose);
    go(ended, E::next, P::newCheck, A::putAway);
    go({P::requesting}, E::nowAwaitingQr, P::qr);
    go({P::requesting}, E::nowAwaitingToken, P::token);
    go({P::requesting}, E::nowAwaitingBrowser, P::browser);
    go({P::requesting, P::qr, P::token, P::browser}, E::nowVerifying, P::verifying);
    on({P::browser}, E::reloadPage, A::clearTrouble);
    on({P::browser}, E::pageForwarded, A::sendReport);
    go({P::browser}, E::pageFinished, P::verifying, A::sendReport);
    go({P::browser}, E::pageReturned, P::verifying, A::sendReport);
    go({P::browser}, E::pageWentBack, P::verifying, A::sendReport);
    on({P::browser}, E::pageTroubled, A::showTrouble, "VD-W100");
    go({P::browser, P::verifying}, E::reportRefused, P::browser, A::showProblem, "VD-A306");
    on({P::browser}, E::renewPage, A::sendRenewal);
    on({P::browser}, E::renewRefused, A::showTrouble, "VD-W111");
    go({P::verifying}, E::reportDropped, P::browser, A::showTrouble, "VD-W109");
    go(running, E::nowCompleted, P::summary, A::none, "VD-C001");
    go(running, E::nowDeclined, P::declined, A::none, "VD-D100");
    go(running, E::nowExpired, P::expired, A::none, "VD-D102");
    go(running, E::nowCancelled, P::cancelled, A::none, "VD-C002");
    go(running, E::nowFailed, P::failed, A::none, "VD-F200");
    go({P::newCheck, P::form, P::requesting, P::qr, P::token, P::browser, P::verifying, P::summary, P::declined,
        P::expired, P::cancelled, P::failed},
       E::nowBlocked, P::blocked, A::none, "VD-D106");
    on(running, E::nowUnknown, A::showUnknown, "VD-A304");
    go({P::requesting}, E::startRefused, P::newCheck, A::showProblem, "VD-A301");
    go({P::requesting}, E::formRefused, P::form, A::showProblem, "VD-A301");
    go({P::verifying}, E::tokenRefused, P::token, A::showProblem, "VD-A302");
    on(running, E::cancelRefused, A::showProblem, "VD-A303");
    go(ended, E::caseClosed, P::newCheck, A::putAway, "VD-C003");
    on(ended, E::closeRefused, A::showProblem, "VD-A305");
    on(running, E::connectionLost, A::showOffline);
    on(running, E::connectionBack, A::readAgain);
    on(ended, E::connectionBack, A::readAgain);
    return table;
}

}  // namespace

class VerificationTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void step_everyPageAndEvent_isAsTold_data() {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("event");
        for (const auto& [page, pageWord] : pages) {
            for (const auto& [event, eventWord] : events) {
                QTest::newRow((wordOf(pageWord) + " + " + wordOf(eventWord)).constData())
                    << static_cast<int>(page) << static_cast<int>(event);
            }
        }
    }
    void step_everyPageAndEvent_isAsTold() {
        QFETCH(int, page);
        QFETCH(int, event);
        static const auto table = told();
        const auto from = static_cast<Page>(page);
        const auto on = static_cast<Event>(event);
        const auto found = table.find({from, on});
        const auto expected = found == table.end() ? Step{from, Action::ignore, {}} : found->second;
        const auto step = stepOf(from, on);
        QCOMPARE(wordOf(toWord(step.next)), wordOf(toWord(expected.next)));
        QCOMPARE(wordOf(toWord(step.action)), wordOf(toWord(expected.action)));
        QCOMPARE(wordOf(step.exit), wordOf(expected.exit));
    }

    void blocked_nothingLeadsOn() {
        for (const auto& [event, word] : events) {
            const auto step = stepOf(Page::blocked, event);
            QVERIFY2(step.next == Page::blocked || step.next == Page::newCheck, wordOf(word).constData());
            QVERIFY(step.action != Action::startVerification && step.action != Action::sendToken);
        }
    }

    void blocked_winsFromEveryPage() {
        for (const auto& [page, word] : pages) {
            QVERIFY2(stepOf(page, Event::nowBlocked).next == Page::blocked, wordOf(word).constData());
        }
    }

    void wayOut_everyEndAndRefusal_hasACode() {
        for (const auto& [page, word] : pages) {
            for (const auto& [event, eventWord] : events) {
                const auto step = stepOf(page, event);
                const bool ends = isEnd(step.next) && step.next != page;
                const bool says = step.action == Action::showProblem || step.action == Action::showUnknown ||
                                  step.action == Action::showTrouble;
                if (ends || says) {
                    QVERIFY2(step.exit.starts_with("VD-"), (wordOf(word) + " " + wordOf(eventWord)).constData());
                }
            }
        }
    }

    void event_blockedVerdict_winsOverEveryState() {
        for (const auto& [state, word] : wordsOf(State{})) {
            auto verification = test::sampleVerification(state);
            verification.verdict = claims::Verdict::blocked;
            QVERIFY(eventOf(verification) == Event::nowBlocked);
        }
    }

    void event_unknownState_isNeverAnEnd() {
        QVERIFY(eventOf(test::sampleVerification(State::unknown)) == Event::nowUnknown);
    }

    void event_awaiting_followsTheLaunch() {
        QVERIFY(eventOf(test::sampleVerification(State::awaiting)) == Event::nowAwaitingQr);
        QVERIFY(eventOf(test::sampleVerification(State::awaiting, LaunchKind::token)) == Event::nowAwaitingToken);
        for (const auto kind : {LaunchKind::widget, LaunchKind::redirect, LaunchKind::script}) {
            auto browser = test::sampleVerification(State::awaiting, kind);
            QVERIFY(eventOf(browser) == Event::nowAwaitingBrowser);
            browser.launches.clear();  // nothing that could be shown
            QVERIFY(eventOf(browser) == Event::nowUnknown);
        }
    }

    void exitCode_ownCode_winsOverTheTables() {
        QCOMPARE(wordOf(exitCodeOf(test::sampleVerification(State::declined))), QByteArray{"VD-D101"});
        QCOMPARE(wordOf(exitCodeOf(test::sampleVerification(State::completed))), QByteArray{"VD-C001"});
        QCOMPARE(wordOf(exitCodeOf(test::sampleVerification(State::cancelled))), QByteArray{"VD-C002"});
    }
};

VERDESK_TEST(VerificationTableTest)
#include "verification_table_test.moc"
