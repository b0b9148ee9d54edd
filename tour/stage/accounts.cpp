#include "tour/stage/accounts.h"

namespace verdesk::stage {
namespace {

// Its documents lie on this machine, where no provider may send us, over whatever: that they are refused is a step of
// the tour. An account of its own has pingbacks signed, which nobody who forges them can do.
constexpr auto passportIo = R"(
[accounts.passport_io]
provider = "passport_io"
environment = "sandbox"
client_id = "%1"
client_secret = { file = "passport_io.secret" }
hook_segment = { file = "pingback.segment" }
api_base_url = "%2"
widget_base_url = "%2"
allow_http_documents = true

[accounts.passport_io_signed]
provider = "passport_io"
environment = "sandbox"
client_id = "%1"
client_secret = { file = "passport_io.secret" }
hook_segment = { file = "signed.segment" }
pingback_check = "hmac_sha256"
pingback_header = "X-Signature"
pingback_secret = { file = "signed.secret" }
api_base_url = "%2"
widget_base_url = "%2"

[flows.passport_io]
title = { en = "Passport.io", de = "Passport.io" }
description = { en = "Name and identity document, on the provider's page.", de = "Name und Ausweis, auf der Seite des Anbieters." }
account = "passport_io"
launches = ["widget"]
asks = ["given_names", "surname"]
usual_seconds = 90
fallback = "passid"
)";

constexpr auto authenteq = R"(
[accounts.authenteq]
provider = "authenteq"
environment = "sandbox"
client_id = "%1"
client_secret = { file = "authenteq.secret" }
identity_base_url = "%2"
api_base_url = "%2"

[flows.authenteq]
title = { en = "Authenteq", de = "Authenteq" }
description = { en = "Identity document and face, on the provider's page.", de = "Ausweis und Gesicht, auf der Seite des Anbieters." }
account = "authenteq"
launches = ["redirect"]
asks = ["given_names", "surname", "date_of_birth", "document_number", "document_expiry", "document_front"]
usual_seconds = 120
)";

// The button keeps claims alone, as is usual at Passbase; the hosted link shows what a flow with documents is like.
constexpr auto passbase = R"(
[accounts.passbase]
provider = "passbase"
project_environment = "sandbox"
publishable_key = "%1"
slug = "%2"
secret_key = { file = "passbase.key" }
webhook_secret = { file = "passbase.webhook" }
metadata_key = { file = "passbase.metadata" }
hook_segment = { file = "passbase.segment" }
decline_below = 0.70
accept_from = 0.85
api_base_url = "%3"
button_base_url = "%3"
link_base_url = "%3"

[flows.passbase]
title = { en = "Passbase", de = "Passbase" }
description = { en = "Identity document, face and watch lists.", de = "Ausweis, Gesicht und Beobachtungslisten." }
account = "passbase"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "document_expiry", "watchlist_match"]
usual_seconds = 90
show_button = true
fallback = "passid"

[flows.passbase_link]
title = { en = "Passbase with documents", de = "Passbase mit Dokumenten" }
description = { en = "The same on Passbase's own page. The pictures are kept.", de = "Dasselbe auf der eigenen Seite von Passbase. Die Bilder werden behalten." }
account = "passbase"
launches = ["redirect"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "document_expiry", "watchlist_match", "document_front"]
keep = ["claims", "documents", "video"]
usual_seconds = 90

[flows.passbase_again]
title = { en = "Passbase, known customer", de = "Passbase, bekannte Person" }
description = { en = "A look into the camera.", de = "Ein Blick in die Kamera." }
account = "passbase"
launches = ["widget"]
asks = ["liveness_verified", "given_names", "surname"]
usual_seconds = 30
reauthentication = true
)";

constexpr auto identomat = R"(
[accounts.identomat]
provider = "identomat"
environment = "sandbox"
company_key = { file = "identomat.company" }
secret_key = { file = "identomat.key" }
callback_api_key = { file = "identomat.callback" }
hook_segment = { file = "identomat.segment" }
languages = ["en", "de"]
api_base_url = "%1"
page_base_url = "%1"

[flows.identomat]
title = { en = "Identomat", de = "Identomat" }
description = { en = "Identity document and face, with pictures and video.", de = "Ausweis und Gesicht, mit Bildern und Video." }
account = "identomat"
launches = ["widget", "redirect"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "document_expiry", "liveness_verified"]
keep = ["claims", "documents", "video"]
usual_seconds = 90
fallback = "passid"
flags = { skip_document = true, skip_face = true }

