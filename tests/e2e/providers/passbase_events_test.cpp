// What Passbase tells by itself: that something happened, encrypted or not. The bank asks what it was.
#include "tests/e2e/providers/passbase_branch.h"
#include "tests/e2e/providers/proven.h"
#include "tests/support/registry.h"

#include <QTest>

#include <memory>

using namespace verdesk;
using namespace verdesk::test;
using claims::Verdict;
using nlohmann::json;

class PassbaseEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        branch_ = std::make_unique<PassbaseBranch>();
    }
    void init() {
        branch_->reset();
    }
    void cleanupTestCase() {
        QCOMPARE(branch_->end(), std::string{});
    }

    void event_bringsTheResult_data() {
        QTest::addColumn<QByteArray>("flow");
        QTest::addColumn<bool>("byLink");
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<bool>("olderNames");
        const auto row = [](const char* name, const char* flow, bool byLink, const char* faults = "{}",
                            bool olderNames = false) {
            QTest::newRow(name) << QByteArray{flow} << byLink << QByteArray{faults} << olderNames;
        };
        row("button, encrypted", "passbase", false);
        row("link, encrypted", "passbase", true);
        row("button, plain", "passbase_plain", false);
        row("link, plain", "passbase_plain", true);
        row("names of 2019", "passbase", true, "{}", true);
        row("reviewed before it is completed", "passbase", true, R"({"reviewedFirst":true})");
        row("twice", "passbase", true, R"({"webhook":"twice"})");
        row("before the page has its answer", "passbase", true, R"({"webhook":"before-reply"})");
    }
    void event_bringsTheResult() {
        QFETCH(QByteArray, flow);
        QFETCH(bool, byLink);
        QFETCH(QByteArray, faults);
        QFETCH(bool, olderNames);
        if (flow == "passbase_plain") {
            branch_->sendPlainEvents();
        }
        branch_->project({{"olderNames", olderNames}});
        branch_->faults(json::parse(faults.toStdString()));
        const auto check =
            branch_->begin(branch_->openCase(), flow.toStdString(), byLink ? LaunchKind::redirect : LaunchKind::widget);
        branch_->process(check);
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
        QCOMPARE(proven(seen, claims::name::surname), std::string{"Kowalczyk"});
        for (const auto& delivery : branch_->deliveries()) {
            for (const auto& attempt : delivery.at("attempts")) {
                QVERIFY2(attempt.at("status") == 200, delivery.dump(1).c_str());
            }
        }
    }

    void unreadableEvent_isRefused_data() {
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("bad padding") << QByteArray{R"({"badPadding":true})"};
        QTest::newRow("bad JSON") << QByteArray{"{\"text\":\"{\\\"event\\\":\"}"};
        QTest::newRow("no JSON object") << QByteArray{R"({"text":"[1]"})"};
        QTest::newRow("plain where it has to be encrypted") << QByteArray{R"({"encrypted":false})"};
        QTest::newRow("with another secret") << QByteArray{R"({"secret":"fedcba9876543210fedcba9876543210"})"};
        QTest::newRow("bytes") << QByteArray{R"({"raw":"AAECAwQF"})"};
    }
    void unreadableEvent_isRefused() {
        QFETCH(QByteArray, how);
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        const auto before = branch_->hooks(PassbaseBranch::sealed, "rejected");
        auto event = json::parse(how.toStdString());
        event.update({{"event", "VERIFICATION_REVIEWED"}, {"key", nobody}, {"status", "approved"}});
        const auto delivery = branch_->control("POST", "/webhook", event);
        QCOMPARE(delivery.at("attempts").at(0).at("status").get<int>(), 401);
        QCOMPARE(branch_->hooks(PassbaseBranch::sealed, "rejected"), before + 1);
        QVERIFY(branch_->look(check.id).state == State::awaiting);
    }

    void eventThatClaimsMore_isNotBelieved() {
        branch_->sendPlainEvents();
        const auto check = branch_->begin(branch_->openCase(), "passbase_plain", LaunchKind::redirect);
        const auto key = branch_->submit(branch_->open(check), "tilda");
        const auto before = branch_->hooks(PassbaseBranch::plain, "accepted");
        branch_->control("POST", "/webhook",
                         {{"event", "VERIFICATION_REVIEWED"}, {"key", key}, {"status", "approved"}, {"updated", 1}});
        QVERIFY(branch_->reachesHooks(PassbaseBranch::plain, "accepted", before + 1));
        const auto early = branch_->asked(check.id);
        QVERIFY2(early.state == State::verifying, describe(early).c_str());
        branch_->forwardToResult();
        const auto seen = branch_->reaches(check.id, State::completed);
        QCOMPARE(seen.verdict, Verdict::fail);
    }

    void watchlistHitAfterApproval_reopensTheCase() {
        const auto id = branch_->openCase();
        const auto check = branch_->begin(id, "passbase");
        const auto key = branch_->process(check);
        QCOMPARE(branch_->reaches(check.id, State::completed).verdict, Verdict::pass);
        QCOMPARE(branch_->approve(id).status, 201);
        QCOMPARE(branch_->caseOf(id).summary.state, CaseState::closed);

        branch_->forward(std::chrono::hours{24 * 40});
        branch_->control("POST", "/identities/" + key + "/watchlist", {{"listed", true}});
        const auto seen =
            branch_->until(check.id, [](const Verification& each) { return each.verdict == Verdict::review; });
        QVERIFY2(seen.verdict == Verdict::review && seen.state == State::completed, describe(seen).c_str());
        QVERIFY(hasReason(seen, "watchlist"));
        QVERIFY2(said(seen, claims::name::watchlistListing).find("Northern Markets") != std::string::npos,
                 describe(seen).c_str());
        const auto reopened = branch_->caseOf(id);
        QCOMPARE(reopened.summary.state, CaseState::open);
        QCOMPARE(reopened.summary.verdict, Verdict::review);
        QCOMPARE(reopened.summary.decision, DecisionKind::approve);  // it is history, and stays
    }

    void datapointCorrectedAfterApproval_reopensTheCase() {
        const auto id = branch_->openCase();
        const auto check = branch_->begin(id, "passbase");
        const auto key = branch_->process(check);
        QCOMPARE(branch_->reaches(check.id, State::completed).verdict, Verdict::pass);
        QCOMPARE(branch_->approve(id).status, 201);

        branch_->control("POST", "/identities/" + key + "/datapoints",
                         {{"datapoints", {{"date_of_birth", "1970-12-31"}}}});
        const auto seen =
            branch_->until(check.id, [](const Verification& each) { return each.verdict == Verdict::review; });
        QVERIFY2(hasReason(seen, "changed"), describe(seen).c_str());
        QVERIFY(claims::find(seen.claims, claims::name::dateOfBirth)->value ==
                claims::Value{claims::Date{"1970-12-31"}});
        QCOMPARE(branch_->caseOf(id).summary.state, CaseState::open);
    }

private:
    static constexpr const char* nobody = "44444444-4444-4444-8444-444444444444";
    std::unique_ptr<PassbaseBranch> branch_;
};

VERDESK_TEST(PassbaseEventsTest)
#include "passbase_events_test.moc"
