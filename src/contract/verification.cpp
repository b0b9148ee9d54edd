#include "contract/verification.h"

namespace verdesk {

using nlohmann::json;

std::string_view codeOf(Failure failure) {
    switch (failure) {
        case Failure::providerUnreachable:
            return "VD-F201";
        case Failure::providerBroken:
            return "VD-F202";
        case Failure::providerRefused:
            return "VD-F203";
        case Failure::configuration:
            return "VD-F204";
        case Failure::internal:
            return "VD-F205";
        case Failure::answerLost:
            return "VD-F206";
        case Failure::unknown:
            break;
    }
    return "VD-F200";
}

namespace {

void put(json& out, const char* name, const std::optional<Instant>& instant) {
    if (instant) {
        out[name] = toText(*instant);
    }
}

json toJson(const Proof& proof) {
    json out{{"channel", toWord(proof.channel)}, {"signed", proof.isSigned}};
    put(out, "receivedAt", proof.receivedAt);
    put(out, "confirmedAt", proof.confirmedAt);
    put(out, "verifiedAt", proof.verifiedAt);
    return out;
}

Proof proofFrom(const JsonReader& reader) {
    return {reader.word("channel", claims::Channel::unknown), reader.flag("signed").value_or(false),
            reader.instant("receivedAt"), reader.instant("confirmedAt"), reader.instant("verifiedAt")};
}

template <class List>
json listOf(const List& list) {
    json out = json::array();
    for (const auto& each : list) {
        out.push_back(verdesk::toJson(each));
    }
    return out;
}

}  // namespace

json toJson(const Verification& v) {
    json out{{"id", v.id.value},
             {"case", v.caseId.value},
             {"flow", v.flow},
             {"flowTitle", toJson(v.flowTitle)},
             {"provider", v.provider},
             {"account", v.account},
             {"environment", toWord(v.environment)},
             {"launch", toWord(v.launch)},
             {"state", toWord(v.state)},
             {"verdict", toWord(v.verdict)},
             {"reasons", listOf(v.reasons)},
             {"code", v.code},
             {"providerCode", v.providerCode},
             {"startedAt", toText(v.startedAt)},
             {"expiresInMs", v.expiresInMs},
             {"launches", listOf(v.launches)},
             {"asks", v.asks},
             {"claims", listOf(v.claims)},
             {"startedBy", {{"id", v.startedBy.value}, {"displayName", v.startedByName}}}};
    if (v.decline) {
        out["decline"] = toWord(*v.decline);
    }
    if (v.failure) {
        out["failure"] = toWord(*v.failure);
    }
    if (!v.parent.empty()) {
        out["parent"] = v.parent.value;
    }
    if (v.participants) {
        out["participants"] = true;
    }
    put(out, "endedAt", v.endedAt);
    put(out, "deadline", v.deadline);
    if (v.proof) {
        out["proof"] = toJson(*v.proof);
    }
    return out;
}

Verification verificationFrom(const JsonReader& reader) {
    Verification v;
    v.id = VerificationId{reader.requiredText("id")};
    v.caseId = CaseId{reader.requiredText("case")};
    v.flow = reader.requiredText("flow");
    v.flowTitle = localizedFrom(reader, "flowTitle");
    v.provider = reader.text("provider").value_or("");
    v.account = reader.text("account").value_or("");
    v.environment = reader.word("environment", Environment::unknown);
    v.launch = reader.word("launch", LaunchKind::unknown);
    v.state = reader.word("state", State::unknown);
    // A verdict that this version does not know is treated as one that a person has to judge, never as good.
    v.verdict = reader.has("verdict") ? reader.word("verdict", claims::Verdict::review) : claims::Verdict::none;
    for (const auto& reason : reader.objects("reasons")) {
        v.reasons.push_back(reasonFrom(reason));
    }
    if (reader.has("decline")) {
        v.decline = reader.word("decline", claims::Decline::unknown);
    }
    if (reader.has("failure")) {
        v.failure = reader.word("failure", Failure::unknown);
    }
    v.code = reader.text("code").value_or("");
    v.providerCode = reader.text("providerCode").value_or("");
    v.startedAt = reader.requiredInstant("startedAt");
    v.endedAt = reader.instant("endedAt");
    v.deadline = reader.instant("deadline");
    v.expiresInMs = reader.integer("expiresInMs").value_or(0);
    for (const auto& launch : reader.objects("launches")) {
        if (auto known = launchFrom(launch)) {
            v.launches.push_back(std::move(*known));
        }
    }
    v.asks = reader.texts("asks");
    for (const auto& claim : reader.objects("claims")) {
        v.claims.push_back(claimFrom(claim));
    }
    if (const auto proof = reader.object("proof")) {
        v.proof = proofFrom(*proof);
    }
    if (const auto by = reader.object("startedBy")) {
        v.startedBy = StaffId{by->text("id").value_or("")};
        v.startedByName = by->text("displayName").value_or("");
    }
    v.parent = VerificationId{reader.text("parent").value_or("")};
    v.participants = reader.flag("participants").value_or(false);
    return v;
}

json toJson(const StartVerification& start) {
    json out{{"flow", start.flow}, {"launch", toWord(start.launch)}};
    if (!start.answers.empty()) {
        out["answers"] = toJson(start.answers);
    }
    if (!start.parent.value.empty()) {
        out["parent"] = start.parent.value;
    }
    return out;
}

StartVerification startVerificationFrom(const JsonReader& reader) {
    StartVerification start{reader.requiredText("flow"), reader.requiredWord<LaunchKind>("launch"),
                            answersFrom(reader, "answers"), VerificationId{reader.text("parent").value_or("")}};
    if (start.launch == LaunchKind::unknown) {
        throw MemberError{reader.pathOf("launch"), "is not one of: qr, token, widget, redirect, script"};
    }
    return start;
}

}  // namespace verdesk
