// Answers of a provider with keys and words that no store takes.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include "backend/verification/sound.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using test::Office;
using test::ScriptedProvider;

namespace {

std::string withNul(std::string text) {
    text.insert(text.size() / 2, 1, '\0');
    return text;
}

}  // namespace

class SoundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void key_is_one_line_of_bounded_length() {
        QVERIFY(isProviderKey(""));
        QVERIFY(isProviderKey("req_01J8ZC"));
        QVERIFY(isProviderKey(std::string(longestProviderKey, 'x')));
        QVERIFY(!isProviderKey(std::string(longestProviderKey + 1, 'x')));
        QVERIFY(!isProviderKey(withNul("req_01")));
        QVERIFY(!isProviderKey("req\n01"));
        QVERIFY(!isProviderKey("req\xff"));
    }

    void session_without_a_key_that_can_be_kept_failed() {
        Office office;
        office.scripted.opensAs = withNul("session");
        const auto id = office.startScripted(office.openCase()).id;
        QVERIFY(office.reaches(id, State::failed));
        QCOMPARE(office.get(id).failure, std::optional{Failure::providerBroken});
        QVERIFY(office.faults().empty());
    }

    void result_counts_whatever_its_words_are() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        auto answer = ScriptedProvider::accepted(
            withNul("identity-1"), "person-1",
            {{std::string{claims::name::tier}, claims::Tier{withNul("AB")}, claims::Status::proven, "tier", "AB"}});
        answer.providerCode = withNul("code");
        office.scripted.script[ScriptedProvider::firstKey(id)] = {answer};
        office.advance(seconds{10});
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.row(id).providerKey, ScriptedProvider::firstKey(id));
        QCOMPARE(office.row(id).tier, std::string{"A B"});
        QVERIFY(office.faults().empty());
    }

    void session_that_was_found_by_likeness_is_nobodys_twice() {
        Office office;
        auto answer = ScriptedProvider::accepted("identity-1", "person-1");
        answer.byLikeness = true;
        const auto first = office.startScripted(office.openCase("K-1")).id;
        const auto second = office.startScripted(office.openCase("K-2")).id;
        office.scripted.script[ScriptedProvider::firstKey(first)] = {answer};
        office.advance(seconds{10});
        QVERIFY(office.reaches(first, State::completed));
        office.scripted.script[ScriptedProvider::firstKey(second)] = {answer};
        office.advance(seconds{10});
        office.settleDown();
        QCOMPARE(office.get(second).state, State::awaiting);
        QCOMPARE(office.row(second).providerKey, ScriptedProvider::firstKey(second));
        QVERIFY(office.faults().empty());
    }

    void webhook_about_a_key_that_nobody_has_is_worked_off() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        QCOMPARE(office.tellScripted({{"id", "e1"}, {"wake", withNul("identity-1")}}), 200);
        QVERIFY(office.until([&] { return office.hooks(store::HookState::received) == 0; }));
        QCOMPARE(office.get(id).state, State::awaiting);
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(SoundTest)
#include "sound_test.moc"
