#include "tests/e2e/providers/identomat_branch.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace verdesk::test {

using nlohmann::json;

namespace {

constexpr const char* segment = "c4d5e6f708192a3b4c5d6e7f80910213";

// As it is documented: one line on the standard input, and 0 says that it was taken.
constexpr const char* sender = R"sh(#!/bin/sh
folder=$(dirname "$0")
[ ! -e "$folder/out_of_order" ] || exit 1
cat >> "$folder/sent"
)sh";

constexpr const char* accounts = R"toml(
[sender]
command = ["send"]

[accounts.identomat]
provider = "identomat"
environment = "sandbox"
company_key = { file = "company_key" }
secret_key = { file = "signing_key" }
callback_api_key = { file = "callback_key" }
hook_segment = { file = "segment" }
)toml";

constexpr const char* plainAccount = R"toml(
[accounts.identomat_plain]
provider = "identomat"
environment = "sandbox"
company_key = { file = "company_key" }
)toml";

constexpr const char* flows = R"toml(
[flows.identomat]
title = { en = "Identomat" }
account = "identomat"
launches = ["widget", "redirect"]
asks = ["provider_accepted", "given_names", "surname", "date_of_birth", "document_number", "liveness_verified"]
keep = ["claims", "documents", "video"]
flags = { skip_document = true, skip_face = true }
steps = [ { type = "identity-document" }, { type = "liveness", flags = { liveness = true } } ]

[flows.identomat_plain]
title = { en = "Identomat, without signatures" }
account = "identomat_plain"
launches = ["widget"]
asks = ["provider_accepted"]
flags = { skip_document = true, skip_face = true }
steps = [ { type = "identity-document" }, { type = "liveness" } ]

[flows.identomat_codes]
title = { en = "Identomat, telephone and e-mail" }
account = "identomat"
launches = ["widget"]
asks = ["provider_accepted", "phone", "email"]
flags = { skip_document = true, skip_face = true }
steps = [
  { type = "phone-number", flags = { require_phone_number_check = true } },
  { type = "email", flags = { require_email_check = true } } ]

[flows.identomat_call]
title = { en = "Identomat, a call" }
account = "identomat"
launches = ["widget"]
asks = ["provider_accepted", "surname"]
flags = { skip_document = true, skip_face = true, multiple_participants = true }
steps = [ { type = "identity-document" }, { type = "video-call", nameRequired = true } ]

[flows.identomat_questions]
title = { en = "Identomat, questions" }
account = "identomat"
launches = ["widget"]
asks = ["provider_accepted"]
flags = { skip_document = true, skip_face = true }

[[flows.identomat_questions.steps]]
type = "user-questionnaire"
key = "funds"
title = { en = "Where the money comes from" }
questions = [
  { type = "string", key = "reason", title = { en = "What for?" }, answer = "Savings", readOnly = true },
  { type = "options", key = "source", title = { en = "Where from?" }, mandatory = true, options = [
    { key = "salary", title = { en = "Salary" } },
    { key = "other", title = { en = "Something else" } } ] },
  { type = "string", key = "explain", title = { en = "What else?" }, mandatory = true, showConditions = { questionKey = "source", answer = "other" } },
  { type = "multiple-choice", key = "uses", title = { en = "How used?" }, answer = ["cards"], options = [
    { key = "cards", title = { en = "Cards" } },
    { key = "transfers", title = { en = "Transfers" } } ] },
  { type = "string", key = "countries", title = { en = "Where to?" }, showConditions = { questionKey = "uses", answer = "transfers" } } ]
)toml";

BranchPlan plan() {
    BranchPlan made;
    made.provider = "identomat";
    made.secrets = {{"company_key", "ck_e2e"},
                    {"signing_key", "sk_e2e_0123456789abcdef"},
                    {"callback_key", "cb_e2e_0123456789abcdef"},
                    {"segment", segment}};
    made.programs = {{"send", sender}};
    made.settings = {{"companyKey", made.secrets.at("company_key")},
                     {"secretKey", made.secrets.at("signing_key")},
                     {"callbackApiKey", made.secrets.at("callback_key")}};
    made.configuration = [](const std::string& base) {
        const auto addresses = "api_base_url = \"" + base + "\"\npage_base_url = \"" + base + "\"\n";
        return accounts + addresses + plainAccount + addresses + flows;
    };
    return made;
}

}  // namespace

IdentomatBranch::IdentomatBranch() : Branch{plan()} {}

void IdentomatBranch::reset() {
    cancelAll();
    control("DELETE", "/faults");
    company({{"hmac", true},
             {"keyErrorStatus", 200},
             {"statusCallbacks", true},
             {"ownSms", true},
             {"ownEmail", true},
             {"automaticOperator", true},
             {"callbackUrl", hookUrl(segment)},
             {"deskOrigins", {publicOrigin()}}});
    breakSender(false);
    removeFile("sent");
}

void IdentomatBranch::breakSender(bool isBroken) const {
    if (isBroken) {
        writeFile("out_of_order", "");
    } else {
        removeFile("out_of_order");
    }
}

std::vector<json> IdentomatBranch::sent() const {
    std::vector<json> texts;
    std::istringstream lines{fileText("sent")};
    for (std::string line; std::getline(lines, line);) {
        texts.push_back(json::parse(line));
    }
    return texts;
}

std::string IdentomatBranch::tokenOf(const Verification& check) {
    for (const auto& launch : check.launches) {
        const auto* widget = std::get_if<WidgetLaunch>(&launch.what);
        const auto* redirect = std::get_if<RedirectLaunch>(&launch.what);
        const auto page = widget != nullptr ? widget->page : redirect != nullptr ? redirect->url : std::string{};
        if (const auto at = page.find("session_token="); at != std::string::npos) {
            return page.substr(at + std::string_view{"session_token="}.size());
        }
    }
    throw std::runtime_error{"the check has no page: " + toJson(check).dump()};
}

json IdentomatBranch::session(const std::string& token) {
    const auto told = control("GET", "/sessions");
    const auto& all = told.at("sessions");
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const json& each) { return each.at("token") == token; });
    if (found == all.end()) {
        throw std::runtime_error{"Identomat knows no session " + token};
    }
    return *found;
}

HttpAnswer IdentomatBranch::act(const std::string& token, const std::string& what, const json& body) {
    return page("POST", "/widget/" + token + "/" + what + "?browser=counter", body);
}

void IdentomatBranch::goThrough(const std::string& token, const std::string& person) {
    act(token, "start", {{"person", person}});
    act(token, "steps/identity-document", {{"how", "capture"}});
    const auto last = act(token, "steps/liveness", {{"how", "capture"}});
    if (last.json().value("status", "") != "finished") {
        throw std::runtime_error{"the widget does not come to its end: " + last.body};
    }
}

void IdentomatBranch::finish(const std::string& token, const std::string& person) {
    control("POST", "/sessions/" + token + "/finish", {{"person", person}});
}

}  // namespace verdesk::test
