#include "tests/e2e/providers/passbase_branch.h"

#include "crypto/rsa_key.h"

#include <algorithm>
#include <stdexcept>

namespace verdesk::test {

using nlohmann::json;

namespace {

constexpr const char* segment = "7d1e4b0a93c25f6870b1c2d3e4f5a6b7";
constexpr const char* plainSegment = "0fa9c8b7d6e5f4031223344556677889";
constexpr unsigned keyBits = 2048;

std::string accountText(const std::string& name, const std::string& base, const std::string& more) {
    return "[accounts." + name + R"toml(]
provider = "passbase"
project_environment = "sandbox"
publishable_key = "pk_e2e"
slug = "acme"
secret_key = { file = "secret_key" }
decline_below = 0.70
accept_from = 0.85
)toml" + "api_base_url = \"" +
           base + "\"\nbutton_base_url = \"" + base + "\"\nlink_base_url = \"" + base + "\"\n" + more;
}

constexpr const char* flows = R"toml(
[flows.passbase]
title = { en = "Passbase" }
account = "passbase"
launches = ["widget", "redirect"]
asks = ["provider_accepted", "given_names", "surname", "document_number", "watchlist_match"]

[flows.passbase_documents]
title = { en = "Passbase, with documents" }
account = "passbase"
launches = ["widget"]
asks = ["provider_accepted", "document_front", "face_video"]
keep = ["claims", "documents", "video"]

[flows.passbase_again]
title = { en = "Passbase, a known customer" }
account = "passbase"
launches = ["widget"]
asks = ["liveness_verified", "given_names"]
reauthentication = true

[flows.passbase_plain]
title = { en = "Passbase, plain events" }
account = "passbase_plain"
launches = ["widget", "redirect"]
asks = ["provider_accepted", "given_names", "surname"]
)toml";

BranchPlan plan() {
    const auto keys = crypto::newRsaKeyPair(keyBits);
    BranchPlan made;
    made.provider = "passbase";
    made.secrets = {{"secret_key", "sk_e2e"},
                    {"webhook_secret", "0123456789abcdef0123456789abcdef"},
                    {"metadata_key", std::string{keys.privateKey.reveal()}},
                    {"segment", segment},
                    {"plain_segment", plainSegment}};
    made.settings = {{"publishableKey", "pk_e2e"},
                     {"slug", "acme"},
                     {"secretKey", made.secrets.at("secret_key")},
                     {"webhookSecret", made.secrets.at("webhook_secret")},
                     {"metadataPublicKey", keys.publicKey}};
    made.configuration = [](const std::string& base) {
        return accountText(
                   "passbase", base,
                   "webhook_secret = { file = \"webhook_secret\" }\nmetadata_key = { file = \"metadata_key\" }\n"
                   "hook_segment = { file = \"segment\" }\n") +
               accountText("passbase_plain", base, "hook_segment = { file = \"plain_segment\" }\n") + flows;
    };
    return made;
}

// What the desk answers to the button's greeting.
json greetingOf(const Verification& check) {
    for (const auto& launch : check.launches) {
        if (const auto* widget = std::get_if<WidgetLaunch>(&launch.what)) {
            for (const auto& rule : widget->on) {
                if (rule.then == MessageAction::reply && rule.match == json{{"type", "iframeLoaded"}}) {
                    return rule.reply.at("data");
                }
            }
        }
    }
    throw std::runtime_error{"the check has no button: " + toJson(check).dump()};
}

}  // namespace

PassbaseBranch::PassbaseBranch() : Branch{plan()} {}

void PassbaseBranch::reset() {
    cancelAll();
    control("DELETE", "/faults");
    project({{"webhookUrl", hookUrl(segment)},
             {"encrypted", true},
             {"olderNames", false},
             {"documents", true},
             {"deskOrigins", {publicOrigin()}}});
}

void PassbaseBranch::sendPlainEvents(const json& more) {
    json changes{{"webhookUrl", hookUrl(plainSegment)}, {"encrypted", false}};
    changes.update(more);
    project(changes);
}

Verification PassbaseBranch::begin(const CaseId& id, const std::string& flow, LaunchKind launch) {
    StartVerification what{flow, launch};
    what.answers["email"] = {"customer" + std::to_string(++customers_) + "@example.test"};
    return start(id, what);
}

std::string PassbaseBranch::open(const Verification& check) {
    if (check.launch == LaunchKind::widget) {
        return page("POST", "/visits", greetingOf(check)).json().at("id");
    }
    for (const auto& launch : check.launches) {
        if (const auto* link = std::get_if<RedirectLaunch>(&launch.what)) {
            if (const auto opened = browse(link->url); opened.status != 200) {
                throw std::runtime_error{"the hosted link answers " + std::to_string(opened.status)};
            }
        }
    }
    return control("GET", "/sessions").at("sessions").back().at("id");
}

std::string PassbaseBranch::submit(const std::string& visit, const std::string& person) {
    return page("POST", "/visits/" + visit + "/submit", {{"person", person}}).json().at("key");
}

std::string PassbaseBranch::process(const Verification& check, const std::string& person) {
    auto key = submit(open(check), person);
    forwardToResult();
    return key;
}

void PassbaseBranch::pageSays(const Verification& check, const std::string& type, const json& data) {
    report(check.id, {{"kind", "message"}, {"message", {{"type", type}, {"data", data}}}});
}

}  // namespace verdesk::test
