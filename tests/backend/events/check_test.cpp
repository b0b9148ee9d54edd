#include "backend/events/check.h"

#include "backend/events/build.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/erasures.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/story.h"
#include "tests/support/registry.h"

#include <map>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

// One store for each engine, with two stories in it. Tampering happens in transactions that are rolled back.
struct Told {
    explicit Told(Engine engine) : h{engine} {
        h.write([this](Transaction& t) {
            approved = tellApproved(t, sampleCase());
            awaiting = tellAwaiting(t, sampleCase("city", "K-1002"));
        });
    }
    StoreReport check() {
        return h.read([](Reading& r) { return checkStore(r); });
    }
    // What the check says after the statements.
    StoreReport after(const std::vector<std::string>& statements) {
        StoreReport report;
        try {
            h.write([&](Transaction& t) {
                for (const auto& statement : statements) {
                    execute(t, statement);
                }
                report = checkStore(t);
                throw RolledBack{};
            });
        } catch (const RolledBack&) {
        }
        return report;
    }
    struct RolledBack {};
    Harness h;
    Story approved;
    Story awaiting;
};

std::string listed(const StoreReport& report) {
    std::string all;
    for (const auto& fault : report.faults) {
        all += fault + "\n";
    }
    return all;
}

bool has(const StoreReport& report, const std::string& text) {
    return listed(report).find(text) != std::string::npos;
}

// As the backend does it.
void erase(Transaction& t, const Story& story) {
    ForgetRow wanted;
    wanted.verification = story.verification.id;
    wanted.caseId = story.kase.id;
    wanted.account = story.verification.account;
    wanted.provider = story.verification.provider;
    wanted.flow = story.verification.flow;
    wanted.launch = story.verification.launch;
    wanted.nextAt = wanted.at = at(100);
    tables::insert(t, wanted);
    tables::eraseCase(t, {story.kase.id, at(100), StaffId{"officer"}, "Olga Officer", "asked for"});
    t.append(event::ofCaseErased(*tables::findCase(t, story.kase.id), {story.verification.id}, {},
                                 {"officer", "9", story.kase.branch}, at(100), newEventId(at(100))));
}

}  // namespace

