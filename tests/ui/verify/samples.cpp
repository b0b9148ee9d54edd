#include "tests/ui/verify/samples.h"

namespace verdesk::test {
namespace {

using namespace std::chrono_literals;

const Instant morning = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + 9h + 42min + 8s;

Localized words(const char* english, const char* german) {
    return {{{"en", english}, {"de", german}}};
}

Question question(const char* key, QuestionKind kind, Localized title) {
    Question made;
    made.key = key;
    made.kind = kind;
    made.title = std::move(title);
    return made;
}

claims::Claim claim(std::string_view name, claims::Value value, claims::Status status = claims::Status::proven) {
    return {std::string{name}, std::move(value), status, "claims." + std::string{name}, nullptr};
}

Flow flow(const char* id, Localized title, Localized description, std::vector<LaunchKind> launches) {
    Flow made;
    made.id = id;
    made.title = std::move(title);
    made.description = std::move(description);
    made.provider = "PASSID";
    made.environment = Environment::sandbox;
    made.launches = std::move(launches);
    made.asks = {"score", "tier", "identity_verified", "sanctions_clear"};
    made.usualSeconds = 60;
    made.answering = Answering::answering;
    return made;
}

}  // namespace

ui::VerifyContext sampleContext() {
    ui::VerifyContext context;
    auto& bank = context.institution;
    bank.name = "Harbour Bank";
    bank.referencePattern = "C-[0-9]{4}-[0-9]{3}";
    bank.referenceExample = "C-2231-884";
    bank.purposes = {{"account_opening", words("Account opening", "Kontoeröffnung")},
                     {"loan", words("Loan application", "Kreditantrag")},
                     {"address", words("Change of address", "Adressänderung")}};
    bank.languages = {"en", "de"};
    bank.consent = {"2026-01",
                    words("I agree that Harbour Bank asks an identity service to check who I am, and keeps the result "
                          "with my case.",
                          "Ich bin einverstanden, dass die Harbour Bank meine Identität von einem Identitätsdienst "
                          "prüfen lässt und das Ergebnis zu meinem Vorgang speichert.")};
    bank.attestation = {"2026-01",
                        words("The customer stands in front of me, and the person who uses the phone is this customer.",
                              "Die Kundin oder der Kunde steht vor mir, und wer das Telefon benutzt, ist dieselbe "
                              "Person.")};
    context.flows = {
        flow("passid", words("PASSID", "PASSID"),
             words("Score, income, identity and sanctions, from the customer's wallet.",
                   "Score, Einkommen, Identität und Sanktionen aus der Wallet der Kundin oder des Kunden."),
             {LaunchKind::qr, LaunchKind::token}),
        flow("passid_identity", words("PASSID: identity and sanctions", "PASSID: Identität und Sanktionen"),
             words("Who the customer is, and nothing about money.", "Wer die Person ist, und nichts über Geld."),
             {LaunchKind::qr, LaunchKind::token})};
    context.flows[1].usualSeconds = 30;
    context.flows[1].answering = Answering::slow;
    auto widget = flow("passport", words("ID and liveness", "Ausweis und Lebendprüfung"),
                       words("An ID and a face, by the camera of this counter.",
                             "Ausweis und Gesicht mit der Kamera dieses Schalters."),
                       {LaunchKind::widget});
    widget.provider = "Passport.io";
    widget.usualSeconds = 180;
    widget.fallback = "passid_identity";
    widget.asks = {"given_names", "surname", "date_of_birth", "document_number", "document_expiry"};
    auto redirect = flow(
        "authenteq", words("ID document", "Ausweisdokument"),
        words("An ID document at Authenteq, with both its pictures.", "Ein Ausweis bei Authenteq, mit beiden Bildern."),
        {LaunchKind::redirect});
    redirect.provider = "Authenteq";
    redirect.usualSeconds = 120;
    redirect.answering = Answering::down;
    context.flows.push_back(widget);
    context.flows.push_back(redirect);
    context.environment = Environment::practice;
    return context;
}

CaseSummary sampleCase() {
    CaseSummary summary;
    summary.id = CaseId{"01934e6a-1111-7000-8000-000000000001"};
    summary.number = "K7-204";
    summary.branch = "012";
    summary.reference = "C-2231-884";
    summary.purpose = "account_opening";
    summary.purposeTitle = words("Account opening", "Kontoeröffnung");
    summary.state = CaseState::open;
    summary.openedAt = morning;
    return summary;
}

std::vector<claims::Claim> sampleClaims() {
    namespace name = claims::name;
    return {claim(name::score, claims::Score{812, 788, 831, {}, {}, 0.94}),
            claim(name::tier, claims::Tier{"A"}),
            claim(name::stability, claims::Score{0.91, {}, {}, {}, {}, {}}),
            claim(name::identity, claims::Flag{true}),
            claim(name::sanctionsClear, claims::Flag{true}),
            claim(name::income, claims::Flag{true}),
            claim(name::incomeBand, claims::Text{"40k-60k"}),
            claim(name::paymentReliability, claims::Score{0.98, {}, {}, 0, 1, {}}),
            claim(name::savingsConsistency, claims::Score{74, {}, {}, 0, 100, {}}),
            claim(name::fraudRisk, claims::Text{"low"}),
            claim(name::corridor, claims::Text{"KE→GB"}, claims::Status::stated)};
}

desk::Check sampleCheck(desk::Page page, int id) {
    desk::Check check;
    check.id = id;
    const auto summary = sampleCase();
    check.caseId = summary.id;
    check.number = summary.number;
    check.reference = summary.reference;
    check.purposeTitle = summary.purposeTitle;
    check.flowTitle = words("PASSID", "PASSID");
    check.wanted = {"passid", LaunchKind::qr};
    check.page = page;
    if (page == desk::Page::requesting) {
        return check;
    }
    Verification v;
    v.id = VerificationId{"01934e6a-2222-7000-8000-00000000000" + std::to_string(id)};
    v.caseId = check.caseId;
    v.flow = "passid";
    v.flowTitle = check.flowTitle;
    v.provider = "PASSID";
    v.account = "passid_sandbox";
    v.environment = Environment::sandbox;
    v.launch = LaunchKind::qr;
    v.startedAt = morning;
    v.asks = {"score",
              "tier",
              "stability",
              "income_verified",
              "income_band",
              "identity_verified",
              "sanctions_clear",
              "payment_reliability",
              "savings_consistency",
              "fraud_risk"};
    if (desk::isRunning(page)) {
        v.state = page == desk::Page::verifying ? State::verifying : State::awaiting;
        v.expiresInMs = 432000;
        v.deadline = morning + 600s;
        v.launches = {
            {QrLaunch{samplePayload, "AB3X-7YQM", morning + 600s, 432000}, ""},
            {TokenLaunch{{"PASSID-XXXX-XXXX-XXXX-XXXX", "XXXX-XXXX-XXXX"}, "PASSID-AB3X-7YQM-K9PQ-3MNX"}, ""}};
        check.deadline = QDeadlineTimer{432000};
    } else {
        v.endedAt = morning + 41s;
        v.state = State::completed;
        v.verdict = claims::Verdict::pass;
    }
    if (page == desk::Page::browser) {
        check.flowTitle = v.flowTitle = words("ID and liveness", "Ausweis und Lebendprüfung");
        check.wanted = {"passport", LaunchKind::widget};
        v.flow = "passport";
        v.provider = "Passport.io";
        v.launch = LaunchKind::widget;
        v.launches = {{WidgetLaunch{"https://my.passport.io/widget-endusers/?referenceId=" + v.id.value,
                                    Placement::iframe,
                                    {"https://my.passport.io"},
                                    {"camera"},
                                    {{"triggerCloseWidget", MessageAction::finish, {}}}},
                       "https://my.passport.io/widget-endusers/?referenceId=" + v.id.value}};
        v.asks = {"given_names", "surname", "date_of_birth", "document_number", "document_expiry"};
        v.expiresInMs = 820000;
        check.deadline = QDeadlineTimer{820000};
    }
    if (page == desk::Page::summary) {
        v.claims = sampleClaims();
        v.proof = Proof{claims::Channel::webhook, true, morning + 41s, morning + 41s, {}};
    }
    if (page == desk::Page::expired) {
        v.state = State::expired;
        v.verdict = claims::Verdict::none;
        v.decline = claims::Decline::requestExpired;
        v.code = "VD-D102";
    }
    if (page == desk::Page::cancelled) {
        v.state = State::cancelled;
        v.verdict = claims::Verdict::none;
    }
    if (page == desk::Page::blocked) {
        v.state = State::declined;
        v.verdict = claims::Verdict::blocked;
        v.decline = claims::Decline::sanctionsMatch;
        v.code = "VD-D106";
        v.providerCode = "HARD_DENY_SANCTIONS_MATCH";
    }
    check.verification = v;
    return check;
}

desk::Check redirectCheck() {
    auto check = sampleCheck(desk::Page::browser);
    check.flowTitle = words("ID document", "Ausweisdokument");
    check.wanted = {"authenteq", LaunchKind::redirect};
    auto& v = *check.verification;
    v.flow = "authenteq";
    v.flowTitle = check.flowTitle;
    v.provider = "Authenteq";
    v.launch = LaunchKind::redirect;
    v.launches = {{RedirectLaunch{"https://identity.authenteq.com/authorize?state=s",
                                  "https://desk.bank.example/return/authenteq",
                                  "https://desk.bank.example/return/authenteq/back",
                                  {"https://identity.authenteq.com"},
                                  {"camera"},
                                  LaunchButton{"Sign Up with Authenteq", "#F29E2E", "#FFFFFF"}},
                   ""}};
    return check;
}

desk::Check troubledCheck(const std::string& code) {
    auto check = sampleCheck(desk::Page::browser);
    check.trouble = code;
    return check;
}

desk::Check declinedCheck(claims::Decline decline) {
    auto check = sampleCheck(desk::Page::declined);
    check.verification->state = State::declined;
    check.verification->verdict = claims::Verdict::none;
    check.verification->decline = decline;
    check.verification->code = claims::infoOf(decline).code;
    check.verification->providerCode = "TOKEN_EXPIRED";
    check.verification->launch = LaunchKind::token;
    return check;
}

desk::Check failedCheck(Failure failure) {
    auto check = sampleCheck(desk::Page::failed);
    check.verification->state = State::failed;
    check.verification->verdict = claims::Verdict::none;
    check.verification->failure = failure;
    check.verification->code = codeOf(failure);
    return check;
}

Form sampleForm() {
    Form form;
    form.title = words("Source of funds", "Herkunft der Mittel");
    form.description = words("Asked of every new customer before the video call.",
                             "Wird alle neuen Kunden vor dem Videogespräch gefragt.");
    auto source =
        question("source", QuestionKind::choice, words("Where does the money come from?", "Woher kommt das Geld?"));
    source.mandatory = true;
    source.options = {{"pay", words("Salary", "Gehalt")}, {"other", words("Something else", "Etwas anderes")}};
    auto explain = question("explain", QuestionKind::text, words("What exactly?", "Was genau?"));
    explain.showIf = {{"source", "other"}};
    auto papers = question("papers", QuestionKind::choices, words("Papers that were shown", "Gezeigte Unterlagen"));
    papers.options = {{"slip", words("Pay slip", "Gehaltszettel")}, {"tax", words("Tax bill", "Steuerbescheid")}};
    papers.preset = {"slip"};
    const Localized english{{{"en", "E-mail address"}}};
    auto branch = question("branch", QuestionKind::choice, words("Branch", "Filiale"));
    branch.readOnly = true;
    branch.options = {{"012", words("Harbour Street", "Hafenstraße")}};
    branch.preset = {"012"};
    form.questions = {source, explain, papers, question("email", QuestionKind::text, english), branch};
    return form;
}

desk::Check formCheck(int id) {
    auto check = sampleCheck(desk::Page::form, id);
    check.verification.reset();
    check.flowTitle = words("Video call", "Videogespräch");
    check.wanted = {"video", LaunchKind::widget, {}, {}};
    check.forms = {sampleForm()};
    check.filledIn = {{"branch", {"012"}}, {"papers", {"slip"}}};
    return check;
}

desk::Check hostCheck(int id) {
    auto check = sampleCheck(desk::Page::browser, id);
    check.flowTitle = words("Video call", "Videogespräch");
    check.verification->flowTitle = check.flowTitle;
    check.verification->participants = true;
    return check;
}

desk::Check participantCheck(int id) {
    auto check = hostCheck(id);
    check.verification->participants = false;
    check.verification->parent = hostCheck().verification->id;
    check.wanted.parent = check.verification->parent;
    check.participant = 1;
    return check;
}

desk::Check watchlistCheck() {
    namespace name = claims::name;
    auto check = sampleCheck(desk::Page::summary);
    check.flowTitle = words("ID and face", "Ausweis und Gesicht");
    auto& v = *check.verification;
    v.flowTitle = check.flowTitle;
    v.provider = "Passbase";
    v.launch = LaunchKind::widget;
    v.verdict = claims::Verdict::review;
    v.reasons = {{"watchlist", "watchlist_match"}};
    const auto entry = [](const char* source, const char* text) {
        auto made = claim(name::watchlistListing, claims::Text{text});
        made.label = source;
        return made;
    };
    auto agent =
        claim("user_agent", claims::Text{"Mozilla/5.0 (X11; Linux x86_64) Verdesk/0.1"}, claims::Status::stated);
    agent.path = "metadata.user_agent";
    auto started = claim("started_at", claims::Text{"2026-11-20T09:42:08Z"}, claims::Status::stated);
    started.path = "metadata.time";
    v.claims = {claim(name::score, claims::Score{0.62, {}, {}, 0, 1, {}, 0.4, 0.8}),
                claim(name::identity, claims::Flag{true}),
                claim(name::watchlistMatch, claims::Flag{true}),
                entry("OFAC SDN", "Erika Muster, sanction, 2019-04-02, https://lists.example/ofac/4711"),
                entry("media", "Merchant under suspicion, 2024-01-17, https://press.example/a/17"),
                claim(name::givenNames, claims::Text{"Erika"}),
                claim(name::surname, claims::Text{"Muster"}),
                claim(name::documentFront, claims::Document{"e1", "image/png"}),
                claim(name::faceVideo, claims::Document{"e3", "video/mp4"}),
                agent,
                started};
    return check;
}

desk::Check rejectedCheck() {
    namespace name = claims::name;
    auto check = watchlistCheck();
    auto& v = *check.verification;
    v.verdict = claims::Verdict::fail;
    v.reasons = {{"rejected", "provider_accepted"}};
    v.claims = {claim(name::score, claims::Score{0.21, {}, {}, 0, 1, {}, 0.4, 0.8}),
                claim(name::providerAccepted, claims::Flag{false}, claims::Status::contradicted),
                claim(name::givenNames, claims::Text{"Erika"}, claims::Status::stated)};
    auto answer = claim(name::answer, claims::Text{"Salary"}, claims::Status::stated);
    answer.label = "Where does the money come from?";
    v.claims.push_back(answer);
    return check;
}

desk::Check reviewCheck() {
    auto check = sampleCheck(desk::Page::summary);
    auto& v = *check.verification;
    v.verdict = claims::Verdict::review;
    v.reasons = {{"not_verified", "identity_verified"}, {"fraud_risk", "fraud_risk"}, {"missing", "income_verified"}};
    for (auto& each : v.claims) {
        if (each.name == claims::name::identity) {
            each.value = claims::Flag{false};
            each.status = claims::Status::contradicted;
        } else if (each.name == claims::name::fraudRisk) {
            each.value = claims::Text{"medium"};
        } else if (each.name == claims::name::income) {
            each.value = std::monostate{};
            each.status = claims::Status::missing;
        }
    }
    v.proof = Proof{claims::Channel::poll, false, {}, morning + 41s, {}};
    return check;
}

}  // namespace verdesk::test
