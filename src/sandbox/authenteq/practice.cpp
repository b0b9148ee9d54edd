#include "sandbox/authenteq/practice.h"

namespace verdesk::sandbox::authenteq {

namespace {

constexpr auto flow = R"toml(
[flows.authenteq]
title = { en = "Authenteq", de = "Authenteq" }
description = { en = "Identity document and face, checked in the browser", de = "Ausweis und Gesicht, im Browser geprüft" }
account = "authenteq_practice"
launches = ["redirect"]
asks = ["given_names", "surname", "date_of_birth", "nationality", "document_number", "document_expiry", "document_front"]
usual_seconds = 120
minimum_age = 18
)toml";

}  // namespace

Practice practiceOf(const std::string& base, const std::string& clientId, std::map<std::string, std::string> secrets) {
    const auto account =
        "\n[accounts.authenteq_practice]\nprovider = \"authenteq\"\nenvironment = \"sandbox\"\nclient_id = \"" +
        clientId + "\"\nclient_secret = { env = \"authenteq_client_secret\" }\nidentity_base_url = \"" + base +
        "\"\napi_base_url = \"" + base + "\"\n";
    // That one needs no browser of the desk's, so that it is also the way on where this page cannot be shown.
    return {"authenteq", account + flow, std::move(secrets), {{"authenteq", "passid_identity"}}};
}

}  // namespace verdesk::sandbox::authenteq
