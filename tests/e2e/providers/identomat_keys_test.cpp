// Whose calls and answers are taken: the company's key, and the signatures of both sides.
#include "tests/e2e/providers/identomat_branch.h"
#include "tests/e2e/providers/proven.h"
#include "tests/support/registry.h"

#include <QTest>

#include <memory>

using namespace verdesk;
using namespace verdesk::test;
using claims::Verdict;
using nlohmann::json;

class IdentomatKeysTest : public QObject {
    Q_OBJECT

    void addSignatures() {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("somebody else's") << QByteArray{"badSignature"};
        QTest::newRow("none") << QByteArray{"noSignature"};
    }
    // The customer is through, and the result is there.
    void finish(const Verification& check) {
        branch_->goThrough(IdentomatBranch::tokenOf(check));
        branch_->forwardToResult();
    }

private Q_SLOTS:
    void initTestCase() {
        branch_ = std::make_unique<IdentomatBranch>();
    }
    void init() {
        branch_->reset();
        branch_->company({{"statusCallbacks", false}});
    }
    void cleanupTestCase() {
        QCOMPARE(branch_->end(), std::string{});
    }

    void resultThatIsNotSigned_isNotBelieved_data() {
        addSignatures();
    }
    void resultThatIsNotSigned_isNotBelieved() {
        QFETCH(QByteArray, fault);
        const auto check = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        finish(check);
        branch_->faults({{fault.toStdString(), true}});
        const auto forged = branch_->asked(check.id);
        QVERIFY2(forged.state == State::awaiting && forged.claims.empty(), describe(forged).c_str());
        branch_->faults({{fault.toStdString(), false}});
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
    }

    // The page leads back to the desk just then: that is no reason to give up either.
    void returnWhileNothingIsSigned_endsNothing() {
        const auto check = branch_->start(branch_->openCase(), {"identomat", LaunchKind::redirect});
        finish(check);
        branch_->faults({{"badSignature", true}});
        branch_->report(check.id, {{"kind", "redirect"}, {"url", branch_->publicOrigin() + "/return/identomat"}});
        const auto forged = branch_->until(
            check.id, [](const Verification& each) { return each.state == State::verifying || isFinal(each.state); });
        QVERIFY2(!isFinal(forged.state), describe(forged).c_str());
        branch_->faults({{"badSignature", false}});
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
    }

    void sessionThatIsNotSigned_isNotOpened_data() {
        addSignatures();
    }
    void sessionThatIsNotSigned_isNotOpened() {
        QFETCH(QByteArray, fault);
        branch_->faults({{fault.toStdString(), true}});
        const auto check = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        QVERIFY2(check.state == State::failed, describe(check).c_str());
        QCOMPARE(check.failure, std::optional{Failure::providerBroken});
        QCOMPARE(check.code, std::string{"VD-F202"});
    }

    void callsWithoutASignature_areRefusedByIdentomat() {
        const auto check = branch_->start(branch_->openCase(), {"identomat_plain", LaunchKind::widget});
        QVERIFY2(check.state == State::failed, describe(check).c_str());
        QCOMPARE(check.failure, std::optional{Failure::providerRefused});
        QCOMPARE(branch_->control("GET", "/refusals").at("refusals").back().at("code").get<std::string>(),
                 std::string{"SIGNATURE_INVALID"});
    }

    void companyThatDoesNotSign_isTakenByItsKeyAlone() {
        branch_->company({{"hmac", false}});
        const auto check = branch_->start(branch_->openCase(), {"identomat_plain", LaunchKind::widget});
        finish(check);
        const auto seen = branch_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
    }

    void companyKeyInvalid_isAMatterForTheAdministrator_data() {
        QTest::addColumn<int>("status");
        QTest::newRow("with a status that says nothing") << 200;
        QTest::newRow("forbidden") << 403;
    }
    void companyKeyInvalid_isAMatterForTheAdministrator() {
        QFETCH(int, status);
        branch_->company({{"keyErrorStatus", status}});
        const auto begun = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        branch_->faults({{"companyKeyInvalid", true}});
        const auto check = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        QVERIFY2(check.state == State::failed, describe(check).c_str());
        QCOMPARE(check.failure, std::optional{Failure::providerRefused});
        QCOMPARE(check.code, std::string{"VD-F203"});

        branch_->close(begun.id);
        const auto seen = branch_->reaches(begun.id, State::failed);
        QVERIFY2(seen.failure == Failure::providerRefused, describe(seen).c_str());
    }

    void tokenOfAnotherForm_isTakenToo_data() {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("in an object") << QByteArray{"tokenAsObject"};
        QTest::newRow("without quotes") << QByteArray{"bareToken"};
    }
    void tokenOfAnotherForm_isTakenToo() {
        QFETCH(QByteArray, form);
        branch_->faults({{form.toStdString(), true}});
        const auto check = branch_->start(branch_->openCase(), {"identomat", LaunchKind::widget});
        QVERIFY2(check.state == State::awaiting, describe(check).c_str());
        QCOMPARE(branch_->session(IdentomatBranch::tokenOf(check)).at("status").get<std::string>(),
                 std::string{"open"});
    }

private:
    std::unique_ptr<IdentomatBranch> branch_;
};

VERDESK_TEST(IdentomatKeysTest)
#include "identomat_keys_test.moc"
