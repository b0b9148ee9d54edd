#include "sandbox/identomat/practice.h"

#include "sandbox/identomat/configurations.h"

namespace verdesk::sandbox::identomat {

namespace {

constexpr auto account = R"toml(
[accounts.identomat_practice]
provider = "identomat"
environment = "sandbox"
company_key = { env = "identomat_company_key" }
secret_key = { env = "identomat_secret_key" }
callback_api_key = { env = "identomat_callback_key" }
hook_segment = { env = "identomat_hook_segment" }
languages = ["en", "de"]
)toml";

constexpr auto plain = R"toml(
[flows.identomat]
title = { en = "Identomat", de = "Identomat" }
description = { en = "A document and a look into the camera", de = "Ein Ausweis und ein Blick in die Kamera" }
account = "identomat_practice"
launches = ["widget", "redirect"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "document_expiry", "liveness_verified"]
keep = ["claims", "documents", "video"]
usual_seconds = 90
flags = { skip_document = true, skip_face = true }

[[flows.identomat.steps]]
type = "identity-document"
key = "identity-document"
flags = { allow_document_upload = true }

[[flows.identomat.steps]]
type = "liveness"
key = "liveness"
flags = { liveness = true }
)toml";

constexpr auto questions = R"toml(
[flows.identomat_questions]
title = { en = "Identomat: source of funds", de = "Identomat: Herkunft der Mittel" }
description = { en = "A document, the customer's telephone and questions that you fill in beforehand", de = "Ein Ausweis, das Telefon und Fragen, die Sie vorab ausfüllen" }
account = "identomat_practice"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number"]
usual_seconds = 180
flags = { skip_document = true, skip_face = true }

[[flows.identomat_questions.steps]]
type = "identity-document"
key = "identity-document"

[[flows.identomat_questions.steps]]
type = "phone-number"
key = "phone_number"
flags = { require_phone_number_check = true }

[[flows.identomat_questions.steps]]
type = "user-questionnaire"
key = "source_of_funds"
title = { en = "Where the money comes from", de = "Woher das Geld kommt" }
description = { en = "The bank has to ask this.", de = "Danach muss die Bank fragen." }
successButtonTitle = "OK"
questions = [
  { type = "string", key = "reason", title = { en = "What the account is for", de = "Wofür das Konto ist" }, answer = "Savings", readOnly = true },
  { type = "options", key = "source", title = { en = "Where does the money come from?", de = "Woher kommt das Geld?" }, mandatory = true, options = [
    { key = "salary", title = { en = "Salary", de = "Gehalt" } },
    { key = "sale", title = { en = "Something was sold", de = "Ein Verkauf" } },
    { key = "other", title = { en = "Something else", de = "Etwas anderes" } } ] },
  { type = "string", key = "explain", title = { en = "Please explain", de = "Bitte erklären Sie das" }, mandatory = true, showConditions = { questionKey = "source", answer = "other" } },
  { type = "multiple-choice", key = "uses", title = { en = "How will you use the account?", de = "Wie nutzen Sie das Konto?" }, answer = ["cards"], options = [
    { key = "cards", title = { en = "Cards", de = "Karten" } },
    { key = "transfers", title = { en = "Transfers abroad", de = "Überweisungen ins Ausland" } },
    { key = "cash", title = { en = "Cash", de = "Bargeld" } } ] },
  { type = "string", key = "countries", title = { en = "To which countries?", de = "In welche Länder?" }, showConditions = { questionKey = "uses", answer = "transfers" } },
]
)toml";

constexpr auto call = R"toml(
[flows.identomat_call]
title = { en = "Identomat: video call", de = "Identomat: Videogespräch" }
description = { en = "A conversation with an operator, for one person or several", de = "Ein Gespräch mit einem Menschen bei Identomat, für eine Person oder mehrere" }
account = "identomat_practice"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number"]
usual_seconds = 600
flags = { skip_document = true, skip_face = true, multiple_participants = true }

[[flows.identomat_call.steps]]
type = "identity-document"
key = "identity-document"

[[flows.identomat_call.steps]]
type = "video-call"
key = "video-call"
nameRequired = true

[[flows.identomat_call.steps]]
type = "operator-questionnaire"
key = "impression"
title = { en = "The operator's impression", de = "Der Eindruck im Gespräch" }
questions = [
  { type = "options", key = "alone", title = { en = "Did the customer act freely?", de = "Handelt die Person aus freien Stücken?" }, mandatory = true, options = [
    { key = "yes", title = { en = "Yes", de = "Ja" } },
    { key = "no", title = { en = "No", de = "Nein" } } ] },
  { type = "string", key = "remarks", title = { en = "Remarks", de = "Anmerkungen" } },
]
)toml";

std::string saved(const char* name, const char* configId, const char* title, const char* description,
                  const char* asks) {
    return std::string{"\n[flows."} + name + "]\n" + title + description +
           "account = \"identomat_practice\"\nlaunches = [\"widget\"]\nasks = " + asks +
           "\nusual_seconds = 240\nconfig_id = \"" + configId + "\"\n";
}

}  // namespace

Practice practiceOf(const std::string& base, std::map<std::string, std::string> secrets) {
    const auto company = saved(
        "identomat_company", configured::business,
        "title = { en = \"Identomat: company\", de = \"Identomat: Unternehmen\" }\n",
        "description = { en = \"A company's data and its beneficiaries\", de = \"Angaben zu einem Unternehmen und wer "
        "wirtschaftlich berechtigt ist\" }\n",
        "[\"provider_accepted\"]");
    const auto place = saved(
        "identomat_place", configured::place,
        "title = { en = \"Identomat: with location\", de = \"Identomat: mit Standort\" }\n",
        "description = { en = \"Where the customer is, a document and a look into the camera\", de = \"Wo die Person "
        "ist, ein Ausweis und ein Blick in die Kamera\" }\n",
        "[\"provider_accepted\", \"given_names\", \"surname\", \"date_of_birth\", \"document_number\"]");
    const auto text = account + ("api_base_url = \"" + base + "\"\npage_base_url = \"" + base + "\"\n") + plain +
                      questions + call + company + place;
    // The one that needs no browser of the desk's is the way on where this page cannot be shown.
    return {"identomat", text, std::move(secrets), {{"identomat", "passid_identity"}}};
}

}  // namespace verdesk::sandbox::identomat
