#include "sandbox/passport_io/practice.h"

namespace verdesk::sandbox::passport_io {

namespace {

constexpr auto flow = R"toml(
[flows.passport_io]
title = { en = "Passport.io", de = "Passport.io" }
description = { en = "Name and identity document, entered by the customer at the counter", de = "Name und Ausweis, von der Kundin oder dem Kunden am Schalter eingegeben" }
account = "passport_io_practice"
launches = ["widget"]
asks = ["given_names", "surname", "document"]
usual_seconds = 60
)toml";

}  // namespace

Practice practiceOf(const std::string& base, const std::string& clientId, std::map<std::string, std::string> secrets) {
    const auto account =
        "\n[accounts.passport_io_practice]\nprovider = \"passport_io\"\nenvironment = \"sandbox\"\nclient_id = \"" +
        clientId +
        "\"\nclient_secret = { env = \"passport_io_client_secret\" }\n"
        "hook_segment = { env = \"passport_io_hook_segment\" }\napi_base_url = \"" +
        base + "\"\nwidget_base_url = \"" + base + "\"\nlogin_base_url = \"" + base +
        "\"\nallow_http_documents = true\ndocument_hosts = [\"passport-io.localhost\"]\n";
    // That one needs no browser of the desk's, so that it is also the way on where this page cannot be shown.
    return {"passport_io", account + flow, std::move(secrets), {{"passport_io", "passid_identity"}}};
}

}  // namespace verdesk::sandbox::passport_io
