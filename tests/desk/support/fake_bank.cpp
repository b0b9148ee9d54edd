#include "tests/desk/support/fake_bank.h"

#include <QStringList>

namespace verdesk::test {

using nlohmann::json;

namespace {

constexpr auto changesPath = "/changes";

Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

FakeBank::FakeBank() : me_{sampleMe()} {
    me_.cursor = 0;
    wire_.otherwise = [this](const Seen& seen) {
        const auto key = seen.headers.value("idempotency-key").toStdString();
        if (!key.empty()) {
            if (const auto known = firstAnswers_.find(key); known != firstAnswers_.end()) {
                return known->second;
            }
        }
        auto reply = answer(seen);
        if (!key.empty()) {
            firstAnswers_[key] = reply;
        }
        return reply;
    };
}

Reply FakeBank::answer(const Seen& seen) {
    const auto parts = seen.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const auto first = parts.value(0);
    const auto id = parts.value(1).toStdString();
    const auto below = parts.value(2);
    const bool posts = seen.verb == "POST";
    if (first == QLatin1String("sessions")) {
        if (seen.verb == "DELETE") {
            return {.status = 204};
        }
        const auto body = seen.document();
        if (body["password"] != "practice") {
            return Reply::problem(401, "sign-in-failed");
        }
        const auto role = fromWord<Role>(body["name"].get<std::string>()).value_or(Role::teller);
        auto signedIn = sampleSignedIn(role);
        const auto staff = signedIn.me.staff;
        signedIn.me = me_;
        signedIn.me.staff = staff;
        signedIn.me.cursor = static_cast<std::int64_t>(log_.size());
        me_.staff = staff;
        return Reply::ok(toJson(signedIn), 201);
    }
    if (first == QLatin1String("me")) {
        return Reply::ok(toJson(me_));
    }
    if (first == QLatin1String("flows")) {
        json flows = json::array();
        for (const auto& flow : flows_) {
            flows.push_back(toJson(flow));
        }
        return Reply::ok({{"flows", flows}});
    }
    if (first == QLatin1String("changes")) {
        const auto after = seen.query.queryItemValue(QStringLiteral("after")).toLongLong();
        Changes changes;
        changes.cursor = static_cast<std::int64_t>(log_.size());
        for (const auto& each : log_) {
            if (each.at > after) {
                changes.changes.push_back(each);
            }
        }
        const bool atOnce = seen.query.queryItemValue(QStringLiteral("wait")) == QLatin1String("0");
        return changes.changes.empty() && !atOnce ? Reply::hang() : Reply::ok(toJson(changes));
    }
    if (first == QLatin1String("cases")) {
        if (id.empty()) {
            return posts ? openCase(seen.document()) : list(seen);
        }
        const auto found = cases_.find(id);
        if (found == cases_.end()) {
            return Reply::problem(404, "not-found");
        }
        if (below == QLatin1String("verifications")) {
            return start(found->second, seen.document());
        }
        if (below == QLatin1String("erase")) {
            return erase(id, seen.document());
        }
        if (below == QLatin1String("decisions")) {
            return decide(found->second, seen.document());
        }
        return Reply::ok(toJson(found->second));
    }
    if (first == QLatin1String("verifications")) {
        auto* verification = find(id);
        if (verification == nullptr) {
            return Reply::problem(404, "not-found");
        }
        if (below == QLatin1String("token")) {
            return token(*verification, seen.document()["token"].get<std::string>());
        }
        if (below == QLatin1String("return")) {
            // The customer's part is over, and the result comes by itself.
            if (seen.document()["kind"] == "back") {
                customerEnds(State::cancelled);
            } else {
                verification->state = State::verifying;
                verification->launches.clear();
            }
            return Reply::ok(toJson(*find(id)));
        }
        if (below == QLatin1String("cancel")) {
            if (isFinal(verification->state)) {
                return Reply::problem(409, "verification-over", {{"verification", toJson(*verification)}});
            }
            customerEnds(State::cancelled);
            return Reply::ok(toJson(*find(id)));
        }
        return Reply::ok(toJson(*verification));
    }
    return Reply::problem(404, "not-found");
}

Reply FakeBank::openCase(const json& body) {
    const auto opening = openCaseFrom(JsonReader{body});
    for (const auto& [id, each] : cases_) {
        if (each.summary.reference == opening.reference && each.summary.state == CaseState::open) {
            return Reply::problem(409, "case-open", {{"openCase", toJson(each.summary)}});
        }
    }
    const auto id = "case-" + std::to_string(++lastCase_);
    auto value = sampleCase(id, opening.reference);
    value.summary.number = "K7-20" + std::to_string(lastCase_);
    value.summary.openedAt = now();
    value.summary.updatedAt = value.summary.openedAt;
    value.consentAt = value.summary.openedAt;
    value.consentLanguage = opening.consentLanguage;
    for (const auto& [other, each] : cases_) {
        if (each.summary.reference == opening.reference && each.summary.verdict == claims::Verdict::blocked) {
            value.earlierBlocked.push_back(each.summary);
        }
    }
    cases_[id] = value;
    tell("case.opened", value, nullptr);
    return Reply::ok(toJson(value), 201);
}

Reply FakeBank::start(Case& value, const json& body) {
    if (value.summary.state == CaseState::closed) {
        return Reply::problem(409, "case-closed");
    }
    if (value.summary.verdict == claims::Verdict::blocked) {
        return Reply::problem(409, "case-blocked");
    }
    const auto wanted = startVerificationFrom(JsonReader{body});
    const auto id = "ver-" + std::to_string(++lastVerification_);
    auto verification = sampleVerification(State::awaiting, wanted.launch, id, value.summary.id.value);
    verification.flow = wanted.flow;
    verification.startedAt = now();
    verification.parent = wanted.parent;
    for (const auto& flow : flows_) {
        if (flow.id == wanted.flow) {
            verification.flowTitle = flow.title;
            verification.participants = flow.participants && wanted.parent.empty();
        }
    }
    value.verifications.push_back(verification);
    value.summary.flows.push_back(wanted.flow);
    value.summary.lastState = State::awaiting;
    tell("verification.started", value, &verification);
    return Reply::ok(toJson(verification), 201);
}

Reply FakeBank::token(Verification& verification, const std::string& token) {
    if (isFinal(verification.state)) {
        return Reply::problem(409, "verification-over", {{"verification", toJson(verification)}});
    }
    const bool bad = token.find("BLCK") != std::string::npos;
    const auto id = verification.id.value;
    customerEnds(bad ? State::declined : State::completed, bad ? claims::Verdict::blocked : claims::Verdict::none);
    return Reply::ok(toJson(*find(id)));
}

Reply FakeBank::decide(Case& value, const json& body) {
    const auto decision = decideFrom(JsonReader{body});
    if (value.summary.state == CaseState::closed) {
        return Reply::problem(409, "case-closed");
    }
    if (me_.staff.role == Role::teller && decision.kind != DecisionKind::close) {
        return Reply::problem(403, "role-missing");
    }
    if (decision.kind == DecisionKind::approve && value.summary.verdict == claims::Verdict::blocked) {
        return Reply::problem(409, "case-blocked");
    }
    value.decisions.push_back({decision.kind, decision.reason, now(), me_.staff.displayName});
    if (decision.kind != DecisionKind::close) {
        value.summary.decision = decision.kind;
    }
    if (decision.kind != DecisionKind::escalate) {
        value.summary.state = CaseState::closed;
    }
    tell("case.decided", value, nullptr);
    return Reply::ok(toJson(value), 201);
}

Reply FakeBank::erase(const std::string& id, const json& body) {
    if (me_.staff.role == Role::teller) {
        return Reply::problem(403, "role-missing");
    }
    if (JsonReader{body}.requiredText("reason").empty()) {
        return Reply::problem(400, "member-invalid", {{"member", "reason"}});
    }
    auto& value = cases_.at(id);
    value.erasure = Erasure{JsonReader{body}.requiredText("reason"), now(), me_.staff.displayName};
    value.summary.erasedAt = value.erasure->at;
    value.summary.reference.clear();
    for (auto& each : value.verifications) {
        each.claims.clear();
    }
    return Reply::ok(toJson(value));
}

Reply FakeBank::list(const Seen& seen) const {
    const auto reference = seen.query.queryItemValue(QStringLiteral("reference"), QUrl::FullyDecoded).toStdString();
    CaseList list;
    for (auto each = cases_.rbegin(); each != cases_.rend(); ++each) {
        if (reference.empty() || each->second.summary.reference == reference) {
            list.cases.push_back(each->second.summary);
        }
    }
    return Reply::ok(toJson(list));
}

Verification* FakeBank::find(const std::string& id) {
    for (auto& [caseId, value] : cases_) {
        for (auto& verification : value.verifications) {
            if (verification.id.value == id) {
                return &verification;
            }
        }
    }
    return nullptr;
}

const Case* FakeBank::caseOf(const std::string& reference) const {
    const Case* found = nullptr;
    for (const auto& [id, value] : cases_) {
        if (value.summary.reference == reference) {
            found = &value;
        }
    }
    return found;
}

bool FakeBank::customerEnds(State state, claims::Verdict verdict) {
    for (auto& [caseId, value] : cases_) {
        for (auto& each : value.verifications) {
            if (isFinal(each.state)) {
                continue;
            }
            const auto before = each;
            each = verdict == claims::Verdict::blocked
                       ? blockedVerification(before.id.value, caseId)
                       : sampleVerification(state, before.launch, before.id.value, caseId);
            each.flow = before.flow;
            each.startedAt = before.startedAt;
            each.endedAt = now();
            value.summary.verdict = claims::worse(value.summary.verdict, each.verdict);
            value.summary.lastState = each.state;
            const auto word = toWord(each.state);
            tell("verification." + std::string{word}, value, &each);
            return true;
        }
    }
    return false;
}

void FakeBank::worsen(const VerificationId& id, claims::Verdict verdict) {
    for (auto& [caseId, value] : cases_) {
        for (auto& each : value.verifications) {
            if (each.id == id) {
                each.verdict = claims::worse(each.verdict, verdict);
                value.summary.verdict = claims::worse(value.summary.verdict, each.verdict);
                value.summary.state = CaseState::open;
                tell("verification.verdict_worsened", value, &each);
            }
        }
    }
}

void FakeBank::closeCase(const CaseId& id) {
    auto& value = cases_.at(id.value);
    value.summary.state = CaseState::closed;
    tell("case.closed", value, nullptr);
}

void FakeBank::tell(const std::string& type, const Case& value, const Verification* verification) {
    Change change;
    change.at = static_cast<std::int64_t>(log_.size()) + 1;
    change.type = type;
    change.caseId = value.summary.id;
    change.verdict = value.summary.verdict;
    if (verification != nullptr) {
        change.verification = verification->id;
        change.state = verification->state;
        change.verdict = verification->verdict;
    }
    log_.push_back(change);
    // The poll that waits is answered after whatever caused this was: the desk must stand either order.
    QMetaObject::invokeMethod(
        this,
        [this, change] {
            wire_.release(changesPath, Reply::ok(toJson(Changes{change.at, {change}})));
        },
        Qt::QueuedConnection);
}

}  // namespace verdesk::test
