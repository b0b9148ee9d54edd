#pragma once
// A sandbox whose Passbase knows one desk and one pair of keys, and somebody who receives its events.

#include "crypto/cbc.h"
#include "crypto/rsa.h"
#include "crypto/rsa_key.h"
#include "tests/sandbox/harness.h"

namespace verdesk::sandbox::test {

class PassbaseFixture {
public:
    static constexpr auto desk = "http://127.0.0.1:8461";

    explicit PassbaseFixture(std::string stateFile = {}) : harness{std::move(stateFile)} {
        ready = Json::parse(harness.sandbox().readyLine()).at("passbase");
        project({{"webhookUrl", harness.receiver().url()},
                 {"deskOrigins", {desk}},
                 {"metadataPublicKey", metadataKey().publicKey}});
        harness.post("/control/desk", {{"institution", "A & B"}});
    }

    // At the double's own host.
    Reply own(const std::string& method, const std::string& target, const std::string& body = {},
              Headers headers = {}) {
        headers.emplace_back("Host", "passbase.localhost");
        return harness.call(method, target, body, headers);
    }
    Reply api(const std::string& path, const std::string& version = "v2") {
        return own("GET", "/verification/" + version + path, {},
                   {{"X-API-KEY", ready.at("secretKey").get<std::string>()}});
    }
    Reply control(const std::string& method, const std::string& path, const Json& body = Json::object()) {
        return harness.call(method, "/control/passbase" + path, textOf(body));
    }
    Reply project(const Json& changes) {
        return control("PUT", "/project", changes);
    }
    // Of a visit to the button: what iframeInitialize would bring.
    Reply initialize(Json given = Json::object()) {
        given["apiKey"] = given.value("apiKey", ready.at("publishableKey"));
        return own("POST", "/visits", textOf(given));
    }
    std::string visit(const std::string& email = {}) {
        return initialize({{"prefillAttributes", {{"email", email}}}}).json().at("id");
    }
    Reply act(const std::string& visit, const std::string& what, const std::string& person) {
        return own("POST", "/visits/" + visit + "/" + what, textOf({{"person", person}}));
    }
    // Somebody submitted: the identity's key.
    std::string submit(const std::string& person, const std::string& email = {}) {
        return act(visit(email), "submit", person).json().at("key");
    }
    // The same, and it was processed.
    std::string processed(const std::string& person, const std::string& email = {}) {
        const auto key = submit(person, email);
        harness.advance(std::chrono::seconds{3});
        return key;
    }
    Json identity(const std::string& key) {
        return api("/identities/" + key).json();
    }
    std::string metadata(const std::string& text) {
        return crypto::toBase64(*crypto::rsaPrivateEncrypt(metadataKey().privateKey, crypto::viewOf(text)));
    }
    // What an event says, taken out of its encryption; null where that does not go.
    Json opened(const std::string& body) {
        const auto secret = ready.at("webhookSecret").get<std::string>();
        const auto bytes = crypto::fromBase64(body);
        const auto text = bytes ? crypto::decryptCbc(*crypto::Key::from(crypto::viewOf(secret)), *bytes) : std::nullopt;
        return text ? Json::parse(crypto::textOf(*text), nullptr, false) : Json();
    }
    // The names of the events in the order in which they came. The clock goes on first, until what is due has been
    // sent.
    std::vector<std::string> events(std::size_t count, std::chrono::milliseconds later = std::chrono::seconds{3}) {
        harness.advance(later);
        std::vector<std::string> names;
        for (const auto& each : harness.receiver().wait(count)) {
            names.push_back(opened(each.body).value("event", ""));
        }
        return names;
    }
    static const crypto::RsaKeyPair& metadataKey() {
        static const auto key = crypto::newRsaKeyPair(1024);
        return key;
    }

    Harness harness;
    Json ready;
};

}  // namespace verdesk::sandbox::test
