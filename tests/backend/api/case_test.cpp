#include "backend/store/statement.h"
#include "tests/backend/api/harness.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::test;
using namespace std::chrono_literals;
using nlohmann::json;

class CaseApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void open_givesTheCase_withItsNumber() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto answer = teller.post("/api/v1/cases", openCaseBody());
        QCOMPARE(answer.status, 201);
        const auto body = answer.json();
        const auto opened = caseFrom(JsonReader{body});
        QCOMPARE(opened.summary.reference, std::string{"100482-K"});
        QCOMPARE(opened.summary.state, CaseState::open);
        QCOMPARE(opened.summary.environment, Environment::practice);
        QCOMPARE(opened.summary.openedBy, std::string{"teller of the tests"});
        QCOMPARE(opened.summary.purposeTitle.in("de"), std::string{"Kreditantrag"});
        QVERIFY(opened.summary.number.size() >= 5);
        const auto read = teller.get("/api/v1/cases/" + opened.summary.id.value);
        QVERIFY(read.json() == body);
    }

    void open_whatTheConfigurationDoesNotAllow_namesTheMember_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("named");
        QTest::newRow("reference of another form") << "/reference"
                                                   << "100482"
                                                   << "reference";
        QTest::newRow("reference with something behind") << "/reference"
                                                         << "100482-K "
                                                         << "reference";
        QTest::newRow("reference with two lines") << "/reference"
                                                  << "100482-K\n100482-K"
                                                  << "reference";
        QTest::newRow("empty reference") << "/reference"
                                         << ""
                                         << "reference";
        QTest::newRow("endless reference") << "/reference" << QString(5'000, QLatin1Char('1')) << "reference";
        QTest::newRow("unknown purpose") << "/purpose"
                                         << "tea"
                                         << "purpose";
        QTest::newRow("old consent") << "/consent/version"
                                     << "practice-0"
                                     << "consent.version";
        QTest::newRow("language without consent") << "/consent/language"
                                                  << "fr"
                                                  << "consent.language";
        QTest::newRow("old attestation") << "/attestation/version"
                                         << "practice-0"
                                         << "attestation.version";
    }
    void open_whatTheConfigurationDoesNotAllow_namesTheMember() {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(QString, named);
        Harness h;
        auto body = openCaseBody();
        body[json::json_pointer{member.toStdString()}] = value.toStdString();
        const auto answer = h.client(h.signIn("teller")).post("/api/v1/cases", body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), std::string{"member-invalid"});
        QCOMPARE(QString::fromStdString(answer.member()), named);
        QVERIFY(value.size() < 3 || answer.body.find(value.left(6).toStdString()) == std::string::npos ||
                named != QStringLiteral("reference") || value.startsWith(QStringLiteral("100482")));
    }

    void open_aSecondForTheReference_offersTheFirst() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto first = teller.post("/api/v1/cases", openCaseBody()).json();
        const auto second = teller.post("/api/v1/cases", openCaseBody());
        QCOMPARE(second.status, 409);
        QCOMPARE(second.code(), std::string{"case-open"});
        QVERIFY(second.json().at("openCase").at("id") == first.at("id"));
        // Closed, or in another branch, it is nothing to offer.
        QCOMPARE(h.client(h.signIn("neighbour", "013")).post("/api/v1/cases", openCaseBody()).status, 201);
        teller.post("/api/v1/cases/" + first.at("id").get<std::string>() + "/decisions", {{"kind", "close"}});
        QCOMPARE(teller.post("/api/v1/cases", openCaseBody()).status, 201);
    }

    void open_showsEarlierBlocked_ofThisBranch() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const std::string earlier = teller.post("/api/v1/cases", openCaseBody()).json().at("id");
        h.addVerification(earlier, State::declined, claims::Verdict::blocked);
        teller.post("/api/v1/cases/" + earlier + "/decisions", {{"kind", "close"}});
        const auto again = teller.post("/api/v1/cases", openCaseBody()).json();
        QCOMPARE(again.at("earlierBlocked").size(), std::size_t{1});
        QCOMPARE(again.at("earlierBlocked")[0].at("id").get<std::string>(), earlier);
        QCOMPARE(again.at("earlierBlocked")[0].at("verdict").get<std::string>(), std::string{"blocked"});
        auto neighbour = h.client(h.signIn("neighbour", "013"));
        QVERIFY(neighbour.post("/api/v1/cases", openCaseBody()).json().at("earlierBlocked").empty());
    }

    void list_newestFirst_inPages_byDayReferenceAndState() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        std::vector<std::string> ids;
        for (int i = 0; i < 5; ++i) {
            h.clock.advance(1min);
            ids.push_back(
                teller.post("/api/v1/cases", openCaseBody("10000" + std::to_string(i) + "-A")).json().at("id"));
        }
        teller.post("/api/v1/cases/" + ids[1] + "/decisions", {{"kind", "close"}});
        auto page = teller.get("/api/v1/cases?limit=2").json();
        QCOMPARE(page.at("cases").size(), std::size_t{2});
        QCOMPARE(page.at("cases")[0].at("id").get<std::string>(), ids[4]);
        page = teller.get("/api/v1/cases?limit=2&after=" + page.at("next").get<std::string>()).json();
        QCOMPARE(page.at("cases")[0].at("id").get<std::string>(), ids[2]);
        page = teller.get("/api/v1/cases?limit=2&after=" + page.at("next").get<std::string>()).json();
        QCOMPARE(page.at("cases").size(), std::size_t{1});
        QCOMPARE(page.at("next").get<std::string>(), std::string{});

        const auto count = [&](const std::string& query) {
            return teller.get("/api/v1/cases?" + query).json().at("cases").size();
        };
        QCOMPARE(count("state=closed"), std::size_t{1});
        QCOMPARE(count("state=open"), std::size_t{4});
        QCOMPARE(count("reference=100003-A"), std::size_t{1});
        QCOMPARE(count("reference=100003"), std::size_t{0});
        const auto today = dateOf(h.clock.now());
        QCOMPARE(count("day=" + today), std::size_t{5});
        QCOMPARE(count("day=2020-01-01"), std::size_t{0});
        h.clock.advance(24h);
        auto tomorrow = h.client(h.signIn("teller"));
        QVERIFY(tomorrow.get("/api/v1/cases?day=" + dateOf(h.clock.now())).json().at("cases").empty());
    }

    void list_opensNothingSealed_thatItDoesNotShow() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        for (const auto* reference : {"100001-A", "100002-A"}) {
            const std::string id = teller.post("/api/v1/cases", openCaseBody(reference)).json().at("id");
            h.addVerification(id, State::declined, claims::Verdict::none);
            h.addVerification(id, State::awaiting, claims::Verdict::none);
        }
        const auto spoil = [](store::Transaction& t) {
            store::execute(t, "update verifications set details = 'AAAA'");
        };
        h.run([&]() -> boost::asio::awaitable<void> { co_await h.store->write(spoil); });
        const auto answer = teller.get("/api/v1/cases");
        QCOMPARE(answer.status, 200);
        const auto list = answer.json();
        for (const auto& each : list.at("cases")) {
            QVERIFY(each.at("flows") == (json{"passid", "passid"}));
            QCOMPARE(each.at("lastState").get<std::string>(), std::string{"awaiting"});
        }
    }

    void list_day_isThatOfTheOffset() {
        Harness h;
        const auto utcMidnight = std::chrono::ceil<std::chrono::days>(h.clock.now());
        h.clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(utcMidnight - h.clock.now()) - 30min);
        auto late = h.client(h.signIn("teller"));
        late.post("/api/v1/cases", openCaseBody());  // half past eleven in the evening, UTC
        const auto day = dateOf(h.clock.now());
        const auto next = dateOf(h.clock.now() + 1h);
        const auto count = [&](const std::string& query) {
            return late.get("/api/v1/cases?" + query).json().at("cases").size();
        };
        QCOMPARE(count("day=" + day), std::size_t{1});
        QCOMPARE(count("day=" + day + "&utcOffsetMinutes=60"), std::size_t{0});
        QCOMPARE(count("day=" + next + "&utcOffsetMinutes=60"), std::size_t{1});
        QCOMPARE(count("day=" + day + "&utcOffsetMinutes=-300"), std::size_t{1});
    }

    void list_badQuery_namesTheMember_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("member");
        QTest::newRow("day") << "day=yesterday"
                             << "day";
        QTest::newRow("no such day") << "day=2026-02-30"
                                     << "day";
        QTest::newRow("limit") << "limit=0"
                               << "limit";
        QTest::newRow("limit too high") << "limit=101"
                                        << "limit";
        QTest::newRow("limit no number") << "limit=ten"
                                         << "limit";
        QTest::newRow("offset") << "day=2026-01-01&utcOffsetMinutes=900"
                                << "utcOffsetMinutes";
        QTest::newRow("state") << "state=blocked"
                               << "state";
        QTest::newRow("reference") << QStringLiteral("reference=") + QString(100, QLatin1Char('x')) << "reference";
    }
    void list_badQuery_namesTheMember() {
        QFETCH(QString, query);
        QFETCH(QString, member);
        Harness h;
        const auto answer = h.client(h.signIn("teller")).get("/api/v1/cases?" + query.toStdString());
        QCOMPARE(answer.status, 400);
        QCOMPARE(QString::fromStdString(answer.member()), member);
    }

    void anotherBranchsCase_doesNotExist_whateverTheRole() {
        Harness h;
        const std::string id = h.client(h.signIn("teller")).post("/api/v1/cases", openCaseBody()).json().at("id");
        const auto verification = h.addVerification(id, State::completed, claims::Verdict::pass).value;
        for (const auto* name : {"neighbour", "neighbour-officer", "officer"}) {
            auto stranger = h.client(h.signIn(name, "013"));
            const auto theirs = [&](const HttpAnswer& answer) {
                QCOMPARE(answer.status, 404);
                QCOMPARE(answer.code(), std::string{"not-found"});
            };
            theirs(stranger.get("/api/v1/cases/" + id));
            theirs(stranger.get("/api/v1/cases/018f0000-0000-7000-8000-000000000000"));
            theirs(stranger.get("/api/v1/verifications/" + verification));
            theirs(stranger.post("/api/v1/cases/" + id + "/verifications", {{"flow", "passid"}, {"launch", "qr"}}));
            theirs(stranger.post("/api/v1/verifications/" + verification + "/cancel", json::object()));
            theirs(stranger.post("/api/v1/verifications/" + verification + "/token", {{"token", "x"}}));
            theirs(stranger.post("/api/v1/verifications/" + verification + "/return", {{"kind", "closed"}}));
            theirs(stranger.post("/api/v1/cases/" + id + "/decisions", {{"kind", "close"}}));
            QVERIFY(stranger.get("/api/v1/cases").json().at("cases").empty());
        }
    }
};

VERDESK_TEST(CaseApiTest)
#include "case_test.moc"