[[flows.identomat.steps]]
type = "identity-document"
flags = { allow_document_upload = true }

[[flows.identomat.steps]]
type = "liveness"
flags = { liveness = true }

[flows.identomat_questions]
title = { en = "Identomat, source of funds", de = "Identomat, Herkunft der Mittel" }
description = { en = "Identity document, telephone and questions.", de = "Ausweis, Telefon und Fragen." }
account = "identomat"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "phone"]
usual_seconds = 180
flags = { skip_document = true, skip_face = true }

[[flows.identomat_questions.steps]]
type = "identity-document"

[[flows.identomat_questions.steps]]
type = "phone-number"
flags = { require_phone_number_check = true }

[[flows.identomat_questions.steps]]
type = "user-questionnaire"
key = "funds"
title = { en = "Where the money comes from", de = "Woher das Geld kommt" }
description = { en = "The bank has to ask this.", de = "Danach muss die Bank fragen." }
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

[flows.identomat_call]
title = { en = "Identomat, video call", de = "Identomat, Videogespräch" }
description = { en = "A conversation with an operator, for one person or several.", de = "Ein Gespräch, für eine Person oder mehrere." }
account = "identomat"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number"]
usual_seconds = 600
flags = { skip_document = true, skip_face = true, multiple_participants = true }

[[flows.identomat_call.steps]]
type = "identity-document"

[[flows.identomat_call.steps]]
type = "video-call"

[[flows.identomat_call.steps]]
type = "operator-questionnaire"
key = "impression"
title = { en = "The operator's impression", de = "Der Eindruck im Gespräch" }
questions = [
  { type = "options", key = "alone", title = { en = "Did the customer act freely?", de = "Handelt die Person aus freien Stücken?" }, mandatory = true, options = [
    { key = "yes", title = { en = "Yes", de = "Ja" } },
    { key = "no", title = { en = "No", de = "Nein" } } ] },
]
)";

}  // namespace

Accounts passportIoAccounts(const Sandbox& sandbox, const Segments& segments, const QByteArray& signingSecret) {
    return {
        QString::fromUtf8(passportIo).arg(sandbox.told("passport_io", "clientId"), sandbox.told("passport_io", "base")),
        {{QStringLiteral("passport_io.secret"), sandbox.told("passport_io", "clientSecret").toUtf8()},
         {QStringLiteral("pingback.segment"), segments.pingback},
         {QStringLiteral("signed.segment"), segments.signedPingback},
         {QStringLiteral("signed.secret"), signingSecret}}};
}

Accounts authenteqAccount(const Sandbox& sandbox) {
    return {QString::fromUtf8(authenteq).arg(sandbox.told("authenteq", "clientId"), sandbox.told("authenteq", "base")),
            {{QStringLiteral("authenteq.secret"), sandbox.told("authenteq", "clientSecret").toUtf8()}}};
}

Accounts passbaseAccount(const Sandbox& sandbox, const Segments& segments, const QByteArray& metadataKey) {
    return {QString::fromUtf8(passbase).arg(sandbox.told("passbase", "publishableKey"),
                                            sandbox.told("passbase", "slug"), sandbox.told("passbase", "base")),
            {{QStringLiteral("passbase.key"), sandbox.told("passbase", "secretKey").toUtf8()},
             {QStringLiteral("passbase.webhook"), sandbox.told("passbase", "webhookSecret").toUtf8()},
             {QStringLiteral("passbase.metadata"), metadataKey},
             {QStringLiteral("passbase.segment"), segments.passbase}}};
}

Accounts identomatAccount(const Sandbox& sandbox, const Segments& segments) {
    return {QString::fromUtf8(identomat).arg(sandbox.told("identomat", "base")),
            {{QStringLiteral("identomat.company"), sandbox.told("identomat", "companyKey").toUtf8()},
             {QStringLiteral("identomat.key"), sandbox.told("identomat", "secretKey").toUtf8()},
             {QStringLiteral("identomat.callback"), sandbox.told("identomat", "callbackApiKey").toUtf8()},
             {QStringLiteral("identomat.segment"), segments.identomat}}};
}

}  // namespace verdesk::stage