class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void check_storeAsWritten_findsNothing_data() {
        bothEngines();
    }
    void check_storeAsWritten_findsNothing() {
        QFETCH(Engine, engine);
        const auto report = told(engine).check();
        QCOMPARE(listed(report), std::string{});
        QCOMPARE(report.cases, 2);
        QCOMPARE(report.verifications, 2);
        QCOMPARE(report.events, 9);
    }

    void check_emptyStore_findsNothing_data() {
        bothEngines();
    }
    void check_emptyStore_findsNothing() {
        QFETCH(Engine, engine);
        Harness h{engine};
        const auto report = h.read([](Reading& r) { return checkStore(r); });
        QCOMPARE(listed(report), std::string{});
        QCOMPARE(report.events, 0);
    }

    void check_tamperedColumn_isNamedWithBothValues_data() {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const std::vector<std::array<const char*, 4>> columns{
            {"cases", "state", "open", "closed"},
            {"cases", "verdict", "pass", "review"},
            {"cases", "decision", "reject", "approve"},
            {"cases", "number", "Z9-999", ""},
            {"cases", "branch", "harbour", "city"},
            {"cases", "purpose", "loan", "account_opening"},
            {"cases", "environment", "live", "practice"},
            {"cases", "opened_by", "somebody", ""},
            {"cases", "consent_version", "2020-01", "2026-01"},
            {"cases", "consent_language", "en", "de"},
            {"cases", "attestation_version", "2", "1"},
            {"verifications", "state", "declined", "completed"},
            {"verifications", "verdict", "pass", "review"},
            {"verifications", "decline", "token_expired", ""},
            {"verifications", "failure", "internal", ""},
            {"verifications", "code", "VD-D106", ""},
            {"verifications", "branch", "harbour", "city"},
            {"verifications", "counter", "4", "3"},
            {"verifications", "flow", "other", "passid_qr"},
            {"verifications", "flow_digest", "11", "00ff"},
            {"verifications", "rules_version", "99", "3"},
            {"verifications", "account", "other", "passid_practice"},
            {"verifications", "provider", "other", "passid"},
            {"verifications", "environment", "live", "practice"},
            {"verifications", "launch", "token", "qr"},
            {"verifications", "started_by", "somebody", ""},
            {"verifications", "next_poll_at", "5", ""},
            {"verifications", "parent_id", "somebody", ""},
            {"decisions", "kind", "reject", "approve"},
            {"decisions", "decided_by", "somebody", ""},
        };
        for (const auto engine : {Engine::sqlite, Engine::postgres}) {
            for (const auto& [table, column, value, expected] : columns) {
                QTest::addRow("%s: %s.%s", engine == Engine::sqlite ? "SQLite" : "PostgreSQL", table, column)
                    << engine << QString::fromLatin1(table) << QString::fromLatin1(column) << QString::fromLatin1(value)
                    << QString::fromLatin1(expected);
            }
        }
    }
    void check_tamperedColumn_isNamedWithBothValues() {
        QFETCH(Engine, engine);
        QFETCH(QString, table);
        QFETCH(QString, column);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        auto& store = told(engine);
        const auto name = table.toStdString();
        const auto id = name == "verifications" ? store.approved.verification.id.value : store.approved.kase.id.value;
        const auto report =
            store.after({"update " + name + " set " + column.toStdString() + " = '" + value.toStdString() + "' where " +
                         (name == "decisions" ? "case_id" : "id") + " = '" + id + "'"});
        const auto row = name + " " + id + (name == "decisions" ? "/1" : "");
        QVERIFY2(has(report, row + ", column " + column.toStdString() + ": expected "), listed(report).c_str());
        QVERIFY2(has(report, "found \"" + value.toStdString() + "\""), listed(report).c_str());
        if (!expected.isEmpty()) {
            QVERIFY2(has(report, "expected \"" + expected.toStdString() + "\""), listed(report).c_str());
        }
    }

    void check_tamperedEvent_isFound_data() {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("fault");
        const std::vector<std::array<const char*, 3>> changes{
            {"leaf", "update events set leaf = 'ff' where seq = 3", "events 3, column leaf: expected"},
            {"canonical", "update events set canonical = replace(canonical, 'practice', 'live') where seq = 1",
             "events 1, column leaf: expected"},
            {"blank", "update events set canonical = '{ ' || substr(canonical, 2) where seq = 1",
             "events 1, column canonical: it is not in canonical form"},
            {"type", "update events set type = 'case.closed' where seq = 2", "events 2, column type: expected"},
            {"id", "update events set id = 'x' where seq = 2", "events 2, column id: expected"},
            {"at", "update events set at = at + 1 where seq = 2", "events 2, column at: expected"},
            {"case", "update events set case_id = 'x' where seq = 2", "events 2, column case_id: expected"},
            {"verification", "update events set verification_id = 'x' where seq = 2",
             "events 2, column verification_id: expected"},
            {"gap", "delete from events where seq = 4", "events 5, column seq: expected \"4\", found \"5\""},
            {"end", "delete from events where seq = 9", "head 1, column last: expected \"8\", found \"9\""},
            {"head", "update head set last = 10", "head 1, column last: expected \"9\", found \"10\""},
            {"nonsense", "update events set canonical = 'x' where seq = 9", "events 9, column canonical: "},
        };
        for (const auto engine : {Engine::sqlite, Engine::postgres}) {
            for (const auto& [name, statement, fault] : changes) {
                QTest::addRow("%s: %s", engine == Engine::sqlite ? "SQLite" : "PostgreSQL", name)
                    << engine << QString::fromLatin1(statement) << QString::fromLatin1(fault);
            }
        }
    }
    void check_tamperedEvent_isFound() {
        QFETCH(Engine, engine);
        QFETCH(QString, statement);
        QFETCH(QString, fault);
        const auto report = told(engine).after({statement.toStdString()});
        QVERIFY2(has(report, fault.toStdString()), listed(report).c_str());
    }

    void check_sealedValueMoved_doesNotOpen_data() {
        bothEngines();
    }
    void check_sealedValueMoved_doesNotOpen() {
        QFETCH(Engine, engine);
        auto& store = told(engine);
        const auto mine = store.approved.verification.id.value;
        // Within one case, so that only the place tells the two apart.
        const auto report =
            store.after({"update raw_answers set body = (select details from verifications where id = '" + mine +
                         "') where verification_id = '" + mine + "'"});
        QVERIFY2(has(report, "column body: the sealed value cannot be opened"), listed(report).c_str());
    }

    void check_sealedColumnsChanged_areNamed_data() {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        for (const auto engine : {Engine::sqlite, Engine::postgres}) {
            for (const auto& [table, column] :
                 std::vector<std::pair<const char*, const char*>>{{"verifications", "details"},
                                                                  {"decisions", "reason"},
                                                                  {"journal", "request"},
                                                                  {"journal", "answer"},
                                                                  {"raw_answers", "body"},
                                                                  {"hooks", "body"},
                                                                  {"hooks", "headers"},
                                                                  {"idempotency", "answer"}}) {
                QTest::addRow("%s: %s.%s", engine == Engine::sqlite ? "SQLite" : "PostgreSQL", table, column)
                    << engine << QString::fromLatin1(table) << QString::fromLatin1(column);
            }
        }
    }
    void check_sealedColumnsChanged_areNamed() {
        QFETCH(Engine, engine);
        QFETCH(QString, table);
        QFETCH(QString, column);
        const auto name = column.toStdString();
        const auto report = told(engine).after(
            {"update " + table.toStdString() + " set " + name + " = 'AAAA' || substr(" + name + ", 5)"});
        QVERIFY2(has(report, table.toStdString() + " "), listed(report).c_str());
        QVERIFY2(has(report, "column " + name + ": the sealed value cannot be opened"), listed(report).c_str());
    }

    void check_rowsWithoutEvents_areFound_data() {
        bothEngines();
    }
    void check_rowsWithoutEvents_areFound() {
        QFETCH(Engine, engine);
        auto& store = told(engine);
        StoreReport report;
        const auto extra = sampleCase("city", "K-1003");
        try {
            store.h.write([&](Transaction& t) {
                tables::insert(t, extra);
                tables::insert(t, DecisionRow{store.awaiting.kase.id, DecisionKind::reject, "no", at(9),
                                              StaffId{"somebody"}, "Somebody"});
                report = checkStore(t);
                throw Told::RolledBack{};
            });
        } catch (const Told::RolledBack&) {
        }
        QVERIFY2(has(report, "cases " + extra.id.value + ", column id: expected nothing"), listed(report).c_str());
        QVERIFY2(has(report, "decisions " + store.awaiting.kase.id.value + "/1, column kind: expected nothing"),
                 listed(report).c_str());
    }

    void check_webhooks_areWhatTheEventsSay_data() {
        bothEngines();
    }
    void check_webhooks_areWhatTheEventsSay() {
        QFETCH(Engine, engine);
        auto& store = told(engine);
        const auto& id = store.approved.hook.id;
        const auto fault = [&](const std::string& set, const std::string& expected) {
            const auto report = store.after({"update hooks set " + set + " where id = '" + id + "'"});
            QVERIFY2(has(report, "hooks " + id + ", column " + expected), listed(report).c_str());
        };
        fault("state = 'unmatched'", "state: expected \"matched\", found \"unmatched\"");
        fault("state = 'received'", "state: expected \"matched\", found \"received\"");
        fault("verification_id = '" + store.awaiting.verification.id.value + "'", "verification_id: expected ");
        // Forgotten in time, it is not missed; one that nobody told of was never dealt with.
        QCOMPARE(listed(store.after({"delete from hooks where id = '" + id + "'"})), std::string{});
        const auto untold =
            store.after({"update hooks set id = id || 'x', state = 'dismissed' where id = '" + id + "'"});
        QVERIFY2(has(untold, "hooks " + id + "x, column state: expected nothing"), listed(untold).c_str());
    }

    void check_rowsMissing_areFound_data() {
        bothEngines();
    }
    void check_rowsMissing_areFound() {
        QFETCH(Engine, engine);
        auto& store = told(engine);
        const auto id = store.awaiting.verification.id.value;
        const auto report = store.after({"delete from verifications where id = '" + id + "'", "delete from decisions"});
        QVERIFY2(has(report, "verifications " + id + ", column id: expected \"" + id + "\", found nothing"),
                 listed(report).c_str());
        QVERIFY2(has(report, "column kind: expected \"approve\", found nothing"), listed(report).c_str());
    }

    void check_erasedCase_isExplained_data() {
        bothEngines();
    }
    void check_erasedCase_isExplained() {
        QFETCH(Engine, engine);
        Told store{engine};
        const auto& id = store.approved.kase.id.value;
        const auto& check = store.approved.verification.id.value;
        // Before any event says so.
        const auto untold = store.after({"update cases set wrapped_key = '' where id = '" + id + "'"});
        QVERIFY2(has(untold, "cases " + id + ", column wrapped_key"), listed(untold).c_str());
        store.h.write([&](Transaction& t) { erase(t, store.approved); });
        QCOMPARE(listed(store.check()), std::string{});
        const auto fault = [&](const std::string& statement, const std::string& expected) {
            const auto report = store.after({statement});
            QVERIFY2(has(report, expected), listed(report).c_str());
        };
        fault("delete from forgettings", "forgettings " + check + ", column verification_id: expected");
        fault("delete from erasures", "erasures " + id + ", column case_id: expected");
        fault("update cases set reference = 'K-1' where id = '" + id + "'", "cases " + id + ", column reference");
        fault("update cases set erased_at = null where id = '" + id + "'", "cases " + id + ", column erased_at");
        fault("update verifications set provider_key = 'x' where id = '" + check + "'",
              "verifications " + check + ": its case was erased");
        fault("update erasures set reason = 'AAAA' || substr(reason, 5)", "column reason: the sealed value");
    }

    void check_subjects_areThoseWhomAVerificationTold_data() {
        bothEngines();
    }
    void check_subjects_areThoseWhomAVerificationTold() {
        QFETCH(Engine, engine);
        auto& store = told(engine);
        const auto& row = store.approved.verification;
        const auto insert = "insert into subjects (verification_id, case_id, account, reference_digest, at) values ('" +
                            row.id.value + "', '" + row.caseId.value + "', '" + row.account + "', 'x', 1)";
        const auto report = store.after({insert});
        QVERIFY2(has(report, "subjects " + row.id.value + ", column verification_id: expected nothing"),
                 listed(report).c_str());
    }

    void cleanupTestCase() {
        told_.clear();
    }

private:
    Told& told(Engine engine) {
        auto& slot = told_[engine];
        if (!slot) {
            slot = std::make_unique<Told>(engine);
        }
        return *slot;
    }

    std::map<Engine, std::unique_ptr<Told>> told_;
};

VERDESK_TEST(CheckTest)
#include "check_test.moc"
