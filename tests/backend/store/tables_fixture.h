#pragma once
// What the tests of the tables share: one store of each engine, work inside a transaction that is rolled back, and rows
// compared member by member.

#include "backend/store/store.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/verifications.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/samples.h"

#include <QObject>
#include <QTest>

#include <memory>

namespace verdesk::test {

using namespace verdesk::backend::store;

inline CaseRow insertedCase(Transaction& t, const std::string& branch = "city", const std::string& reference = "K-1") {
    const auto row = sampleCase(branch, reference);
    tables::insert(t, row);
    return row;
}

inline VerificationRow insertedVerification(Transaction& t, const CaseRow& kase) {
    const auto row = sampleVerification(kase);
    tables::insert(t, row);
    return row;
}

class TablesFixture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() {
        sqlite_.reset();
        postgres_.reset();
    }

protected:
    Harness& shared(Engine engine) {
        auto& slot = engine == Engine::sqlite ? sqlite_ : postgres_;
        if (!slot) {
            slot = std::make_unique<Harness>(engine);
        }
        return *slot;
    }

    struct RolledBack {};
    template <class Work>
    void inTransaction(Work work) {
        QFETCH(Engine, engine);
        try {
            shared(engine).write([&](Transaction& t) {
                work(t);
                throw RolledBack{};
            });
        } catch (const RolledBack&) {
        }
    }

    static void compare(const CaseRow& a, const CaseRow& b) {
        QCOMPARE(a.id, b.id);
        QCOMPARE(a.number, b.number);
        QCOMPARE(a.branch, b.branch);
        QCOMPARE(a.reference, b.reference);
        QCOMPARE(a.purpose, b.purpose);
        QCOMPARE(a.state, b.state);
        QCOMPARE(a.verdict, b.verdict);
        QCOMPARE(a.decision, b.decision);
        QCOMPARE(a.environment, b.environment);
        QCOMPARE(a.openedBy, b.openedBy);
        QCOMPARE(a.openedByName, b.openedByName);
        QVERIFY(a.openedAt == b.openedAt);
        QVERIFY(a.updatedAt == b.updatedAt);
        QCOMPARE(a.consentVersion, b.consentVersion);
        QCOMPARE(a.consentLanguage, b.consentLanguage);
        QCOMPARE(a.attestationVersion, b.attestationVersion);
        QVERIFY(a.erasedAt == b.erasedAt);
    }
    static void compare(const VerificationRow& a, const VerificationRow& b) {
        QCOMPARE(a.id, b.id);
        QCOMPARE(a.caseId, b.caseId);
        QCOMPARE(a.branch, b.branch);
        QCOMPARE(a.counter, b.counter);
        QCOMPARE(a.flow, b.flow);
        QCOMPARE(a.flowDigest, b.flowDigest);
        QCOMPARE(a.rulesVersion, b.rulesVersion);
        QCOMPARE(a.provider, b.provider);
        QCOMPARE(a.account, b.account);
        QCOMPARE(a.environment, b.environment);
        QCOMPARE(a.launch, b.launch);
        QCOMPARE(a.state, b.state);
        QCOMPARE(a.verdict, b.verdict);
        QVERIFY(a.decline == b.decline);
        QVERIFY(a.failure == b.failure);
        QCOMPARE(a.code, b.code);
        QCOMPARE(a.providerCode, b.providerCode);
        QCOMPARE(a.providerKey, b.providerKey);
        QVERIFY(a.startedAt == b.startedAt);
        QVERIFY(a.endedAt == b.endedAt);
        QVERIFY(a.deadline == b.deadline);
        QVERIFY(a.nextPollAt == b.nextPollAt);
        QVERIFY(a.polledAt == b.polledAt);
        QCOMPARE(a.startedBy, b.startedBy);
        QCOMPARE(a.startedByName, b.startedByName);
        QCOMPARE(a.tier, b.tier);
        QVERIFY(a.score == b.score);
        QVERIFY(a.details == b.details);
        QCOMPARE(a.parent, b.parent);
        QCOMPARE(a.erased, b.erased);
    }

private:
    std::unique_ptr<Harness> sqlite_;
    std::unique_ptr<Harness> postgres_;
};

}  // namespace verdesk::test
