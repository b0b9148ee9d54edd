// What Identomat tells by itself: that a session got further, and texts that the bank is to send on.
#include "tests/e2e/providers/identomat_branch.h"
#include "tests/e2e/providers/proven.h"
#include "tests/support/registry.h"

#include <QTest>

#include <memory>

using namespace verdesk;
using namespace verdesk::test;
using claims::Verdict;
using nlohmann::json;

class IdentomatCallbacksTest : public QObject {
    Q_OBJECT

    // Of a customer who has come to the widget.
    std::string startedCodes() {
        auto token =
            IdentomatBranch::tokenOf(branch_->start(branch_->openCase(), {"identomat_codes", LaunchKind::widget}));
        branch_->act(token, "start", {{"person", "nino"}});
        return token;
    }
    std::string codeOf(const std::string& token, const std::string& step) {
        return branch_->session(token).at("codes").at(step).at("code");
    }
    void requireSent(const char* channel, const char* to, const std::string& code) {
        const json expected{{"channel", channel}, {"to", to}, {"text", "Your code is " + code}};
        QVERIFY2(branch_->sent().back() == expected, branch_->sent().back().dump().c_str());
    }
    // How the newest callback was answered, attempt by attempt.
    std::vector<int> statuses() {
        std::vector<int> all;
        const auto deliveries = branch_->deliveries();
        for (const auto& attempt : deliveries.back().at("attempts")) {
            all.push_back(attempt.at("status").get<int>());
        }
        return all;
    }

private Q_SLOTS:
    void initTestCase() {
        branch_ = std::make_unique<IdentomatBranch>();
    }
    void init() {
        branch_->reset();
        branch_->faults({{"webhook", "before-reply"}});  // so that what was told is known here
    }
    void cleanupTestCase() {
        QCOMPARE(branch_->end(), std::string{});
    }

    void statusCallback_bringsTheResult() {
        const auto check = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        const auto other = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        branch_->goThrough(IdentomatBranch::tokenOf(check));
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
        QCOMPARE(statuses(), std::vector<int>{200});
        QVERIFY(branch_->look(other.id).state == State::awaiting);
    }

    void screeningAfterApproval_reopensTheCase() {
        const auto id = branch_->openCase();
        const auto check = branch_->start(id, {"identomat", LaunchKind::widget});
        const auto token = IdentomatBranch::tokenOf(check);
        branch_->goThrough(token);
        QCOMPARE(branch_->reaches(check.id, State::completed).verdict, Verdict::pass);
        QCOMPARE(branch_->approve(id).status, 201);
        branch_->control("POST", "/sessions/" + token + "/screening");
        const auto seen =
            branch_->until(check.id, [](const Verification& each) { return each.verdict == Verdict::review; });
        QVERIFY2(hasReason(seen, "watchlist"), describe(seen).c_str());
        QCOMPARE(branch_->caseOf(id).summary.state, CaseState::open);
    }

    void callbackWithAnotherKey_isRefused() {
        branch_->faults({{"wrongCallbackKey", true}});
        const auto check = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        const auto before = branch_->hooks(IdentomatBranch::account, "rejected");
        branch_->goThrough(IdentomatBranch::tokenOf(check));
        QCOMPARE(statuses(), std::vector<int>{401});
        QCOMPARE(branch_->hooks(IdentomatBranch::account, "rejected"), before + 1);
        QVERIFY(branch_->look(check.id).state == State::awaiting);
    }

    void codes_areSentOn_andNotKept() {
        const auto token = startedCodes();
        branch_->act(token, "codes/phone_number", {{"to", "+995555010203"}});
        const auto sms = codeOf(token, "phone_number");
        QCOMPARE(branch_->sent().size(), std::size_t{1});
        requireSent("sms", "+995555010203", sms);
        QCOMPARE(branch_->act(token, "steps/phone_number", {{"to", "+995555010203"}, {"code", sms}}).status, 200);

        branch_->act(token, "codes/require_email", {{"to", "nino@example.test"}});
        const auto email = codeOf(token, "require_email");
        QCOMPARE(branch_->sent().size(), std::size_t{2});
        requireSent("email", "nino@example.test", email);
        branch_->act(token, "steps/require_email", {{"to", "nino@example.test"}, {"code", email}});

        QVERIFY(branch_->log().find("Your code is") == std::string::npos);
        QVERIFY(branch_->fileText("store.db").find("Your code is") == std::string::npos);
        QVERIFY(branch_->fileText("store.db-wal").find("Your code is") == std::string::npos);
    }

