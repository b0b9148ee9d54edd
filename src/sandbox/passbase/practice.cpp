#include "sandbox/passbase/practice.h"

namespace verdesk::sandbox::passbase {

namespace {

constexpr auto account = R"toml(
[accounts.passbase_practice]
provider = "passbase"
project_environment = "sandbox"
secret_key = { env = "passbase_secret_key" }
webhook_secret = { env = "passbase_webhook_secret" }
hook_segment = { env = "passbase_hook_segment" }
metadata_key = { env = "passbase_metadata_key" }
decline_below = 0.70
accept_from = 0.85
)toml";

constexpr auto flows = R"toml(
[flows.passbase]
title = { en = "Passbase", de = "Passbase" }
description = { en = "A document and a look into the camera", de = "Ein Ausweis und ein Blick in die Kamera" }
account = "passbase_practice"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "document_expiry", "watchlist_match"]
usual_seconds = 90
show_button = true

[flows.passbase_link]
title = { en = "Passbase: hosted link", de = "Passbase: gehosteter Link" }
description = { en = "The same on Passbase's own page, with the customer's e-mail address", de = "Dasselbe auf der eigenen Seite von Passbase, mit der E-Mail-Adresse der Person" }
account = "passbase_practice"
launches = ["redirect"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "document_expiry", "watchlist_match"]
usual_seconds = 90

[flows.passbase_again]
title = { en = "Passbase: known customer", de = "Passbase: bekannte Person" }
description = { en = "A look into the camera by somebody whom an earlier check made known", de = "Ein Blick in die Kamera, wenn eine frühere Prüfung die Person bekannt gemacht hat" }
account = "passbase_practice"
launches = ["widget"]
asks = ["liveness_verified", "given_names", "surname"]
usual_seconds = 30
reauthentication = true
)toml";

std::string setting(const std::string& name, const std::string& value) {
    return name + " = \"" + value + "\"\n";
}

}  // namespace

Practice practiceOf(const std::string& base, const std::string& publishableKey, const std::string& slug,
                    std::map<std::string, std::string> secrets) {
    auto text = account + setting("publishable_key", publishableKey) + setting("slug", slug);
    for (const auto* host : {"api_base_url", "button_base_url", "link_base_url"}) {
        text += setting(host, base);
    }
    // The one that needs no browser of the desk's is the way on where the button cannot be shown.
    return {"passbase", text + flows, std::move(secrets), {{"passbase", "passid_identity"}}};
}

}  // namespace verdesk::sandbox::passbase
