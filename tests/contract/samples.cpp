#include "tests/contract/samples.h"

namespace verdesk::test {
namespace {

using nlohmann::json;

const Instant noon = *instantFrom("2026-03-17T12:00:00.250Z");

template <class Type>
Sample sample(std::string name, const Type& value, Type (*from)(const JsonReader&)) {
    return {std::move(name), toJson(value), [from](const json& text) { return toJson(from(JsonReader{text})); }};
}

Sample launch(std::string name, Launch value) {
    return {std::move(name), toJson(value), [](const json& text) { return toJson(*launchFrom(JsonReader{text})); }};
}

std::vector<Launch> launches() {
    WidgetLaunch widget{"https://widget.example/start",
                        Placement::top,
                        {"https://widget.example"},
                        {"camera", "microphone"},
                        {{"ready", MessageAction::reply, json{{"token", "t"}}},
                         {"set", MessageAction::reply, json{{"type", "set"}}, {json{{"type", "start"}}, nullptr}},
                         {json{{"type", "done"}}, MessageAction::finish, nullptr},
                         {json{{"type", "step"}}, MessageAction::forward, nullptr}}};
    return {Launch{QrLaunch{"passid://verify-request?r=req_7a&i=Acme", "AB3X-7YQM", noon, 599'000},
                   "https://phone.example/r/7a"},
            Launch{TokenLaunch{{"PASSID-XXXX-XXXX-XXXX-XXXX", "XXXX-XXXX-XXXX"}, "PASSID-AB3X-7YQM-K9PQ-3MNX"}, {}},
            Launch{std::move(widget), {}, noon, 900'000, true},
            Launch{RedirectLaunch{"https://p.example/authorize?state=s",
                                  "https://desk.example/return/p",
                                  "https://desk.example/return/p/back",
                                  {"https://p.example"},
                                  {"camera"},
                                  LaunchButton{"Sign up with P", "#F29E2E", "#FFFFFF"}},
                   {}},
            Launch{ScriptLaunch{"https://p.example/sdk.js", "start('id')", {"https://p.example"}}, {}}};
}

std::vector<claims::Claim> everyKindOfClaim() {
    using namespace claims;
    return {{"identity_verified", Flag{false}, Status::contradicted, "claims.identity_verified", false},
            {"score", Score{812, 788, 831, 300, 900, 0.94}, Status::proven, "claims", {{"fsi_score", 812}}},
            {"stability", Score{0.91, {}, {}, {}, {}, {}}, Status::proven, "claims.p_stable", 0.91},
            {"tier", Tier{"A"}, Status::proven, "claims.tier", "A"},
            {"income", Amount{"1234.50", "EUR"}, Status::stated, "claims.income", "1234.50"},
            {"fraud_risk", Text{"low"}, Status::proven, "claims.fraud_risk", "low"},
            {"document_expiry", Date{"2030-01-31"}, Status::proven, "doc.expiry", "2030-01-31"},
            {"front", Document{"0197-evidence", "image/jpeg"}, Status::proven, "doc.front", "…"},
            {"corridor", std::monostate{}, Status::missing, "", nullptr}};
}

Me fullMe() {
    Me me;
    me.staff = {StaffId{"0197-staff"}, "tina", "Tina Teller", Role::teller, {"main", "harbour"}};
    me.branch = "main";
    me.branchName = "Main Street";
    me.counter = "counter-3";
    me.institution = {"Acme Bank",
                      "#005f73",
                      "[A-Z]{2}[0-9]{6}",
                      "AB123456",
                      {{"account", {{{"en", "Open an account"}, {"de", "Konto eröffnen"}}}}},
                      {"en", "de"},
                      {"c1", {{{"en", "You agree"}}}},
                      {"a1", {{{"en", "This is the person in front of me"}}}}};
    me.environment = Environment::practice;
    me.cursor = 17;
    me.idleLockSeconds = 300;
    me.hideClaimsSeconds = 180;
    me.phoneUrl = "http://127.0.0.1:4000/phone";
    me.publicOrigin = "https://desk.bank.example";
    me.minimumEngine = "102.0.5005";
    return me;
}

Form fullForm() {
    Question email;
    email.key = "email";
    email.kind = QuestionKind::text;
    email.title = {{{"en", "E-mail address"}}};
    email.mandatory = true;
    email.readOnly = true;
    email.preset = {"lena@example.com"};
    Question documents;
    documents.key = "documents";
    documents.kind = QuestionKind::choices;
    documents.title = {{{"en", "Documents"}}};
    documents.options = {{"passport", {{{"en", "Passport"}}}}, {"id_card", {{{"en", "Identity card"}}}}};
    documents.showIf.push_back({"email", "lena@example.com"});
    return {{{{"en", "Filled in for the customer"}}}, {{{"en", "They may change it"}}}, {email, documents}};
}

Case fullCase() {
    Case value;
    value.summary = fullSummary();
    value.consentLanguage = "de";
    value.consentAt = noon;
    value.verifications = {fullVerification()};
    value.decisions = {{DecisionKind::escalate, "second look", noon, "Otto Officer"}};
    value.earlierBlocked = {fullSummary()};
    value.knownAt = {"passbase-main"};
    value.erasure = Erasure{"the customer asked for it", noon, "Olga Officer"};
    return value;
}

}  // namespace

CaseSummary fullSummary() {
    CaseSummary summary;
    summary.id = CaseId{"0197-case"};
    summary.number = "K7-204";
    summary.branch = "main";
    summary.reference = "AB123456";
    summary.purpose = "account";
    summary.purposeTitle = {{{"en", "Open an account"}}};
    summary.state = CaseState::open;
    summary.verdict = claims::Verdict::review;
    summary.decision = DecisionKind::escalate;
    summary.openedAt = noon;
    summary.updatedAt = noon + std::chrono::minutes{5};
    summary.openedBy = "Tina Teller";
    summary.flows = {"passid-full", "passid-quick"};
    summary.lastState = State::completed;
    summary.environment = Environment::sandbox;
    summary.erasedAt = noon + std::chrono::hours{24};
    return summary;
}

Verification fullVerification() {
    Verification v;
    v.id = VerificationId{"0197-verification"};
    v.caseId = CaseId{"0197-case"};
    v.flow = "passid-full";
    v.flowTitle = {{{"en", "Full check"}, {"de", "Volle Prüfung"}}};
    v.provider = "PASSID";
    v.account = "passid-main";
    v.environment = Environment::live;
    v.launch = LaunchKind::qr;
    v.state = State::declined;
    v.verdict = claims::Verdict::blocked;
    v.reasons = {{"hard_deny", ""}, {"missing", "score"}};
    v.decline = claims::Decline::sanctionsMatch;
    v.failure = Failure::providerBroken;  // never beside a decline in life; here every member is set
    v.code = "VD-D106";
    v.providerCode = "HARD_DENY_SANCTIONS_MATCH";
    v.startedAt = noon;
    v.endedAt = noon + std::chrono::seconds{30};
    v.deadline = noon + std::chrono::minutes{10};
    v.expiresInMs = 570'000;
    v.launches = launches();
    v.asks = {"score", "identity_verified"};
    v.claims = everyKindOfClaim();
    v.proof = Proof{claims::Channel::webhook, true, noon, noon, noon};
    v.startedBy = StaffId{"0197-staff"};
    v.startedByName = "Tina Teller";
    v.parent = VerificationId{"0197-parent"};
    v.participants = true;
    return v;
}

std::vector<Sample> samples() {
    std::vector<Sample> all;
    auto each = launches();
    for (auto& one : each) {
        all.push_back(launch(std::string{"Launch "} + std::string{toWord(kindOf(one))}, std::move(one)));
    }
    for (const auto& claim : everyKindOfClaim()) {
        all.push_back(sample("Claim " + claim.name, claim, claimFrom));
    }
    all.push_back(sample("Reason", claims::Reason{"missing", "score"}, reasonFrom));
    all.push_back(sample("SignIn", SignIn{"password", "tina", "secret", "counter-3", "main", "1.2.3"}, signInFrom));
    all.push_back(sample("Staff", fullMe().staff, staffFrom));
    all.push_back(sample("Me", fullMe(), meFrom));
    all.push_back(sample("SignedIn", SignedIn{"opaque", noon, fullMe()}, signedInFrom));
    all.push_back(sample("Flow",
                         Flow{"passid-full",
                              {{{"en", "Full check"}}},
                              {{{"en", "Everything"}}},
                              "PASSID",
                              "passid-main",
                              Environment::live,
                              {LaunchKind::qr, LaunchKind::token},
                              {"score"},
                              45,
                              Answering::slow,
                              "passid-identity",
                              {fullForm()},
                              true,
                              true},
                         flowFrom));
    all.push_back(sample("Verification", fullVerification(), verificationFrom));
    all.push_back(sample("Form", fullForm(), formFrom));
    all.push_back(sample("StartVerification",
                         StartVerification{"passid-full",
                                           LaunchKind::token,
                                           {{"email", {"lena@example.com"}}, {"documents", {"passport", "id_card"}}},
                                           VerificationId{"0197-parent"}},
                         startVerificationFrom));
    all.push_back(sample("OpenCase", OpenCase{"AB123456", "account", "c1", "de", "a1"}, openCaseFrom));
    all.push_back(sample("CaseSummary", fullSummary(), caseSummaryFrom));
    all.push_back(sample("CaseList", CaseList{{fullSummary()}, "next-page"}, caseListFrom));
    all.push_back(sample("Case", fullCase(), caseFrom));
    all.push_back(sample("Decide", Decide{DecisionKind::approve, "looks right"}, decideFrom));
    all.push_back(sample("Erase", Erase{"the customer asked for it"}, eraseFrom));
    all.push_back(sample("Changes",
                         Changes{18,
                                 {{17, "verification.completed", CaseId{"0197-case"},
                                   VerificationId{"0197-verification"}, State::completed, claims::Verdict::pass}}},
                         changesFrom));
    all.push_back(sample("Problem",
                         Problem{400, "member-invalid", "The request cannot be read", "why", "consent.language",
                                 json{{"openCase", {{"id", "0197-case"}}}}},
                         problemFrom));
    return all;
}

}  // namespace verdesk::test
