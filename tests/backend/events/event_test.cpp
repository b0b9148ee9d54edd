#include "backend/events/event.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "contract/json_reader.h"
#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::test;

namespace {

Event sampleEvent() {
    Event event;
    event.id = EventId{"01990000-0000-7000-8000-000000000001"};
    event.at = at(0);
    event.actor = "system";
    event.branch = "city";
    event.type = "hook.unmatched";
    event.data["hook"] = "h\"\n\xc3\xbc";
    event.data["account"] = "a";
    return event;
}

// JSON with apostrophes for quotation marks: moc does not read raw strings reliably.
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

}  // namespace

class EventTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canonical_event_isSortedWithoutBlanks() {
        QCOMPARE(canonical(sampleEvent()),
                 quoted("{'actor':'system','at':'2026-09-21T14:13:20.123Z','branch':'city','case':'','counter':'',"
                        "'data':{'account':'a','hook':'h\\'\\nü'},'id':'01990000-0000-7000-8000-000000000001',"
                        "'type':'hook.unmatched','v':1,'verification':''}"));
    }
    void canonical_floatInData_isRefused() {
        auto event = sampleEvent();
        event.data["nested"] = {{"list", {1, 2.5}}};
        QVERIFY_THROWS_EXCEPTION(std::logic_error, canonical(event));
    }
    void canonical_dataThatIsNoObject_isRefused() {
        auto event = sampleEvent();
        event.data = "text";
        QVERIFY_THROWS_EXCEPTION(std::logic_error, canonical(event));
    }
    void eventFrom_canonicalText_givesTheSameText() {
        const auto text = canonical(sampleEvent());
        QCOMPARE(canonical(eventFrom(text)), text);
    }
    void eventFrom_notOurs_isRefused_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("no JSON") << QStringLiteral("{\"actor\"") << QStringLiteral("{actor");
        QTest::newRow("another version") << QStringLiteral("\"v\":1") << QStringLiteral("\"v\":2");
        QTest::newRow("another member") << QStringLiteral("\"v\":1") << QStringLiteral("\"v\":1,\"x\":1");
        QTest::newRow("a missing member") << QStringLiteral("\"counter\":\"\",") << QString{};
        QTest::newRow("a wrong type") << QStringLiteral("\"branch\":\"city\"") << QStringLiteral("\"branch\":7");
        QTest::newRow("a float") << QStringLiteral("\"account\":\"a\"") << QStringLiteral("\"account\":1.5");
    }
    void eventFrom_notOurs_isRefused() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto text = QString::fromStdString(canonical(sampleEvent())).replace(from, to).toStdString();
        QVERIFY(text != canonical(sampleEvent()));
        QVERIFY_THROWS_EXCEPTION(MemberError, eventFrom(text));
    }
    // RFC 6962, section 2.1: the hash of a leaf is SHA-256(0x00 || leaf); that of the empty leaf is well known.
    void leafHash_emptyLeaf_isRfc6962() {
        QCOMPARE(crypto::toHex(leafHash("")),
                 std::string{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"});
    }

    void build_startedVerification_saysAllThatIsFixed() {
        const auto row = sampleVerification(sampleCase());
        const auto event = event::ofVerification(event::verificationStarted, row, claims::Verdict::none, "ab",
                                                 {"staff", "3", "city"}, at(1), newEventId(at(1)));
        QCOMPARE(event.caseId, row.caseId);
        QCOMPARE(event.verification, row.id);
        QCOMPARE(event.counter, std::string{"3"});
        QCOMPARE(event.data.dump(),
                 quoted("{'account':'passid_practice','case_verdict':'none','code':'','environment':'practice',"
                        "'evidence':'ab','flow':'passid_qr','flow_digest':'00ff','launch':'qr',"
                        "'provider':'passid','rules':3,'state':'awaiting','verdict':'none'}"));
    }
    void build_answeredVerification_saysDeclineAndFailure() {
        const auto row = answered(sampleVerification(sampleCase()));
        const auto event = event::ofIgnoredAnswer(row, State::declined, claims::Verdict::review, "",
                                                  systemActor("city"), at(1), newEventId(at(1)));
        QCOMPARE(event.type, std::string{event::verificationAnswerIgnored});
        QCOMPARE(event.data.dump(), quoted("{'case_verdict':'review','code':'VD-D106','decline':'token_expired',"
                                           "'failure':'provider_broken','ignored':'declined','state':'completed',"
                                           "'verdict':'review'}"));
    }
    void build_hookEvents_areObjects() {
        const auto matched = event::ofHookMatched("h", sampleVerification(sampleCase()), "", systemActor("city"), at(1),
                                                  newEventId(at(1)));
        QCOMPARE(matched.data.dump(), quoted("{'hook':'h'}"));
        const auto unmatched = event::ofHookUnmatched("h", "a", systemActor(""), at(1), newEventId(at(1)));
        QCOMPARE(unmatched.data.dump(), quoted("{'account':'a','hook':'h'}"));
        const auto changed = event::ofStaffChange("added", StaffId{"s"}, systemActor(""), at(1), newEventId(at(1)));
        QCOMPARE(changed.data.dump(), quoted("{'staff':'s','what':'added'}"));
    }
    void build_decidedWithClose_isRefused() {
        QVERIFY_THROWS_EXCEPTION(std::logic_error, event::ofCaseDecided(sampleCase(), DecisionKind::close,
                                                                        systemActor("city"), at(1), newEventId(at(1))));
    }
    void build_anyEvent_neverHoldsReferenceOrNames() {
        auto kase = sampleCase("city", "SECRET-REFERENCE");
        kase.openedByName = "SECRET-NAME";
        const auto text = canonical(event::ofCaseOpened(kase, systemActor("city"), at(1), newEventId(at(1))));
        QVERIFY(text.find("SECRET") == std::string::npos);
        auto row = answered(sampleVerification(kase));
        const auto other = canonical(event::ofVerification(event::verificationStarted, row, claims::Verdict::none, "",
                                                           systemActor("city"), at(1), newEventId(at(1))));
        QVERIFY(other.find("812") == std::string::npos);
        QVERIFY(other.find("SECRET") == std::string::npos);
        QVERIFY(other.find("passid://") == std::string::npos);
    }
};

VERDESK_TEST(EventTest)
#include "event_test.moc"
