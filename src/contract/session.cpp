#include "contract/session.h"

namespace verdesk {

using nlohmann::json;

json toJson(const SignIn& signIn) {
    json out{{"method", signIn.method},
             {"name", signIn.name},
             {"password", signIn.password},
             {"counter", signIn.counter},
             {"desk", {{"version", signIn.deskVersion}}}};
    if (!signIn.branch.empty()) {
        out["branch"] = signIn.branch;
    }
    return out;
}

SignIn signInFrom(const JsonReader& reader) {
    SignIn signIn{reader.requiredText("method"),      reader.requiredText("name"),
                  reader.requiredText("password"),    reader.text("counter").value_or(""),
                  reader.text("branch").value_or(""), reader.requiredObject("desk").requiredText("version")};
    if (signIn.method != "password") {
        throw MemberError{reader.pathOf("method"), "is not one of: password"};
    }
    return signIn;
}

json toJson(const Staff& staff) {
    return {{"id", staff.id.value},
            {"name", staff.name},
            {"displayName", staff.displayName},
            {"role", toWord(staff.role)},
            {"branches", staff.branches}};
}

Staff staffFrom(const JsonReader& reader) {
    return {StaffId{reader.requiredText("id")}, reader.requiredText("name"), reader.requiredText("displayName"),
            reader.word("role", Role::unknown), reader.texts("branches")};
}

namespace {

json toJson(const Wording& wording) {
    return {{"version", wording.version}, {"text", verdesk::toJson(wording.text)}};
}

Wording wordingFrom(const JsonReader& reader) {
    return {reader.requiredText("version"), localizedFrom(reader, "text")};
}

json toJson(const Institution& institution) {
    json purposes = json::array();
    for (const auto& purpose : institution.purposes) {
        purposes.push_back({{"id", purpose.id}, {"title", verdesk::toJson(purpose.title)}});
    }
    return {{"name", institution.name},
            {"accent", institution.accent},
            {"referencePattern", institution.referencePattern},
            {"referenceExample", institution.referenceExample},
            {"purposes", std::move(purposes)},
            {"languages", institution.languages},
            {"consent", toJson(institution.consent)},
            {"attestation", toJson(institution.attestation)}};
}

Institution institutionFrom(const JsonReader& reader) {
    Institution institution;
    institution.name = reader.requiredText("name");
    institution.accent = reader.text("accent").value_or("");
    institution.referencePattern = reader.text("referencePattern").value_or("");
    institution.referenceExample = reader.text("referenceExample").value_or("");
    for (const auto& purpose : reader.objects("purposes")) {
        institution.purposes.push_back({purpose.requiredText("id"), localizedFrom(purpose, "title")});
    }
    institution.languages = reader.texts("languages");
    institution.consent = wordingFrom(reader.requiredObject("consent"));
    institution.attestation = wordingFrom(reader.requiredObject("attestation"));
    return institution;
}

}  // namespace

json toJson(const Me& me) {
    return {{"staff", toJson(me.staff)},
            {"branch", me.branch},
            {"branchName", me.branchName},
            {"counter", me.counter},
            {"institution", toJson(me.institution)},
            {"environment", toWord(me.environment)},
            {"cursor", me.cursor},
            {"idleLockSeconds", me.idleLockSeconds},
            {"hideClaimsSeconds", me.hideClaimsSeconds},
            {"phoneUrl", me.phoneUrl},
            {"publicOrigin", me.publicOrigin},
            {"minimumEngine", me.minimumEngine}};
}

Me meFrom(const JsonReader& reader) {
    Me me;
    me.staff = staffFrom(reader.requiredObject("staff"));
    me.branch = reader.requiredText("branch");
    me.branchName = reader.text("branchName").value_or(me.branch);
    me.counter = reader.text("counter").value_or("");
    me.institution = institutionFrom(reader.requiredObject("institution"));
    me.environment = reader.word("environment", Environment::unknown);
    me.cursor = reader.requiredInteger("cursor");
    me.idleLockSeconds = reader.integer("idleLockSeconds").value_or(0);
    me.hideClaimsSeconds = reader.integer("hideClaimsSeconds").value_or(0);
    me.phoneUrl = reader.text("phoneUrl").value_or("");
    me.publicOrigin = reader.text("publicOrigin").value_or("");
    me.minimumEngine = reader.text("minimumEngine").value_or("");
    return me;
}

json toJson(const SignedIn& signedIn) {
    return {{"token", signedIn.token}, {"expiresAt", toText(signedIn.expiresAt)}, {"me", toJson(signedIn.me)}};
}

SignedIn signedInFrom(const JsonReader& reader) {
    return {reader.requiredText("token"), reader.requiredInstant("expiresAt"), meFrom(reader.requiredObject("me"))};
}

json toJson(const Flow& flow) {
    json launches = json::array();
    for (const auto kind : flow.launches) {
        launches.push_back(toWord(kind));
    }
    json forms = json::array();
    for (const auto& form : flow.forms) {
        forms.push_back(toJson(form));
    }
    return {{"id", flow.id},
            {"title", toJson(flow.title)},
            {"description", toJson(flow.description)},
            {"provider", flow.provider},
            {"account", flow.account},
            {"environment", toWord(flow.environment)},
            {"launches", std::move(launches)},
            {"asks", flow.asks},
            {"usualSeconds", flow.usualSeconds},
            {"answering", toWord(flow.answering)},
            {"fallback", flow.fallback},
            {"forms", std::move(forms)},
            {"participants", flow.participants},
            {"needsKnown", flow.needsKnown}};
}

Flow flowFrom(const JsonReader& reader) {
    Flow flow;
    flow.id = reader.requiredText("id");
    flow.title = localizedFrom(reader, "title");
    flow.description = localizedFrom(reader, "description");
    flow.provider = reader.text("provider").value_or("");
    flow.account = reader.text("account").value_or("");
    flow.environment = reader.word("environment", Environment::unknown);
    for (const auto& word : reader.texts("launches")) {
        flow.launches.push_back(fromWord<LaunchKind>(word).value_or(LaunchKind::unknown));
    }
    flow.asks = reader.texts("asks");
    flow.usualSeconds = reader.integer("usualSeconds").value_or(0);
    flow.answering = reader.word("answering", Answering::unknown);
    flow.fallback = reader.text("fallback").value_or("");
    for (const auto& form : reader.objects("forms")) {
        flow.forms.push_back(formFrom(form));
    }
    flow.participants = reader.flag("participants").value_or(false);
    flow.needsKnown = reader.flag("needsKnown").value_or(false);
    return flow;
}

}  // namespace verdesk
