#include "backend/store/tables/cases.h"

#include "backend/store/tables/sealed.h"
#include "crypto/random.h"

namespace verdesk::backend::store::tables {
namespace {

constexpr std::string_view columns =
    "id, number, branch, reference, purpose, state, verdict, decision, environment, opened_by, opened_by_name, "
    "opened_at, updated_at, consent_version, consent_language, attestation_version, erased_at";

CaseRow caseFrom(Row& row) {
    CaseRow c;
    row.into(c.id, c.number, c.branch, c.reference, c.purpose, c.state, c.verdict, c.decision, c.environment,
             c.openedBy, c.openedByName, c.openedAt, c.updatedAt, c.consentVersion, c.consentLanguage,
             c.attestationVersion, c.erasedAt);
    return c;
}

std::vector<CaseRow> casesFrom(std::vector<Row> rows) {
    std::vector<CaseRow> cases;
    cases.reserve(rows.size());
    for (auto& row : rows) {
        cases.push_back(caseFrom(row));
    }
    return cases;
}

std::optional<CaseRow> firstOf(std::vector<Row> rows) {
    return rows.empty() ? std::nullopt : std::optional{caseFrom(rows.front())};
}

// Of each family of letters that sound alike (B C D E G P T V Z, A J K, M N, F S X, I Y, Q U) at most one.
constexpr std::string_view letters = "BFHKLMQRWY";

}  // namespace

void insert(Transaction& t, const CaseRow& c) {
    execute(t,
            "insert into cases (id, number, branch, reference, purpose, state, verdict, decision, environment, "
            "opened_by, opened_by_name, opened_at, updated_at, consent_version, consent_language, "
            "attestation_version, wrapped_key) values (:id, :number, :branch, :reference, :purpose, :state, :verdict, "
            ":decision, :environment, :opened_by, :opened_by_name, :opened_at, :updated_at, :consent_version, "
            ":consent_language, :attestation_version, :wrapped_key)",
            c.id, c.number, c.branch, c.reference, c.purpose, c.state, c.verdict, c.decision, c.environment, c.openedBy,
            c.openedByName, c.openedAt, c.updatedAt, c.consentVersion, c.consentLanguage, c.attestationVersion,
            t.keys().makeCaseKey(c.id));
}

void update(Transaction& t, const CaseRow& c) {
    const auto changed = execute(t,
                                 "update cases set reference = :reference, state = :state, verdict = :verdict, "
                                 "decision = :decision, updated_at = :updated_at where id = :id",
                                 c.reference, c.state, c.verdict, c.decision, c.updatedAt, c.id);
    if (changed != 1) {
        throw StoreError{Trouble::failed, "there is no case " + c.id.value};
    }
}

std::optional<CaseRow> findCase(Reading& r, const CaseId& id) {
    return firstOf(select(r, columns, "from cases where id = :id" + std::string{lockClause(r)}, id));
}

std::optional<CaseRow> findOpenCase(Reading& r, const std::string& branch, const std::string& reference) {
    // Two replicas that find none and open one each would make two: the second waits here for the first.
    lockName(r, "open case\n" + branch + "\n" + reference);
    return firstOf(select(r, columns,
                          "from cases where branch = :branch and reference = :reference and state = 'open' "
                          "order by opened_at desc, id desc limit 1" +
                              std::string{lockClause(r)},
                          branch, reference));
}

std::vector<CaseRow> blockedCasesOf(Reading& r, const std::string& branch, const std::string& reference,
                                    const CaseId& except) {
    return casesFrom(select(r, columns,
                            "from cases where branch = :branch and reference = :reference and verdict = 'blocked' "
                            "and id <> :except order by opened_at desc, id desc",
                            branch, reference, except));
}

std::string freeNumber(Transaction& t, const std::string& branch) {
    lockName(t, "case number\n" + branch);
    // Three digits give 100,000 numbers; a branch that has used most of them gets a digit more.
    for (std::size_t digits = 3; digits < 9; ++digits) {
        for (int tries = 0; tries < 12; ++tries) {
            auto number = crypto::randomText(1, letters) + crypto::randomText(1, "23456789") + "-" +
                          crypto::randomText(digits, "0123456789");
            if (select(t, "1", "from cases where branch = :branch and number = :number", branch, number).empty()) {
                return number;
            }
        }
    }
    throw StoreError{Trouble::failed, "no free case number was found"};
}

std::vector<CaseRow> listCases(Reading& r, const CaseFilter& filter) {
    std::string rest = "from cases where branch = :branch";
    std::vector<Bound> values{bound(filter.branch)};
    const auto add = [&](const char* condition, Bound value) {
        rest += condition;
        values.push_back(value);
    };
    if (!filter.reference.empty()) {
        add(" and reference = :reference", bound(filter.reference));
    }
    if (filter.state) {
        add(" and state = :state", bound(*filter.state));
    }
    if (filter.from) {
        add(" and opened_at >= :from", bound(*filter.from));
    }
    if (filter.until) {
        add(" and opened_at < :until", bound(*filter.until));
    }
    if (!filter.after.empty()) {
        Instant at{};
        auto rows =
            select(r, "opened_at", "from cases where id = :id and branch = :branch", filter.after, filter.branch);
        if (rows.empty()) {
            return {};
        }
        rows.front().into(at);
        add(" and (opened_at, id) < (:at", bound(at));
        add(", :id)", bound(filter.after));
    }
    rest += " order by opened_at desc, id desc limit :limit";
    values.push_back(bound(filter.limit));
    return casesFrom(selectBound(r, columns, rest, values));
}

void insert(Transaction& t, const DecisionRow& d) {
    findCase(t, d.caseId);  // one decision of a case after the other
    const auto ordinal = 1 + selectNumber(t, "max(ordinal)", "from decisions where case_id = :case", d.caseId);
    const auto row = d.caseId.value + "/" + std::to_string(ordinal);
    execute(t,
            "insert into decisions (case_id, ordinal, kind, reason, at, decided_by, decided_by_name) "
            "values (:case, :ordinal, :kind, :reason, :at, :by, :name)",
            d.caseId, ordinal, d.kind, seal(keyOfCase(t, d.caseId), {"decisions", row, "reason"}, d.reason), d.at, d.by,
            d.byName);
}

std::vector<DecisionRow> decisionsOf(Reading& r, const CaseId& id) {
    std::vector<DecisionRow> decisions;
    std::optional<crypto::Key> key;
    for (auto& row : select(r, "ordinal, kind, reason, at, decided_by, decided_by_name",
                            "from decisions where case_id = :case order by ordinal", id)) {
        DecisionRow d;
        std::int64_t ordinal = 0;
        std::string sealed;
        d.caseId = id;
        row.into(ordinal, d.kind, sealed, d.at, d.by, d.byName);
        if (sealed.empty()) {  // the case was erased
            decisions.push_back(std::move(d));
            continue;
        }
        if (!key) {
            key = keyOfCase(r, id);
        }
        d.reason = open(*key, {"decisions", id.value + "/" + std::to_string(ordinal), "reason"}, sealed);
        decisions.push_back(std::move(d));
    }
    return decisions;
}

}  // namespace verdesk::backend::store::tables
