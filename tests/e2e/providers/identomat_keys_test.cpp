// Whose calls and answers are taken: the company's key, and the signatures of both sides.
#include "tests/e2e/providers/identomat_bank.h"
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
        bank_->goThrough(IdentomatBank::tokenOf(check));
        bank_->forwardToResult();
    }

private Q_SLOTS:
    void initTestCase() {
        bank_ = std::make_unique<IdentomatBank>();
    }
    void init() {
        bank_->reset();
        bank_->company({{"statusCallbacks", false}});
    }
    void cleanupTestCase() {
        QCOMPARE(bank_->end(), std::string{});
    }

    void resultThatIsNotSigned_isNotBelieved_data() {
        addSignatures();
    }
    void resultThatIsNotSigned_isNotBelieved() {
        QFETCH(QByteArray, fault);
        const auto check = bank_->start(bank_->openCase(), {"identomat", LaunchKind::widget});
        finish(check);
        bank_->faults({{fault.toStdString(), true}});
        const auto forged = bank_->asked(check.id);
        QVERIFY2(forged.state == State::awaiting && forged.claims.empty(), describe(forged).c_str());
        bank_->faults({{fault.toStdString(), false}});
        const auto seen = bank_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(seen.verdict, Verdict::pass);
    }

    // The page leads back to the desk just then: that is no reason to give up either.
    void returnWhileNothingIsSigned_endsNothing() {
        const auto check = bank_->start(bank_->openCase(), {"identomat", LaunchKind::redirect});
        finish(check);
        bank_->faults({{"badSignature", true}});
        bank_->report(check.id, {{"kind", "redirect"}, {"url", bank_->publicOrigin() + "/return/identomat"}});
        const auto forged = bank_->until(
            check.id, [](const Verification& each) { return each.state == State::verifying || isFinal(each.state); });
        QVERIFY2(!isFinal(forged.state), describe(forged).c_str());
        bank_->faults({{"badSignature", false}});
        const auto seen = bank_->asked(check.id);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
    }

    void sessionThatIsNotSigned_isNotOpened_data() {
        addSignatures();
    }
    void sessionThatIsNotSigned_isNotOpened() {
        QFETCH(QByteArray, fault);
        bank_->faults({{fault.toStdString(), true}});
        const auto check = bank_->start(bank_->openCase(), {"identomat", LaunchKind::widget});
        QVERIFY2(check.state == State::failed, describe(check).c_str());
        QCOMPARE(check.failure, std::optional{Failure::providerBroken});
        QCOMPARE(check.code, std::string{"VD-F202"});
    }

    void callsWithoutASignature_areRefusedByIdentomat() {
        const auto check = bank_->start(bank_->openCase(), {"identomat_plain", LaunchKind::widget});
        QVERIFY2(check.state == State::failed, describe(check).c_str());
        QCOMPARE(check.failure, std::optional{Failure::providerRefused});
        QCOMPARE(bank_->control("GET", "/refusals").at("refusals").back().at("code").get<std::string>(),
                 std::string{"SIGNATURE_INVALID"});
    }

    void companyThatDoesNotSign_isTakenByItsKeyAlone() {
        bank_->company({{"hmac", false}});
        const auto check = bank_->start(bank_->openCase(), {"identomat_plain", LaunchKind::widget});
        finish(check);
        const auto seen = bank_->asked(check.id);
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
        bank_->company({{"keyErrorStatus", status}});
        const auto begun = bank_->start(bank_->openCase(), {"identomat", LaunchKind::widget});
        bank_->faults({{"companyKeyInvalid", true}});
        const auto check = bank_->start(bank_->openCase(), {"identomat", LaunchKind::widget});
        QVERIFY2(check.state == State::failed, describe(check).c_str());
        QCOMPARE(check.failure, std::optional{Failure::providerRefused});
        QCOMPARE(check.code, std::string{"VD-F203"});

        bank_->close(begun.id);
        const auto seen = bank_->reaches(begun.id, State::failed);
        QVERIFY2(seen.failure == Failure::providerRefused, describe(seen).c_str());
    }

    void tokenOfAnotherForm_isTakenToo_data() {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("in an object") << QByteArray{"tokenAsObject"};
        QTest::newRow("without quotes") << QByteArray{"bareToken"};
    }
    void tokenOfAnotherForm_isTakenToo() {
        QFETCH(QByteArray, form);
        bank_->faults({{form.toStdString(), true}});
        const auto check = bank_->start(bank_->openCase(), {"identomat", LaunchKind::widget});
        QVERIFY2(check.state == State::awaiting, describe(check).c_str());
        QCOMPARE(bank_->session(IdentomatBank::tokenOf(check)).at("status").get<std::string>(), std::string{"open"});
    }

private:
    std::unique_ptr<IdentomatBank> bank_;
};

VERDESK_TEST(IdentomatKeysTest)
#include "identomat_keys_test.moc"
