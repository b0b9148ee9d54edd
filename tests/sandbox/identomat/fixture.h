#pragma once
// A sandbox whose Identomat knows one desk, and somebody who receives its callbacks.

#include "crypto/bytes.h"
#include "crypto/digest.h"
#include "tests/sandbox/harness.h"

namespace verdesk::sandbox::test {

class IdentomatFixture {
public:
    static constexpr auto desk = "http://127.0.0.1:8461";

    explicit IdentomatFixture(std::string stateFile = {}) : harness{std::move(stateFile)} {
        ready = Json::parse(harness.sandbox().readyLine()).at("identomat");
        company({{"callbackUrl", harness.receiver().url()}, {"deskOrigins", {desk}}});
        harness.post("/control/desk", {{"institution", "A & B"}});
    }

    // At the double's own host.
    Reply own(const std::string& method, const std::string& target, const std::string& body = {},
              Headers headers = {}) {
        headers.emplace_back("Host", "identomat.localhost");
        return harness.call(method, target, body, headers);
    }
    Reply control(const std::string& method, const std::string& path, const Json& body = Json::object()) {
        return harness.call(method, "/control/identomat" + path, textOf(body));
    }
    Reply company(const Json& changes) {
        return control("PUT", "/company", changes);
    }

    // Of bytes, as the header has it.
    std::string signature(const std::string& bytes) const {
        const auto key = ready.at("secretKey").get<std::string>();
        return "signature=\"" + crypto::toBase64(crypto::hmacSha256(crypto::viewOf(key), crypto::viewOf(bytes))) + "\"";
    }
    // JSON, with the company's key and signed.
    Reply api(const std::string& path, Json body = Json::object()) {
        body["company_key"] = body.value("company_key", ready.at("companyKey"));
        const auto text = textOf(body);
        return own("POST", "/external-api/" + path, text,
                   {{"Content-Type", "application/json"}, {"Authorization", signature(text)}});
    }
    // The token of a new session with these steps, and no others.
    std::string begin(const Json& steps, Json flags = Json::object()) {
        flags.update({{"skip_document", true}, {"skip_face", true}});
        return api("begin/", {{"flags", flags}, {"steps", steps}}).json();
    }
    Json result(const std::string& token) {
        return api("result/", {{"session_token", token}}).json();
    }
    // A call of the widget's.
    Reply act(const std::string& token, const std::string& path, const Json& body = Json::object(),
              const std::string& browser = "b") {
        return own("POST", "/widget/" + token + "/" + path + "?browser=" + browser, textOf(body));
    }
    Reply step(const std::string& token, const std::string& key, const Json& body = Json::object()) {
        return act(token, "steps/" + key, body);
    }
    Json view(const std::string& token) {
        return own("GET", "/widget/" + token + "?browser=b").json();
    }
    std::string start(const Json& steps, const std::string& person = "nino", const Json& flags = Json::object()) {
        const auto token = begin(steps, flags);
        act(token, "start", {{"person", person}});
        return token;
    }
    // Somebody went through a document and a look into the camera, and the result is there.
    std::string checked(const std::string& person) {
        const auto token = start(
            {{{"type", "identity-document"}, {"flags", {{"allow_document_upload", true}}}}, {{"type", "liveness"}}},
            person);
        step(token, "identity-document", {{"how", "capture"}});
        step(token, "liveness", {{"how", "capture"}});
        harness.advance(std::chrono::seconds{2});
        return token;
    }
    // What the control API tells of it.
    Json session(const std::string& token) {
        const auto told = control("GET", "/sessions").json();
        for (const auto& each : told.at("sessions")) {
            if (each["token"] == token) {
                return each;
            }
        }
        return {};
    }
    // Callbacks so far, as many as `count` at least. The clock goes on first, until what is due has been sent.
    std::vector<Json> callbacks(std::size_t count, std::chrono::milliseconds later = std::chrono::seconds{2}) {
        harness.advance(later);
        std::vector<Json> all;
        for (const auto& each : harness.receiver().wait(count)) {
            all.push_back(Json::parse(each.body, nullptr, false));
        }
        return all;
    }

    Harness harness;
    Json ready;
};

}  // namespace verdesk::sandbox::test
