// Stores that older versions left: they are brought to today's schema, and say what they said before.
#include "backend/store/migrations.h"

#include "backend/events/check.h"
#include "backend/store/connection.h"
#include "backend/store/schema.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/documents.h"
#include "backend/store/tables/erasures.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/staff.h"
#include "backend/store/tables/subjects.h"
#include "backend/store/tables/verifications.h"
#include "claims/claim.h"
#include "crypto/bytes.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <QFile>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;
using claims::Verdict;

namespace {

// As the head of the recording says.
constexpr const char* recordedKey = "OZuWjhHArn4CwaE6pu8jtu2ZQ8AeNhX9PPM0mj4mk+Q=";

void layOutSchema3(const Place& place) {
    QFile file{QStringLiteral(VERDESK_TEST_DATA "/data/schema_3.sql")};
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error{"there is no recording of schema 3"};
    }
    Connection connection{place, Access::write};
    migrate(connection, "the recording", 3);
    connection.run("begin");
    while (!file.atEnd()) {
        const auto statement = file.readLine().trimmed();
        if (!statement.isEmpty() && !statement.startsWith("--")) {
            connection.run(statement.constData());
        }
    }
    connection.commit();
}

std::int64_t newest() {
    return static_cast<std::int64_t>(migrations().size());
}

std::vector<CaseRow> casesIn(Reading& r) {
    tables::CaseFilter filter;
    filter.branch = "012";
    auto cases = tables::listCases(r, filter);
    std::reverse(cases.begin(), cases.end());
    return cases;
}

// The only verification of that case.
VerificationRow onlyOf(Reading& r, const CaseRow& of) {
    auto all = tables::verificationsOf(r, of.id);
    return all.size() == 1 ? all.front() : throw std::runtime_error{of.reference + " has not one verification"};
}

bool has(const VerificationRow& row, std::string_view name, const claims::Value& value) {
    const auto* claim = claims::find(row.details.claims, name);
    return claim != nullptr && claim->value == value && claim->status == claims::Status::proven;
}

}  // namespace

class MigrationsTest : public QObject {
    Q_OBJECT

    // The recorded store, opened by today's program.
    struct Migrated : Harness {
        explicit Migrated(Engine engine) : Harness{engine, *crypto::Key::from(*crypto::fromBase64(recordedKey))} {
            layOutSchema3(place);
            before = schemaOf(place)->found;
            open();
        }
        std::int64_t before = 0;
    };

private Q_SLOTS:
    void emptyStore_ofEveryOlderSchema_isBroughtToTodays_data() {
        bothEngines();
    }
    void emptyStore_ofEveryOlderSchema_isBroughtToTodays() {
        QFETCH(Engine, engine);
        for (std::size_t older = 1; older < migrations().size(); ++older) {
            Harness h{engine, crypto::Key::random()};
            {
                Connection connection{h.place, Access::write};
                migrate(connection, "an older store", older);
            }
            QCOMPARE(schemaOf(h.place)->found, static_cast<std::int64_t>(older));
            h.open();
            QCOMPARE(schemaOf(h.place)->found, newest());
            const auto row = sampleCase();
            h.write([row](Transaction& t) { tables::insert(t, row); });
            QCOMPARE(h.read([id = row.id](Reading& r) { return tables::findCase(r, id); })->reference, row.reference);
        }
    }

    void schema3_migrated_isExplainedByItsOwnLog_data() {
        bothEngines();
    }
    void schema3_migrated_isExplainedByItsOwnLog() {
        QFETCH(Engine, engine);
        Migrated h{engine};
        QCOMPARE(h.before, std::int64_t{3});
        QCOMPARE(schemaOf(h.place)->found, newest());
        const auto report = h.read([](Reading& r) { return checkStore(r); });
        QCOMPARE(report.faults, std::vector<std::string>{});
        QCOMPARE(report.events, std::int64_t{40});
        QCOMPARE(report.cases, std::int64_t{5});
        QCOMPARE(report.verifications, std::int64_t{6});
        QCOMPARE(h.store->feed().cursor(), std::int64_t{40});
    }

    void schema3_migrated_hasItsCasesAndDecisions_data() {
        bothEngines();
    }
    void schema3_migrated_hasItsCasesAndDecisions() {
        QFETCH(Engine, engine);
        Migrated h{engine};
        h.read([](Reading& r) {
            const auto cases = casesIn(r);
            QCOMPARE(cases.size(), std::size_t{5});
            QCOMPARE(cases[0].reference, std::string{"100482-K"});
            QCOMPARE(cases[0].number, std::string{"K3-867"});
            QCOMPARE(cases[0].purpose, std::string{"account_opening"});
            QCOMPARE(cases[0].state, CaseState::closed);
            QCOMPARE(cases[0].verdict, Verdict::pass);
            QCOMPARE(cases[0].decision, DecisionKind::approve);
            QCOMPARE(cases[0].openedByName, std::string{"Amara Okafor"});
            QCOMPARE(cases[2].decision, DecisionKind::escalate);
            QCOMPARE(cases[3].verdict, Verdict::review);
            QCOMPARE(cases[4].state, CaseState::open);
            for (const auto& each : cases) {
                QVERIFY(!each.erasedAt);
                QCOMPARE(each.environment, Environment::practice);
                QCOMPARE(each.consentVersion, std::string{"practice-1"});
                QVERIFY(!tables::findErasure(r, each.id));
            }
            const auto decided = tables::decisionsOf(r, cases[0].id);
            QCOMPARE(decided.size(), std::size_t{1});
            QCOMPARE(decided[0].reason, std::string{"Known to the branch since 2011."});
            QCOMPARE(decided[0].byName, std::string{"Jonas Weber"});
            const auto officer = tables::findStaffByName(r, "officer");
            QVERIFY(officer && officer->id == decided[0].by);
            QCOMPARE(officer->branches.size(), std::size_t{3});
            QCOMPARE(tables::countForgets(r), std::int64_t{0});
        });
    }