    void checkedNumberAndAddress_areProven() {
        const auto check = branch_->start(branch_->openCase(), {"identomat_codes", LaunchKind::widget});
        const auto token = IdentomatBranch::tokenOf(check);
        branch_->act(token, "start", {{"person", "nino"}});
        for (const auto& [step, to] :
             {std::pair{"phone_number", "+995555010203"}, std::pair{"require_email", "nino@example.test"}}) {
            branch_->act(token, std::string{"codes/"} + step, {{"to", to}});
            branch_->act(token, std::string{"steps/"} + step, {{"to", to}, {"code", codeOf(token, step)}});
        }
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.verdict == Verdict::pass, describe(seen).c_str());
        QCOMPARE(proven(seen, claims::name::phone), std::string{"+995555010203"});
        QCOMPARE(proven(seen, claims::name::email), std::string{"nino@example.test"});
    }

    void sharedLink_isSentOn() {
        const auto token = startedCodes();
        branch_->control("POST", "/sessions/" + token + "/share", {{"phoneNumber", "+995555010203"}});
        QCOMPARE(branch_->sent().size(), std::size_t{1});
        QVERIFY(branch_->sent().front().at("text").get<std::string>().find(token) != std::string::npos);
    }

    void textThatCouldNotBeSent_isAskedForAgain() {
        const auto token = startedCodes();
        branch_->breakSender(true);
        branch_->act(token, "codes/phone_number", {{"to", "+995555010203"}});
        QCOMPARE(statuses(), std::vector<int>{503});
        QVERIFY(branch_->sent().empty());
        branch_->breakSender(false);
        const auto relayed = branch_->hooks(IdentomatBranch::account, "relayed");
        branch_->forward(std::chrono::minutes{1});
        QVERIFY(branch_->reachesHooks(IdentomatBranch::account, "relayed", relayed + 1));
        QCOMPARE(branch_->sent().size(), std::size_t{1});
    }

    // Nobody knows to whom: it must not be lost with a friendly answer, nor kept.
    void textForNobodyKnown_isNotTaken() {
        const auto token = startedCodes();
        const auto delivery = branch_->control("POST", "/callback",
                                               {{"type", "email-one-time-password-request"},
                                                {"sessionId", token},
                                                {"text", "Your code is 4071"},
                                                {"more", {{"recipientOfAnotherName", "nino@example.test"}}}});
        QCOMPARE(delivery.at("attempts").at(0).at("status").get<int>(), 503);
        QVERIFY(branch_->sent().empty());
        QVERIFY(branch_->fileText("store.db").find("4071") == std::string::npos);
        QVERIFY(branch_->fileText("store.db-wal").find("Your code is 4071") == std::string::npos);
    }

    void callbackThatIsNone_isRefused_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("no JSON") << QByteArray{R"({"raw":"callbackApiKey=cb_e2e_0123456789abcdef"})"};
        QTest::newRow("a list") << QByteArray{"{\"raw\":\"[\\\"cb_e2e_0123456789abcdef\\\"]\"}"};
        QTest::newRow("without its key") << QByteArray{R"({"withoutKey":true})"};
        QTest::newRow("an empty key") << QByteArray{R"({"callbackApiKey":""})"};
    }
    void callbackThatIsNone_isRefused() {
        QFETCH(QByteArray, what);
        const auto delivery = branch_->control("POST", "/callback", json::parse(what.toStdString()));
        QCOMPARE(delivery.at("attempts").at(0).at("status").get<int>(), 401);
    }

private:
    std::unique_ptr<IdentomatBranch> branch_;
};

VERDESK_TEST(IdentomatCallbacksTest)
#include "identomat_callbacks_test.moc"
