#include "tests/providers/identomat/fixture.h"

#include "crypto/digest.h"

#include <algorithm>

namespace verdesk::test {

using namespace verdesk::providers;
using nlohmann::json;

IdentomatFixture::IdentomatFixture() {
    account.id = "identomat-main";
    account.environment = Environment::sandbox;
    account.options = json::object();
    account.secrets["company_key"].emplace_back(companyKey);
    flow.id = "identomat";
    flow.launches = {LaunchKind::widget, LaunchKind::redirect};
    flow.options = {
        {"flags", {{"skip_face", true}, {"skip_document", true}}},
        {"steps", json::array({{{"type", "identity-document"}, {"flags", {{"document_types", {"id", "passport"}}}}},
                               {{"type", "liveness"}, {"flags", {{"liveness", true}}}}})}};
}

void IdentomatFixture::useSignatures() {
    account.secrets["secret_key"].emplace_back(secretKey);
}

void IdentomatFixture::useQuestions() {
    const json pay{{"key", "pay"}, {"title", {{"en", "Salary"}, {"de", "Gehalt"}}}};
    const json other{{"key", "oth"}, {"title", "Other"}};
    const json source{{"type", "options"}, {"key", "src"},    {"title", {{"en", "Source?"}, {"de", "Woher?"}}},
                      {"mandatory", true}, {"answer", "pay"}, {"options", {pay, other}}};
    const json explain{{"type", "string"},
                       {"key", "txt"},
                       {"title", "Explain"},
                       {"showConditions", {{"questionKey", "src"}, {"answer", "oth"}}}};
    const json countries{{"type", "multiple-choice"},
                         {"key", "where"},
                         {"title", "Countries"},
                         {"answer", json::array({"at"})},
                         {"options", {{{"key", "de"}, {"title", "Germany"}}, {{"key", "at"}, {"title", "Austria"}}}}};
    const json noted{{"type", "string"}, {"key", "note"}, {"title", "Seen"}, {"readOnly", true}, {"answer", "by us"}};
    auto& steps = flow.options.at("steps");
    steps.push_back({{"type", "user-questionnaire"},
                     {"key", "funds"},
                     {"title", {{"en", "Funds"}, {"de", "Mittel"}}},
                     {"description", "Where the money comes from"},
                     {"successButtonTitle", "Send"},
                     {"questions", {source, explain, countries}}});
    steps.push_back({{"type", "operator-questionnaire"},
                     {"key", "call"},
                     {"title", "The call"},
                     {"questions", json::array({noted})}});
}

Subject IdentomatFixture::subject(LaunchKind launch) const {
    Subject subject;
    subject.verification = VerificationId{verification};
    subject.launch = launch;
    subject.language = "en";
    subject.nonce = "nonce";
    subject.userAgent = "Verdesk/1.0 (Linux)";
    return subject;
}

HttpReply signedReply(HttpReply reply, const std::string& key) {
    const auto code = crypto::hmacSha256(crypto::viewOf(key), crypto::viewOf(reply.body));
    reply.headers.emplace_back("Authorization", "signature=\"" + crypto::toBase64(code) + "\"");
    return reply;
}

json dumpOfIdentomat(const Begun& begun) {
    return dumpOf(begun);
}

json dumpOfIdentomat(const Progress& progress) {
    return dumpOf(progress);
}

json dumpOfIdentomat(const std::vector<Finding>& findings) {
    json dump = json::object();
    for (const auto& [found, check, what, wayOut] : findings) {
        const auto level = found == Finding::Level::good      ? "good"
                           : found == Finding::Level::skipped ? "skipped"
                           : found == Finding::Level::warning ? "warning"
                                                              : "wrong";
        dump[check] = {{"level", level}, {"what", what}, {"wayOut", wayOut}};
    }
    return dump;
}

json dumpOfIdentomat(const Document& document) {
    return {{"path", document.path}, {"mediaType", document.mediaType}, {"bytes", document.bytes}};
}

std::string dumpOfIdentomat(const HttpRequest& request) {
    const std::string base = "https://widget.identomat.com/external-api";
    auto parameters = json::parse(request.body, nullptr, false);
    if (request.method != "POST" || request.fromOutside || !parameters.is_object() ||
        parameters.value("company_key", "") != IdentomatFixture::companyKey ||
        findHeader(request.headers, "Content-Type") != "application/json") {
        return "no call of theirs";
    }
    parameters.erase("company_key");
    return (request.url.starts_with(base) ? request.url.substr(base.size()) : request.url) + " " + parameters.dump();
}

}  // namespace verdesk::test
