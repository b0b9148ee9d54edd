// Passbase's button and hosted link, from the customer's page to what staff read. Events are left out here: what the
// page says, and that it was closed, has to do.
#include "tests/e2e/providers/passbase_branch.h"
#include "tests/e2e/providers/proven.h"
#include "tests/support/registry.h"

#include <QTest>

#include <memory>

using namespace verdesk;
using namespace verdesk::test;
using claims::Verdict;
using nlohmann::json;

Q_DECLARE_METATYPE(verdesk::claims::Verdict)

class PassbasePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        branch_ = std::make_unique<PassbaseBranch>();
    }
    void init() {
        branch_->reset();
        branch_->faults({{"webhook", "never"}});
    }
    void cleanupTestCase() {
        QCOMPARE(branch_->end(), std::string{});
    }

    void button_isToldWhoseItIs_andSubmittingProvesIt() {
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        QVERIFY2(check.state == State::awaiting, describe(check).c_str());
        const auto visit = branch_->open(check);
        const auto key = branch_->submit(visit);
        branch_->pageSays(check, "iframeSubmitted", json::array({key}));
        QVERIFY(branch_->reaches(check.id, State::verifying).state == State::verifying);

        branch_->forwardToResult();
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
        QVERIFY(isProven(seen, claims::name::providerAccepted));
        QVERIFY(isProven(seen, claims::name::identity));
        QCOMPARE(proven(seen, claims::name::givenNames), std::string{"Maja Zofia"});
        QCOMPARE(proven(seen, claims::name::surname), std::string{"Kowalczyk"});
        QCOMPARE(proven(seen, claims::name::dateOfBirth), std::string{"1991-05-17"});
        // The metadata went out encrypted, and came back.
        QCOMPARE(said(seen, "reference"), check.id.value);
        QVERIFY(!said(seen, "started_at").empty());
    }

    void resultThatIsThereAlready_endsItAtOnce() {
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        const auto key = branch_->process(check);
        branch_->pageSays(check, "iframeFinish", json::array({key}));
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.proof->channel, claims::Channel::verify);
    }

    void result_isWhatPassbaseMadeOfIt_data() {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QByteArray>("rule");
        QTest::newRow("all is well") << QByteArray{"maja"} << Verdict::pass << QByteArray{};
        QTest::newRow("somebody has to decide") << QByteArray{"joao"} << Verdict::review << QByteArray{"unreadable"};
        QTest::newRow("declined") << QByteArray{"tilda"} << Verdict::fail << QByteArray{"rejected"};
        QTest::newRow("on a watchlist") << QByteArray{"henrik"} << Verdict::review << QByteArray{"watchlist"};
        QTest::newRow("expired") << QByteArray{"piet"} << Verdict::review << QByteArray{"expired_document"};
    }
    void result_isWhatPassbaseMadeOfIt() {
        QFETCH(QByteArray, person);
        QFETCH(Verdict, verdict);
        QFETCH(QByteArray, rule);
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        const auto key = branch_->process(check, person.toStdString());
        branch_->pageSays(check, "iframeFinish", json::array({key}));
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.verdict == verdict, describe(seen).c_str());
        QVERIFY2(rule.isEmpty() || hasReason(seen, rule.toStdString()), describe(seen).c_str());
    }

    void identityOfAnotherCheck_isNotTaken() {
        const auto other = branch_->begin(branch_->openCase(), "passbase");
        const auto key = branch_->process(other);
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        branch_->pageSays(check, "iframeSubmitted", json::array({key}));
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::awaiting, describe(seen).c_str());
        QVERIFY(seen.claims.empty());
    }

    void fault_thatPasses_endsNothing_data() {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("broken") << QByteArray{"fail500"};
        QTest::newRow("unreachable") << QByteArray{"dropBefore"};
    }
    void fault_thatPasses_endsNothing() {
        QFETCH(QByteArray, fault);
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        const auto key = branch_->process(check);
        constexpr int asOftenAsItIsAsked = 3;
        branch_->faults({{"route", "identity"}, {fault.toStdString(), asOftenAsItIsAsked}});
        branch_->pageSays(check, "iframeSubmitted", json::array({key}));
        const auto used = [&](const Verification& seen) {
            const auto left = branch_->control("GET", "/faults").at("routes").at("identity").at(fault.toStdString());
            return isFinal(seen.state) || left == 0;
        };
        QVERIFY(!isFinal(branch_->until(check.id, used).state));
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
    }

    void customerWhoLeaves_cancelsIt() {
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        branch_->pageSays(check, "iframeError", json::array({"CANCELLED_BY_USER", {{"step", "CONSENT"}}}));
        const auto seen = branch_->reaches(check.id, State::cancelled);
        QVERIFY2(seen.state == State::cancelled, describe(seen).c_str());
    }

    void pageThatGivesUp_saysWhy() {
        const auto check = branch_->begin(branch_->openCase(), "passbase");
        branch_->pageSays(check, "iframeError", json::array({"FATAL_ERROR", {{"step", "RESOURCE"}}}));
        const auto seen = branch_->until(check.id, [](const Verification& each) { return isFinal(each.state); });
        QVERIFY2(isFinal(seen.state) && seen.state != State::completed, describe(seen).c_str());
        QCOMPARE(seen.providerCode, std::string{"FATAL_ERROR at RESOURCE"});
    }

    void hostedLink_isFoundByTheCustomersAddress() {
        const auto check = branch_->begin(branch_->openCase(), "passbase", LaunchKind::redirect);
        const auto stranger = branch_->begin(branch_->openCase(), "passbase", LaunchKind::redirect);
        branch_->process(check);
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(proven(seen, claims::name::surname), std::string{"Kowalczyk"});
        QVERIFY(branch_->asked(stranger.id).state == State::awaiting);
    }

    void hostedLink_withoutAnAddress_isNotOpened() {
        StartVerification what{"passbase", LaunchKind::redirect};
        const auto check = branch_->start(branch_->openCase(), what);
        QVERIFY2(check.state == State::failed && check.failure == Failure::configuration, describe(check).c_str());
    }

    void documents_areFetchedAndServed() {
        const auto check = branch_->begin(branch_->openCase(), "passbase_documents");
        branch_->pageSays(check, "iframeFinish", json::array({branch_->process(check)}));
        const auto kept = [](const Verification& each) {
            return !documentOf(each, claims::name::documentFront).evidence.empty() &&
                   !documentOf(each, claims::name::faceVideo).evidence.empty();
        };
        const auto seen = branch_->until(check.id, kept);
        QVERIFY2(kept(seen), describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
        const auto front = documentOf(seen, claims::name::documentFront);
        QCOMPARE(front.mediaType, std::string{"image/jpeg"});
        QCOMPARE(documentOf(seen, claims::name::faceVideo).mediaType, std::string{"video/mp4"});
        const auto served = branch_->staffAsk("/evidence/" + front.evidence);
        QCOMPARE(served.status, 200);
        QVERIFY(served.body == branch_->page("GET", "/pictures/front.jpg").body);
    }

    void documents_withoutThePermission_areMissingAndSayWhy_data() {
        QTest::addColumn<int>("refusal");
        QTest::newRow("401") << 401;
        QTest::newRow("403") << 403;
    }
    void documents_withoutThePermission_areMissingAndSayWhy() {
        QFETCH(int, refusal);
        branch_->project({{"documents", false}, {"refusal", refusal}});
        const auto check = branch_->begin(branch_->openCase(), "passbase_documents");
        branch_->pageSays(check, "iframeFinish", json::array({branch_->process(check)}));
        const auto told = [](const Verification& each) {
            return !whyNotKept(each, claims::name::documentFront).empty() &&
                   !whyNotKept(each, claims::name::faceVideo).empty();
        };
        const auto seen = branch_->until(check.id, told);
        QVERIFY2(told(seen), describe(seen).c_str());
        QCOMPARE(whyNotKept(seen, claims::name::documentFront), std::string{"refused_access"});
        QCOMPARE(seen.verdict, Verdict::review);
        QVERIFY(hasReason(seen, "missing"));
    }

private:
    std::unique_ptr<PassbaseBranch> branch_;
};

VERDESK_TEST(PassbasePageTest)
#include "passbase_test.moc"
