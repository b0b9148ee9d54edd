#include "tests/desk/support/samples.h"

namespace verdesk::test {
namespace {

Localized words(const char* english, const char* german) {
    return {{{"en", english}, {"de", german}}};
}

constexpr auto day = std::chrono::sys_days{std::chrono::year{2026} / 3 / 17} + std::chrono::hours{10};

claims::Claim claim(std::string_view name, claims::Value value, claims::Status status = claims::Status::proven) {
    return {std::string{name}, std::move(value), status, "claims." + std::string{name}, nullptr};
}

std::vector<claims::Claim> sampleClaims() {
    return {claim(claims::name::score, claims::Score{812, 788, 831, 300, 900, 0.94}),
            claim(claims::name::tier, claims::Tier{"A"}),
            claim(claims::name::identity, claims::Flag{true}),
            claim(claims::name::sanctionsClear, claims::Flag{true}),
            claim(claims::name::income, claims::Flag{true}),
            claim(claims::name::fraudRisk, claims::Text{"low"}),
            claim(claims::name::corridor, claims::Text{"KE to GB"}, claims::Status::stated)};
}

}  // namespace

Me sampleMe(Role role) {
    Me me;
    const bool officer = role == Role::officer;
    me.staff = {StaffId{officer ? "staff-2" : "staff-1"},
                officer ? "officer" : "teller",
                officer ? "Olga Officer" : "Theo Teller",
                role,
                {"012"}};
    me.branch = "012";
    me.branchName = "Branch 012";
    me.counter = "counter 3";
    me.institution.name = "First Bank of Examples";
    me.institution.referencePattern = "C-[0-9]{4}-[0-9]{3}";
    me.institution.referenceExample = "C-2231-884";
    me.institution.purposes = {{"account", words("Account opening", "Kontoeröffnung")},
                               {"loan", words("Loan", "Kredit")}};
    me.institution.languages = {"en", "de"};
    me.institution.consent = {"c-1", words("The customer agrees to the check.", "Der Kunde stimmt der Prüfung zu.")};
    me.institution.attestation = {"a-1", words("This is the person in front of me.", "Diese Person steht vor mir.")};
    me.environment = Environment::practice;
    me.cursor = 7;
    me.idleLockSeconds = 600;
    me.hideClaimsSeconds = 180;
    me.phoneUrl = "http://127.0.0.1:1/phone";
    return me;
}

SignedIn sampleSignedIn(Role role) {
    return {"token-of-" + std::string{toWord(role)}, Instant{day + std::chrono::hours{10}}, sampleMe(role)};
}

std::vector<Flow> sampleFlows() {
    Flow qr;
    qr.id = "passid";
    qr.title = words("PASSID by QR code", "PASSID per QR-Code");
    qr.description = words("The customer scans and agrees on their phone.", "Der Kunde scannt und stimmt zu.");
    qr.provider = "PASSID";
    qr.environment = Environment::practice;
    qr.launches = {LaunchKind::qr, LaunchKind::token};
    qr.asks = {"identity_verified", "sanctions_clear", "score"};
    qr.usualSeconds = 60;
    qr.answering = Answering::answering;
    Flow token = qr;
    token.id = "passid-token";
    token.title = words("PASSID token", "PASSID-Token");
    token.description = words("The customer reads a token out.", "Der Kunde liest ein Token vor.");
    token.launches = {LaunchKind::token};
    Flow widget = qr;
    widget.id = "passport";
    widget.title = words("Passport.io: ID and liveness", "Passport.io: Ausweis und Lebendprüfung");
    widget.description = words("The customer shows an ID to the camera.", "Der Kunde zeigt seinen Ausweis.");
    widget.provider = "Passport.io";
    widget.launches = {LaunchKind::widget};
    widget.asks = {"given_names", "surname", "date_of_birth"};
    widget.usualSeconds = 120;
    widget.fallback = "passid-token";
    Flow redirect = widget;
    redirect.id = "authenteq";
    redirect.title = words("Authenteq: ID", "Authenteq: Ausweis");
    redirect.provider = "Authenteq";
    redirect.launches = {LaunchKind::redirect};
    return {qr, token, widget, redirect};
}

CaseSummary sampleSummary(const std::string& id, const std::string& reference) {
    CaseSummary summary;
    summary.id = CaseId{id};
    summary.number = "K7-204";
    summary.branch = "012";
    summary.reference = reference;
    summary.purpose = "account";
    summary.purposeTitle = words("Account opening", "Kontoeröffnung");
    summary.state = CaseState::open;
    summary.openedAt = Instant{day};
    summary.updatedAt = summary.openedAt;
    summary.openedBy = "Theo Teller";
    summary.environment = Environment::practice;
    return summary;
}

Case sampleCase(const std::string& id, const std::string& reference) {
    Case value;
    value.summary = sampleSummary(id, reference);
    value.consentLanguage = "en";
    value.consentAt = value.summary.openedAt;
    return value;
}

Form sampleForm() {
    Form form;
    form.title = words("Source of funds", "Herkunft der Mittel");
    form.description = words("Asked of every new customer.", "Wird alle neuen Kunden gefragt.");
    Question source;
    source.key = "source";
    source.kind = QuestionKind::choice;
    source.title = words("Where does the money come from?", "Woher kommt das Geld?");
    source.mandatory = true;
    source.options = {{"pay", words("Salary", "Gehalt")}, {"other", words("Something else", "Etwas anderes")}};
    Question explain;
    explain.key = "explain";
    explain.kind = QuestionKind::text;
    explain.title = words("What exactly?", "Was genau?");
    explain.showIf = {{"source", "other"}};
    Question papers;
    papers.key = "papers";
    papers.kind = QuestionKind::choices;
    papers.title = words("Papers that were shown", "Gezeigte Unterlagen");
    papers.options = {{"slip", words("Pay slip", "Gehaltszettel")}, {"tax", words("Tax bill", "Steuerbescheid")}};
    papers.preset = {"slip"};
    Question branch;
    branch.key = "branch";
    branch.kind = QuestionKind::text;
    branch.title = words("Branch", "Filiale");
    branch.readOnly = true;
    branch.preset = {"012"};
    form.questions = {source, explain, papers, branch};
    return form;
}

WidgetLaunch sampleWidget() {
    return {"https://my.passport.example/widget?referenceId=ver-1",
            Placement::iframe,
            {"https://my.passport.example"},
            {"camera"},
            {{{{"type", "close"}}, MessageAction::finish, {}}, {{{"type", "login"}}, MessageAction::forward, {}}}};
}

Verification sampleVerification(State state, LaunchKind launch, const std::string& id, const std::string& caseId) {
    Verification v;
    v.id = VerificationId{id};
    v.caseId = CaseId{caseId};
    const auto flow = sampleFlows()[launch == LaunchKind::qr         ? 0
                                    : launch == LaunchKind::token    ? 1
                                    : launch == LaunchKind::redirect ? 3
                                                                     : 2];
    v.flow = flow.id;
    v.flowTitle = flow.title;
    v.provider = flow.provider;
    v.account = "practice";
    v.environment = Environment::practice;
    v.launch = launch;
    v.state = state;
    v.startedAt = Instant{day};
    v.asks = {"identity_verified", "sanctions_clear", "score"};
    v.startedBy = StaffId{"staff-1"};
    v.startedByName = "Theo Teller";
    if (state == State::awaiting) {
        v.deadline = v.startedAt + std::chrono::minutes{15};
        v.expiresInMs = 900'000;
        if (launch == LaunchKind::qr) {
            v.launches.push_back(
                {QrLaunch{"https://passid.example/verify?code=AB12CD34", "AB12-CD34", *v.deadline, 900'000}, {}});
        }
        if (launch == LaunchKind::widget) {
            v.launches.push_back({sampleWidget(), "https://passport.example/m/ver-1"});
        } else if (launch == LaunchKind::redirect) {
            v.launches.push_back({RedirectLaunch{"https://identity.example/authorize?state=s-1",
                                                 "https://desk.bank.example/return/authenteq",
                                                 "https://desk.bank.example/return/authenteq/back",
                                                 {"https://identity.example"},
                                                 {"camera"}},
                                  {}});
        } else if (launch == LaunchKind::script) {
            v.launches.push_back(
                {ScriptLaunch{"https://auth.example/login.js", "renderButton", {"https://auth.example"}}, {}});
        } else {
            v.launches.push_back({TokenLaunch{{"PASSID-XXXX-XXXX-XXXX-XXXX"}, "PASSID-7K2M-9QXA-3FJD-8WTP"}, {}});
        }
    }
    if (isFinal(state)) {
        v.endedAt = v.startedAt + std::chrono::seconds{41};
    }
    if (state == State::completed) {
        v.verdict = claims::Verdict::pass;
        v.claims = sampleClaims();
        v.proof = Proof{claims::Channel::webhook, true, v.endedAt, v.endedAt, v.endedAt};
    }
    if (state == State::declined) {
        v.verdict = claims::Verdict::fail;
        v.decline = claims::Decline::customerDeclined;
        v.code = "VD-D101";
    }
    if (state == State::expired) {
        v.decline = claims::Decline::requestExpired;
        v.code = "VD-D102";
    }
    if (state == State::failed) {
        v.failure = Failure::providerUnreachable;
        v.code = "VD-F201";
    }
    return v;
}

Verification blockedVerification(const std::string& id, const std::string& caseId) {
    auto v = sampleVerification(State::declined, LaunchKind::token, id, caseId);
    v.verdict = claims::Verdict::blocked;
    v.decline = claims::Decline::sanctionsMatch;
    v.code = "VD-D106";
    v.providerCode = "HARD_DENY_SANCTIONS_MATCH";
    v.reasons = {{"sanctions", ""}};
    return v;
}

OpenCase sampleOpening(const std::string& reference) {
    return {reference, "account", "c-1", "en", "a-1"};
}

}  // namespace verdesk::test
