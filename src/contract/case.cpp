#include "contract/case.h"

namespace verdesk {

using nlohmann::json;

namespace {

template <class List>
json listOf(const List& list) {
    json out = json::array();
    for (const auto& each : list) {
        out.push_back(verdesk::toJson(each));
    }
    return out;
}

}  // namespace

json toJson(const OpenCase& open) {
    return {{"reference", open.reference},
            {"purpose", open.purpose},
            {"consent", {{"version", open.consentVersion}, {"language", open.consentLanguage}}},
            {"attestation", {{"version", open.attestationVersion}}}};
}

OpenCase openCaseFrom(const JsonReader& reader) {
    const auto consent = reader.requiredObject("consent");
    return {reader.requiredText("reference"), reader.requiredText("purpose"), consent.requiredText("version"),
            consent.requiredText("language"), reader.requiredObject("attestation").requiredText("version")};
}

json toJson(const CaseSummary& summary) {
    json out{{"id", summary.id.value},
             {"number", summary.number},
             {"branch", summary.branch},
             {"reference", summary.reference},
             {"purpose", summary.purpose},
             {"purposeTitle", toJson(summary.purposeTitle)},
             {"state", toWord(summary.state)},
             {"verdict", toWord(summary.verdict)},
             {"openedAt", toText(summary.openedAt)},
             {"updatedAt", toText(summary.updatedAt)},
             {"openedBy", summary.openedBy},
             {"flows", summary.flows},
             {"environment", toWord(summary.environment)}};
    if (summary.decision != DecisionKind::unknown) {
        out["decision"] = toWord(summary.decision);
    }
    if (summary.lastState) {
        out["lastState"] = toWord(*summary.lastState);
    }
    if (summary.erasedAt) {
        out["erasedAt"] = toText(*summary.erasedAt);
    }
    return out;
}

CaseSummary caseSummaryFrom(const JsonReader& reader) {
    CaseSummary summary;
    summary.id = CaseId{reader.requiredText("id")};
    summary.number = reader.requiredText("number");
    summary.branch = reader.text("branch").value_or("");
    summary.reference = reader.text("reference").value_or("");
    summary.purpose = reader.text("purpose").value_or("");
    summary.purposeTitle = localizedFrom(reader, "purposeTitle");
    summary.state = reader.word("state", CaseState::unknown);
    summary.verdict = reader.has("verdict") ? reader.word("verdict", claims::Verdict::review) : claims::Verdict::none;
    summary.decision = reader.word("decision", DecisionKind::unknown);
    summary.openedAt = reader.requiredInstant("openedAt");
    summary.updatedAt = reader.instant("updatedAt").value_or(summary.openedAt);
    summary.openedBy = reader.text("openedBy").value_or("");
    summary.flows = reader.texts("flows");
    if (reader.has("lastState")) {
        summary.lastState = reader.word("lastState", State::unknown);
    }
    summary.environment = reader.word("environment", Environment::unknown);
    summary.erasedAt = reader.instant("erasedAt");
    return summary;
}

json toJson(const CaseList& list) {
    return {{"cases", listOf(list.cases)}, {"next", list.next}};
}

CaseList caseListFrom(const JsonReader& reader) {
    CaseList list;
    for (const auto& each : reader.objects("cases")) {
        list.cases.push_back(caseSummaryFrom(each));
    }
    list.next = reader.text("next").value_or("");
    return list;
}

namespace {

json toJson(const Decision& decision) {
    return {
        {"kind", toWord(decision.kind)}, {"reason", decision.reason}, {"at", toText(decision.at)}, {"by", decision.by}};
}

}  // namespace

json toJson(const Case& value) {
    json out = toJson(value.summary);
    out["consent"] = {{"language", value.consentLanguage}, {"at", toText(value.consentAt)}};
    out["verifications"] = listOf(value.verifications);
    out["decisions"] = json::array();
    for (const auto& decision : value.decisions) {
        out["decisions"].push_back(toJson(decision));
    }
    out["earlierBlocked"] = listOf(value.earlierBlocked);
    out["knownAt"] = value.knownAt;
    if (value.erasure) {
        out["erasure"] = {
            {"reason", value.erasure->reason}, {"at", toText(value.erasure->at)}, {"by", value.erasure->by}};
    }
    return out;
}

Case caseFrom(const JsonReader& reader) {
    Case value;
    value.summary = caseSummaryFrom(reader);
    if (const auto consent = reader.object("consent")) {
        value.consentLanguage = consent->text("language").value_or("");
        value.consentAt = consent->instant("at").value_or(value.summary.openedAt);
    }
    for (const auto& each : reader.objects("verifications")) {
        value.verifications.push_back(verificationFrom(each));
    }
    for (const auto& each : reader.objects("decisions")) {
        value.decisions.push_back({each.word("kind", DecisionKind::unknown), each.text("reason").value_or(""),
                                   each.requiredInstant("at"), each.text("by").value_or("")});
    }
    for (const auto& each : reader.objects("earlierBlocked")) {
        value.earlierBlocked.push_back(caseSummaryFrom(each));
    }
    value.knownAt = reader.texts("knownAt");
    if (const auto erasure = reader.object("erasure")) {
        value.erasure = Erasure{erasure->text("reason").value_or(""), erasure->requiredInstant("at"),
                                erasure->text("by").value_or("")};
    }
    return value;
}

json toJson(const Decide& decide) {
    return {{"kind", toWord(decide.kind)}, {"reason", decide.reason}};
}

Decide decideFrom(const JsonReader& reader) {
    Decide decide{reader.requiredWord<DecisionKind>("kind"), reader.text("reason").value_or("")};
    if (decide.kind == DecisionKind::unknown) {
        throw MemberError{reader.pathOf("kind"), "is not one of: approve, reject, escalate, close"};
    }
    return decide;
}

json toJson(const Erase& erase) {
    return {{"reason", erase.reason}};
}

Erase eraseFrom(const JsonReader& reader) {
    return {reader.requiredText("reason")};
}

}  // namespace verdesk
