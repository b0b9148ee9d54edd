// Requests that must not happen twice: written down before they are sent, answered from the journal where they were.

#include "providers/registry.h"
#include "tests/backend/egress/fakes.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::egress;
using namespace verdesk::backend::egress::test;

namespace {

HttpRequest once() {
    return post("https://p.example/verify").with("Idempotency-Key", "k1").once("k1");
}

}  // namespace

class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_isWrittenBeforeItIsSent_andItsAnswerKept() {
        World world;
        FakeJournal journal;
        world.client.onSend = [&] { journal.log.emplace_back("sent"); };
        world.client.then(reply(200, "yes"));
        QCOMPARE(run(drive(asking(once()), world.egress, {"a", &journal, {}})), std::string{"200"});
        QCOMPARE(journal.log, (std::vector<std::string>{"before k1", "sent", "after k1 200"}));
    }

    void keptAnswer_isGivenWithoutSending() {
        World world;
        FakeJournal journal;
        journal.kept = reply(201, "kept");
        QCOMPARE(run(drive(asking(once()), world.egress, {"a", &journal, {}})), std::string{"201"});
        QVERIFY(world.client.sent.empty());
        QCOMPARE(journal.log, (std::vector<std::string>{"before k1"}));
    }

    void lostAnswer_ofAReplayableRequest_isAskedForUnderTheSameKey() {
        World world;
        FakeJournal journal;
        world.client.then(timeout()).then(reply(503)).then(reply(200));
        QCOMPARE(run(drive(asking(once().safeToReplay()), world.egress, {"a", &journal, {}})), std::string{"200"});
        QCOMPARE(world.client.sent.size(), std::size_t{3});
        for (const auto& sent : world.client.sent) {
            QVERIFY(findHeader(sent.headers, "Idempotency-Key") == "k1");
        }
        QCOMPARE(journal.log, (std::vector<std::string>{"before k1", "after k1 200"}));
    }

    void lostAnswer_ofAnother_isLost_andTheEntryStaysOpen() {
        World world;
        FakeJournal journal;
        world.client.then(timeout());
        QCOMPARE(run(drive(asking(once()), world.egress, {"a", &journal, {}})), std::string{"provider_unreachable"});
        QCOMPARE(world.client.sent.size(), std::size_t{1});
        QCOMPARE(journal.log, (std::vector<std::string>{"before k1"}));
    }

    void refusal_ofAnother_isKept() {
        World world;
        FakeJournal journal;
        world.client.then(reply(503));
        QCOMPARE(run(drive(asking(once()), world.egress, {"a", &journal, {}})), std::string{"503"});
        QCOMPARE(journal.log, (std::vector<std::string>{"before k1", "after k1 503"}));
    }

    void requestThatNeverLeft_isSentAgain() {
        World world;
        FakeJournal journal;
        world.client.then(noConnection()).then(reply(200));
        QCOMPARE(run(drive(asking(once()), world.egress, {"a", &journal, {}})), std::string{"200"});
        QCOMPARE(world.client.sent.size(), std::size_t{2});
    }

    void withoutAJournal_nothingIsSent() {
        World world;
        QCOMPARE(run(drive(asking(once()), world.egress, {"a", nullptr, {}})), std::string{"internal"});
        QVERIFY(world.client.sent.empty());
    }

    void journalThatCannotWrite_abandonsTheCall() {
        World world;
        FakeJournal journal;
        journal.breaksBefore = true;
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 (void)run(drive(asking(once()), world.egress, {"a", &journal, {}})));
        QVERIFY(world.client.sent.empty());
    }

    void requestsWithoutAKey_areNotWritten() {
        World world;
        FakeJournal journal;
        QCOMPARE(run(drive(asking(get("https://p.example/")), world.egress, {"a", &journal, {}})), std::string{"200"});
        QVERIFY(journal.log.empty());
    }

    // A provider's own call through all of it.
    void passidVerify_withALostAnswer_isVerifiedOnce() {
        providers::Account account;
        account.options = {{"base_url", "https://p.example"}};
        account.secrets["key"].emplace_back("sk_sandbox_test_0001");
        providers::FlowOptions flow;
        flow.launches = {LaunchKind::token};
        const providers::Context context{account, flow, "Acme Bank", {}, {}};
        const providers::Attempt attempt{VerificationId{"v"}, LaunchKind::token, {}, "k1"};
        const providers::Return returned = providers::TokenReturn{crypto::Secret{"ke8v-3txy-z72l"}};
        World world;
        FakeJournal journal;
        world.client.then(timeout()).then(reply(200, R"({"valid":true,"claims":{"tier":"A"}})"));
        auto call = providers::find("passid")->complete(context, attempt, returned);
        const auto progress = run(drive(std::move(call), world.egress, {"a", &journal, {}}));
        QCOMPARE(progress.state, State::completed);
        QCOMPARE(world.client.sent.size(), std::size_t{2});
        QCOMPARE(journal.log, (std::vector<std::string>{"before k1", "after k1 200"}));
    }
};

VERDESK_TEST(JournalTest)
#include "journal_test.moc"
