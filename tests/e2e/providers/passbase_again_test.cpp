// A customer whom an earlier check made known looks into Passbase's camera again.
#include "tests/e2e/providers/passbase_branch.h"
#include "tests/e2e/providers/proven.h"
#include "tests/support/registry.h"

#include <QTest>

#include <memory>

using namespace verdesk;
using namespace verdesk::test;
using claims::Verdict;
using nlohmann::json;

class PassbaseAgainTest : public QObject {
    Q_OBJECT

    static constexpr const char* flow = "passbase_again";

    // Of a case whose customer Passbase knows by now; the identity's key.
    std::string makeKnown(const CaseId& id) {
        const auto check = branch_->begin(id, "passbase");
        auto key = branch_->process(check);
        if (branch_->reaches(check.id, State::completed).state != State::completed) {
            qFatal("the first check came to nothing");
        }
        branch_->forward(std::chrono::minutes{5});  // Passbase counts in seconds
        return key;
    }
    Verification beginAgain(const CaseId& id) {
        return branch_->start(id, {flow, LaunchKind::widget});
    }
    // The customer looks into the camera.
    json look(const Verification& check, const char* person) {
        return branch_->page("POST", "/visits/" + branch_->open(check) + "/authenticate", {{"person", person}}).json();
    }

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

    void stranger_isNotOfferedIt() {
        const auto id = branch_->openCase();
        QVERIFY(branch_->caseOf(id).knownAt.empty());
        const auto refused = branch_->tryStart(id, {flow, LaunchKind::widget});
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.json().value("code", ""), std::string{"customer-not-known"});
    }

    void knownFace_isProven() {
        const auto id = branch_->openCase();
        makeKnown(id);
        QCOMPARE(branch_->caseOf(id).knownAt, std::vector<std::string>{PassbaseBranch::sealed});
        const auto check = beginAgain(id);
        QVERIFY2(check.state == State::awaiting, describe(check).c_str());
        const auto visit = look(check, "maja");
        QCOMPARE(visit.value("authenticated", false), true);
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QVERIFY(isProven(seen, claims::name::liveness));
        QCOMPARE(proven(seen, claims::name::givenNames), std::string{"Maja Zofia"});
        QCOMPARE(seen.verdict, Verdict::pass);
    }

    // A click in the dashboard, or a screening that found nothing: nobody was there.
    void changeWithoutACustomer_provesNothing() {
        const auto id = branch_->openCase();
        const auto key = makeKnown(id);
        const auto check = beginAgain(id);
        branch_->control("POST", "/identities/" + key + "/watchlist", {{"listed", false}});
        const auto seen = branch_->asked(check.id);
        QVERIFY2(!isProven(seen, claims::name::liveness), describe(seen).c_str());
        QVERIFY2(seen.verdict != Verdict::pass, describe(seen).c_str());
        QVERIFY2(!isFinal(seen.state), describe(seen).c_str());

        look(check, "maja");
        const auto proof = branch_->reaches(check.id, State::completed);
        QVERIFY2(isProven(proof, claims::name::liveness), describe(proof).c_str());
    }

    void pageThatWasClosed_provesNothing() {
        const auto id = branch_->openCase();
        makeKnown(id);
        const auto check = beginAgain(id);
        branch_->open(check);
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::awaiting, describe(seen).c_str());
    }

    void anotherFace_endsIt_andSaysSo() {
        const auto id = branch_->openCase();
        makeKnown(id);
        const auto check = beginAgain(id);
        const auto visit = look(check, "tilda");
        QCOMPARE(visit.value("code", ""), std::string{"BIOMETRIC_AUTHENTICATION_FAILED"});
        branch_->pageSays(check, "iframeError", json::array({visit.at("code"), {{"step", visit.value("step", "")}}}));
        const auto seen = branch_->until(check.id, [](const Verification& each) { return isFinal(each.state); });
        QVERIFY2(isFinal(seen.state) && !isProven(seen, claims::name::liveness), describe(seen).c_str());
        QVERIFY(seen.verdict != Verdict::pass);
        QCOMPARE(seen.providerCode, std::string{"BIOMETRIC_AUTHENTICATION_FAILED at RESOURCE"});
    }

private:
    std::unique_ptr<PassbaseBranch> branch_;
};

VERDESK_TEST(PassbaseAgainTest)
#include "passbase_again_test.moc"