    void schema3_migrated_hasItsVerifications_data() {
        bothEngines();
    }
    void schema3_migrated_hasItsVerifications() {
        QFETCH(Engine, engine);
        Migrated h{engine};
        h.read([](Reading& r) {
            const auto cases = casesIn(r);
            const auto shared = onlyOf(r, cases.at(0));
            QCOMPARE(shared.state, State::completed);
            QCOMPARE(shared.tier, std::string{"A"});
            QVERIFY(shared.score == 812.0);
            QVERIFY(has(shared, claims::name::identity, claims::Flag{true}));
            QVERIFY(has(shared, claims::name::incomeBand, claims::Text{"40k-60k"}));
            QVERIFY(shared.details.proof.has_value());
            QCOMPARE(tables::rawAnswersOf(r, shared.id).size(), std::size_t{2});

            const auto tokens = tables::verificationsOf(r, cases.at(1).id);
            QCOMPARE(tokens.size(), std::size_t{2});
            QCOMPARE(tokens[0].state, State::declined);
            QVERIFY(tokens[0].decline == claims::Decline::tokenNotFound);
            QCOMPARE(tokens[0].code, std::string{"VD-D103"});
            QCOMPARE(tokens[1].verdict, Verdict::pass);
            QVERIFY(tables::unansweredJournal(r).empty());
            QCOMPARE(tables::journalOf(r, tokens[1].id).size(), std::size_t{2});

            QVERIFY(has(onlyOf(r, cases.at(2)), claims::name::surname, claims::Text{"SCHMIDT"}));
            QVERIFY(has(onlyOf(r, cases.at(3)), claims::name::surname, claims::Text{"Okoro"}));
            const auto waiting = onlyOf(r, cases.at(4));
            QCOMPARE(waiting.state, State::awaiting);
            QCOMPARE(waiting.details.launches.size(), std::size_t{2});
            QVERIFY(waiting.deadline && waiting.nextPollAt);
            QCOMPARE(tables::openOf(r, waiting.account, 10).at(0).id, waiting.id);
            for (const auto& kase : cases) {
                for (const auto& each : tables::verificationsOf(r, kase.id)) {
                    QVERIFY(each.parent.empty() && !each.erased);
                    QVERIFY(each.details.person.empty() && each.details.answers.empty());
                }
            }
        });
    }

    void schema3_migrated_hasItsDocumentsAndWebhooks_data() {
        bothEngines();
    }
    void schema3_migrated_hasItsDocumentsAndWebhooks() {
        QFETCH(Engine, engine);
        Migrated h{engine};
        h.read([](Reading& r) {
            const auto cases = casesIn(r);
            std::size_t documents = 0;
            for (const auto& kase : {cases.at(2), cases.at(3)}) {
                for (const auto& each : tables::documentsOf(r, onlyOf(r, kase).id)) {
                    const auto bytes = tables::bytesOf(r, each);
                    QCOMPARE(static_cast<std::int64_t>(bytes.size()), each.size);
                    QVERIFY(bytes.starts_with("\xff\xd8\xff"));
                    QCOMPARE(each.mediaType, std::string{"image/jpeg"});
                    ++documents;
                }
            }
            QCOMPARE(documents, std::size_t{3});
            const auto nobodys = tables::unmatchedHooks(r, 10);
            QCOMPARE(nobodys.size(), std::size_t{1});
            QVERIFY(nobodys[0].body.find("Okoro") != std::string::npos);
            QCOMPARE(tables::countHooks(r, HookState::matched), std::int64_t{3});
        });
    }

    void schema3_migrated_takesWhatThereWasNotBefore_data() {
        bothEngines();
    }
    void schema3_migrated_takesWhatThereWasNotBefore() {
        QFETCH(Engine, engine);
        Migrated h{engine};
        h.write([](Transaction& t) {
            const auto cases = casesIn(t);
            const auto waiting = onlyOf(t, cases.at(4));
            auto added = sampleVerification(cases.at(4));
            added.parent = waiting.id;
            tables::insert(t, added);
            QCOMPARE(tables::findVerification(t, added.id)->parent, waiting.id);

            auto known = onlyOf(t, cases.at(0));
            known.details.person = "person-1";
            tables::update(t, known);
            tables::linkSubject(t, known, cases.at(0).reference, at(1));
            QCOMPARE(tables::personOf(t, known.account, cases.at(0).reference), std::string{"person-1"});

            tables::eraseCase(t, {cases.at(0).id, at(2), StaffId{"officer"}, "Jonas Weber", "asked for"});
            QVERIFY(tables::findCase(t, cases.at(0).id)->erasedAt);
            QVERIFY(tables::findVerification(t, known.id)->erased);
            QVERIFY(tables::personOf(t, known.account, cases.at(0).reference).empty());
        });
    }
};

VERDESK_TEST(MigrationsTest)
#include "migrations_test.moc"
