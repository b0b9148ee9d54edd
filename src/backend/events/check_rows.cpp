#include "backend/events/check_rows.h"

#include "backend/store/tables/details.h"
#include "backend/store/tables/documents.h"
#include "backend/store/tables/sealed.h"
#include "contract/verification.h"

#include <set>

namespace verdesk::backend {
namespace {

using store::Reading;
using store::Row;
using store::select;
namespace tables = store::tables;

void add(StoreReport& report, std::vector<std::string> faults) {
    report.faults.insert(report.faults.end(), faults.begin(), faults.end());
}

// `key`: of the case; none where it was erased, and the reasons with it.
void checkDecisions(StoreReport& report, const std::string& id, const ExpectedCase& expected,
                    const std::optional<crypto::Key>& key, Reading& r) {
    std::vector<ExpectedDecision> found;
    int closes = 0;
    std::int64_t next = 1;
    for (auto& row :
         select(r, "ordinal, kind, decided_by, reason", "from decisions where case_id = :case order by ordinal", id)) {
        std::int64_t ordinal = 0;
        std::string kind;
        std::string by;
        std::string reason;
        row.into(ordinal, kind, by, reason);
        const auto rowId = id + "/" + std::to_string(ordinal);
        if (ordinal != next) {
            report.faults.push_back(
                faultText("decisions", rowId, "ordinal", std::to_string(next), std::to_string(ordinal)));
        }
        next = ordinal + 1;
        try {
            if (key) {
                tables::open(*key, {"decisions", rowId, "reason"}, reason);
            } else if (!reason.empty()) {
                report.faults.push_back(faultText("decisions", rowId, "reason", "", "something"));
            }
        } catch (const std::exception& error) {
            report.faults.emplace_back(error.what());
        }
        if (kind == toWord(DecisionKind::close)) {
            ++closes;
            continue;
        }
        found.push_back({kind, by});
        if (found.size() > expected.decisions.size()) {
            report.faults.push_back(faultText("decisions", rowId, "kind", std::nullopt, kind));
            continue;
        }
        const auto& wanted = expected.decisions[found.size() - 1];
        add(report, compareColumns("decisions", rowId, {{"kind", wanted.kind}, {"decided_by", wanted.by}},
                                   {{"kind", kind}, {"decided_by", by}}));
    }
    for (auto i = found.size(); i < expected.decisions.size(); ++i) {
        report.faults.push_back(faultText("decisions", id, "kind", expected.decisions[i].kind, std::nullopt));
    }
    if (closes > expected.closes) {
        report.faults.push_back(
            faultText("decisions", id, "number of closings", std::to_string(expected.closes), std::to_string(closes)));
    }
}

template <class Ids>
void checkMissing(StoreReport& report, std::string_view table, const Ids& expected,
                  const std::set<std::string>& found) {
    for (const auto& [id, ignored] : expected) {
        if (found.count(id) == 0) {
            report.faults.push_back(faultText(table, id, "id", id, std::nullopt));
        }
    }
}

void checkEvidence(StoreReport& report, const std::string& id, const ExpectedVerification& expected, Reading& r,
                   const crypto::Key& key, const std::string& sealed) {
    const auto text = tables::open(key, {"verifications", id, "details"}, sealed);
    const auto digest = tables::digestOf(key, VerificationId{id}, text);
    if (!expected.evidence.empty() && digest != expected.evidence) {
        report.faults.push_back(faultText("verifications", id, "details (digest)", expected.evidence, digest));
    }
    // A claim that says it has a document has one.
    const auto details = tables::detailsFrom(text);
    for (const auto& claim : details.claims) {
        const auto* document = std::get_if<claims::Document>(&claim.value);
        if (document != nullptr && !document->evidence.empty() &&
            store::selectNumber(r, "count(*)", "from documents where id = :id and verification_id = :verification",
                                document->evidence, id) != 1) {
            report.faults.push_back(
                faultText("verifications", id, "claims (document)", document->evidence, std::nullopt));
        }
    }
    const bool told = expected.columns.count("state") != 0 &&
                      expected.columns.at("state") == toWord(State::completed) && !details.person.empty();
    if (told && store::selectNumber(r, "count(*)", "from subjects where verification_id = :verification", id) != 1) {
        report.faults.push_back(faultText("subjects", id, "verification_id", id, std::nullopt));
    }
}

}  // namespace

void checkCases(StoreReport& report, const Fold& fold, Reading& r) {
    std::set<std::string> ids;
    forEachRow(report, r, "cases", "id",
               "state, verdict, decision, number, branch, purpose, environment, opened_by, consent_version, "
               "consent_language, attestation_version, wrapped_key",
               [&](const std::string& id, Row& row) {
                   ++report.cases;
                   ids.insert(id);
                   Found found;
                   std::string wrapped;
                   row.into(found["state"], found["verdict"], found["decision"], found["number"], found["branch"],
                            found["purpose"], found["environment"], found["opened_by"], found["consent_version"],
                            found["consent_language"], found["attestation_version"], wrapped);
                   const auto expected = fold.cases().find(id);
                   if (expected == fold.cases().end()) {
                       report.faults.push_back(faultText("cases", id, "id", std::nullopt, id));
                       return;
                   }
                   add(report, compareColumns("cases", id, expected->second.columns, found));
                   std::optional<crypto::Key> key;
                   if (!wrapped.empty()) {
                       key = r.keys().caseKey(CaseId{id}, wrapped);
                   }
                   if (key.has_value() == expected->second.erased) {
                       report.faults.push_back("cases " + id + ", column wrapped_key: " +
                                               (key ? "it is there, and the case was erased"
                                                    : "it is gone, and no event says that the case was erased"));
                   }
                   checkDecisions(report, id, expected->second, key, r);
               });
    checkMissing(report, "cases", fold.cases(), ids);
}

void checkVerifications(StoreReport& report, const Fold& fold, Reading& r) {
    std::set<std::string> ids;
    forEachRow(
        report, r, "verifications", "id",
        "state, verdict, decline, failure, code, case_id, branch, counter, flow, flow_digest, rules_version, "
        "account, provider, environment, launch, started_by, parent_id, next_poll_at, provider_key, details",
        [&](const std::string& id, Row& row) {
            ++report.verifications;
            ids.insert(id);
            Found found;
            std::optional<std::string> nextPoll;
            std::string providerKey;
            std::string sealed;
            row.into(found["state"], found["verdict"], found["decline"], found["failure"], found["code"],
                     found["case_id"], found["branch"], found["counter"], found["flow"], found["flow_digest"],
                     found["rules_version"], found["account"], found["provider"], found["environment"], found["launch"],
                     found["started_by"], found["parent_id"], nextPoll, providerKey, sealed);
            const auto expected = fold.verifications().find(id);
            if (expected == fold.verifications().end()) {
                report.faults.push_back(faultText("verifications", id, "id", std::nullopt, id));
                return;
            }
            add(report, compareColumns("verifications", id, expected->second.columns, found));
            if (isFinal(fromWord<State>(found["state"].value_or("")).value_or(State::unknown)) && nextPoll) {
                report.faults.push_back(faultText("verifications", id, "next_poll_at", std::nullopt, nextPoll));
            }
            const auto owner = found["case_id"].value_or("");
            if (const auto erased = fold.cases().find(owner); erased != fold.cases().end() && erased->second.erased) {
                if (!sealed.empty() || !providerKey.empty()) {
                    report.faults.push_back("verifications " + id + ": its case was erased, and it is not empty");
                }
                return;
            }
            const auto key = tables::keyOfCase(r, CaseId{owner});
            const auto& keyDigest = expected->second.providerKey;
            if (const auto digest = tables::keyDigestOf(key, VerificationId{id}, providerKey);
                !keyDigest.empty() && digest != keyDigest) {
                report.faults.push_back(faultText("verifications", id, "provider_key (digest)", keyDigest, digest));
            }
            checkEvidence(report, id, expected->second, r, key, sealed);
        });
    checkMissing(report, "verifications", fold.verifications(), ids);
}

namespace {

void checkReference(StoreReport& report, Reading& r, std::string_view table, const std::string& id,
                    const std::string& verification, const std::optional<std::string>& caseId) {
    auto rows = select(r, "case_id", "from verifications where id = :id", verification);
    if (rows.empty()) {
        report.faults.push_back(faultText(table, id, "verification_id", "a verification that exists", verification));
        return;
    }
    std::string found;
    rows.front().into(found);
    if (caseId && *caseId != found) {
        report.faults.push_back(faultText(table, id, "case_id", found, caseId));
    }
}

// The pieces are all there, open, and give what the digest is of.
void checkDocuments(StoreReport& report, Reading& r) {
    forEachRow(report, r, "documents", "id", "verification_id, case_id", [&](const std::string& id, Row& row) {
        std::string verification;
        std::string caseId;
        row.into(verification, caseId);
        checkReference(report, r, "documents", id, verification, caseId);
        const auto document = tables::findDocument(r, id);
        const auto bytes = tables::bytesOf(r, *document);
        if (static_cast<std::int64_t>(bytes.size()) != document->size) {
            report.faults.push_back(
                faultText("documents", id, "size", std::to_string(document->size), std::to_string(bytes.size())));
        }
        const auto digest = tables::documentDigest(tables::keyOfCase(r, document->caseId), id, bytes);
        if (digest != document->digest) {
            report.faults.push_back(faultText("documents", id, "digest", digest, document->digest));
        }
    });
    forEachRow(report, r, "fetches", "id", "verification_id, case_id, what", [&](const std::string& id, Row& row) {
        std::string verification;
        std::string caseId;
        std::string what;
        row.into(verification, caseId, what);
        checkReference(report, r, "fetches", id, verification, caseId);
        tables::open(tables::keyOfCase(r, CaseId{caseId}), {"fetches", id, "what"}, what);
    });
}

}  // namespace

void checkHooks(StoreReport& report, const Fold& fold, Reading& r) {
    std::set<std::string> ids;
    const auto key = r.keys().commonKey("hooks");
    forEachRow(report, r, "hooks", "id", "state, verification_id, body, headers, note",
               [&](const std::string& id, Row& row) {
                   ids.insert(id);
                   Found found;
                   std::string body;
                   std::string headers;
                   std::optional<std::string> note;
                   row.into(found["state"], found["verification_id"], body, headers, note);
                   const auto state = fromWord<store::HookState>(found["state"].value_or(""));
                   const auto expected = fold.hooks().find(id);
                   if (expected != fold.hooks().end()) {
                       add(report, compareColumns("hooks", id, expected->second.columns, found));
                   } else if (state != store::HookState::received && state != store::HookState::done) {
                       report.faults.push_back(faultText("hooks", id, "state", std::nullopt, found["state"]));
                   }
                   if (const auto& verification = found["verification_id"]; verification && !verification->empty()) {
                       checkReference(report, r, "hooks", id, *verification, std::nullopt);
                   }
                   tables::open(key, {"hooks", id, "body"}, body);
                   tables::open(key, {"hooks", id, "headers"}, headers);
                   if (note) {
                       tables::open(key, {"hooks", id, "note"}, *note);
                   }
               });
    for (const auto& [id, expected] : fold.hooks()) {
        if (expected.waits && ids.count(id) == 0) {
            report.faults.push_back(faultText("hooks", id, "id", id, std::nullopt));
        }
    }
}

void checkSealedRows(StoreReport& report, Reading& r) {
    forEachRow(report, r, "journal", "key", "verification_id, case_id, request, answer, answered_at",
               [&](const std::string& id, Row& row) {
                   std::string verification;
                   std::string caseId;
                   std::string request;
                   std::optional<std::string> answer;
                   std::optional<std::string> answeredAt;
                   row.into(verification, caseId, request, answer, answeredAt);
                   checkReference(report, r, "journal", id, verification, caseId);
                   if (answer.has_value() != answeredAt.has_value()) {
                       report.faults.push_back("journal " + id + ": an answer without a time, or a time without one");
                   }
                   const auto key = tables::keyOfCase(r, CaseId{caseId});
                   tables::open(key, {"journal", id, "request"}, request);
                   if (answer) {
                       tables::open(key, {"journal", id, "answer"}, *answer);
                   }
               });
    forEachRow(report, r, "raw_answers", "id", "verification_id, case_id, body", [&](const std::string& id, Row& row) {
        std::string verification;
        std::string caseId;
        std::string body;
        row.into(verification, caseId, body);
        checkReference(report, r, "raw_answers", id, verification, caseId);
        tables::open(tables::keyOfCase(r, CaseId{caseId}), {"raw_answers", id, "body"}, body);
    });
    checkDocuments(report, r);
    forEachRow(report, r, "tokens", "account || '/' || digest", "verification_id",
               [&](const std::string& id, Row& row) {
                   std::string verification;
                   row.into(verification);
                   checkReference(report, r, "tokens", id, verification, std::nullopt);
               });
    const auto answerKey = r.keys().commonKey("idempotency");
    forEachRow(report, r, "idempotency", "staff_id || '/' || key", "answer", [&](const std::string& id, Row& row) {
        std::string answer;
        row.into(answer);
        tables::open(answerKey, {"idempotency", id, "answer"}, answer);
    });
}

}  // namespace verdesk::backend
