#include "backend/auth/policy.h"
#include "tests/support/registry.h"

#include <QTest>

#include <set>

using namespace verdesk;
using namespace verdesk::backend;

class PolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The whole table, written a second time and the other way round: what each role may not do.
    void mayDo_everyOperationAndRole() {
        const std::set<std::pair<Operation, Role>> refused{{Operation::decideCase, Role::teller},
                                                           {Operation::readUnmatched, Role::teller},
                                                           {Operation::settleUnmatched, Role::teller},
                                                           {Operation::eraseCase, Role::teller}};
        for (const auto operation : allOperations) {
            QVERIFY(!mayDo(operation, Role::unknown));
            for (const auto role : {Role::teller, Role::officer, Role::admin}) {
                QCOMPARE(mayDo(operation, role), refused.count({operation, role}) == 0);
            }
        }
    }

    void mayDo_whatIsNoOperation_isRefused() {
        QVERIFY(!mayDo(static_cast<Operation>(999), Role::admin));
        QVERIFY(!mayDo(Operation::readOwn, static_cast<Role>(999)));
    }

    void mayTouch_ownBranchAlone_whateverTheRole() {
        for (const auto role : {Role::teller, Role::officer, Role::admin}) {
            Who who;
            who.role = role;
            who.branch = "012";
            QVERIFY(mayTouch(who, "012"));
            QVERIFY(!mayTouch(who, "013"));
            QVERIFY(!mayTouch(who, ""));
        }
        QVERIFY(!mayTouch(Who{}, ""));
    }
};

VERDESK_TEST(PolicyTest)
#include "policy_test.moc"
