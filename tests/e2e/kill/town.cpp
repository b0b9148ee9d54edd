#include "tests/e2e/kill/town.h"

#include "contract/session.h"
#include "crypto/digest.h"
#include "tests/support/postgres.h"

#include <QFile>

#include <stdexcept>

namespace verdesk::test {

using backend::store::Engine;
using nlohmann::json;

namespace {

constexpr const char* segment = "5f2c0c8e9d7b4a61a3e0f4b7c2d1e6a9";
constexpr const char* pingbackSegment = "0b7d2a94c6e84f5f8a1337d20c9e5b16";
constexpr const char* password = "correct horse battery 41";

std::string local(std::uint16_t port) {
    return "http://127.0.0.1:" + std::to_string(port);
}

}  // namespace

Town::Town(Engine engine)
    : sandbox_{QStringLiteral("verdesk-sandbox"), path("sandbox.log")},
      backend_{QStringLiteral("verdeskd"), path("verdeskd.log")} {
    const json settings{
        {"passid",
         {{"key", "sk_sandbox_e2e"},
          {"webhookUrl", local(publicPort_) + "/hooks/passid/" + segment},
          {"webhookSecret", webhookSecret},
          {"institutionName", "Acme Bank"}}},
        {"passport_io",
         {{"clientSecret", "ppio_e2e"},
          {"pingbackUrl", local(publicPort_) + "/hooks/passport_io/" + pingbackSegment},
          {"deskOrigins", {local(publicPort_)}}}},
        {"authenteq", {{"clientSecret", "aq_e2e"}, {"redirectUri", local(publicPort_) + "/return/authenteq"}}}};
    ready_ = sandbox_.start({QStringLiteral("--settings-on-stdin")}, settings.dump());
    writeFile(QStringLiteral("passport_io"), "ppio_e2e");
    writeFile(QStringLiteral("authenteq"), "aq_e2e");
    writeFile(QStringLiteral("key"), "sk_sandbox_e2e");
    writeFile(QStringLiteral("webhook"), webhookSecret);
    writeFile(QStringLiteral("segment"), segment);
    writeFile(QStringLiteral("pingback_segment"), pingbackSegment);
    if (engine == Engine::postgres) {
        writeFile(QStringLiteral("postgres"), Postgres::instance().makeDatabase());
    }
    writeFile(QStringLiteral("verdesk.toml"), configText(engine));
    std::string output;
    if (Program::run(QStringLiteral("verdeskd"), {QStringLiteral("keys"), QStringLiteral("init"), path("master")}, {},
                     output) != 0) {
        throw std::runtime_error{output};
    }
    if (Program::run(QStringLiteral("verdeskd"),
                     {QStringLiteral("staff"), QStringLiteral("--config"), path("verdesk.toml"), QStringLiteral("add"),
                      QStringLiteral("tina"), QStringLiteral("--display-name"), QStringLiteral("Tina Teller"),
                      QStringLiteral("--role"), QStringLiteral("teller"), QStringLiteral("--branch"),
                      QStringLiteral("city"), QStringLiteral("--password-stdin")},
                     std::string{password} + "\n", output) != 0) {
        throw std::runtime_error{output};
    }
}

void Town::startBackend() {
    const auto ready = backend_.start({QStringLiteral("serve"), QStringLiteral("--config"), path("verdesk.toml"),
                                       QStringLiteral("--end-with-stdin")});
    if (ready.at("staff") != local(staffPort_)) {
        throw std::runtime_error{"verdeskd listens somewhere else: " + ready.dump()};
    }
}

void Town::killBackend() {
    backend_.kill();
}

int Town::endBackend() {
    return backend_.end();
}

int Town::checkStore(std::string& output) {
    return Program::run(QStringLiteral("verdeskd"),
                        {QStringLiteral("check-store"), QStringLiteral("--config"), path("verdesk.toml")}, {}, output);
}

json Town::doctor(int& code) const {
    std::string output;
    code = Program::run(
        QStringLiteral("verdeskd"),
        {QStringLiteral("doctor"), QStringLiteral("--config"), path("verdesk.toml"), QStringLiteral("--json")}, {},
        output);
    return json::parse(output);
}

std::string Town::signIn(HttpCall& http, const std::string& counter) const {
    SignIn who;
    who.name = "tina";
    who.password = password;
    who.counter = counter;
    who.branch = "city";
    who.deskVersion = "0.1.0";
    const auto answer =
        http.sendJson("POST", local(staffPort_) + "/api/v1/sessions", toJson(who), {{"Verdesk-Desk", "0.1.0"}});
    if (answer.status != 201) {
        throw std::runtime_error{"signing in: " + std::to_string(answer.status) + " " + answer.body};
    }
    return answer.json().at("token");
}

HttpAnswer Town::ask(HttpCall& http, const std::string& session, const std::string& where) const {
    return http.send("GET", local(staffPort_) + "/api/v1" + where, {},
                     {{"Verdesk-Desk", "0.1.0"}, {"Authorization", "Bearer " + session}});
}

HttpAnswer Town::tell(HttpCall& http, const std::string& session, const std::string& where, const json& body,
                      const std::string& key) const {
    return http.sendJson("POST", local(staffPort_) + "/api/v1" + where, body,
                         {{"Verdesk-Desk", "0.1.0"}, {"Authorization", "Bearer " + session}, {"Idempotency-Key", key}});
}

HttpAnswer Town::sandbox(HttpCall& http, const std::string& method, const std::string& where, const json& body) const {
    return method == "GET" ? http.send("GET", sandboxOrigin() + "/control" + where)
                           : http.sendJson(method, sandboxOrigin() + "/control" + where, body);
}

HttpAnswer Town::push(HttpCall& http, const json& event, const std::string& secret) const {
    const auto body = event.dump();
    const auto digest = crypto::hmacSha256(crypto::viewOf(secret), crypto::viewOf(body));
    return http.send("POST", local(publicPort_) + "/hooks/passid/" + segment, body,
                     {{"Content-Type", "application/json"}, {"X-PASSID-Signature", "sha256=" + crypto::toHex(digest)}});
}

double Town::metric(HttpCall& http, const std::string& name) const {
    const auto text = http.send("GET", local(opsPort_) + "/metrics").body;
    const auto at = text.find("\n" + name + " ");
    return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 2));
}

std::string Town::sandboxOrigin() const {
    return ready_.at("origin");
}

QString Town::logFile() const {
    return path("verdeskd.log");
}

QString Town::path(const char* name) const {
    return folder_.path() + QLatin1Char('/') + QString::fromLatin1(name);
}

// Readable by us alone, as the backend demands of everything secret.
void Town::writeFile(const QString& name, const std::string& text) const {
    QFile file{folder_.path() + QLatin1Char('/') + name};
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(QByteArray::fromStdString(text)) < 0) {
        throw std::runtime_error{"cannot write " + name.toStdString()};
    }
}

std::string Town::configText(Engine engine) const {
    const auto at = [this](const char* name) { return "{ file = \"" + path(name).toStdString() + "\" }"; };
    const auto store = engine == Engine::sqlite ? "sqlite = \"" + path("store.db").toStdString() + "\""
                                                : "postgres = " + at("postgres");
    return R"toml(
[institution]
name = "Acme Bank"
languages = ["en"]
reference = { pattern = "[0-9]{6}", example = "100482" }
consent = { version = "1", text = { en = "I agree." } }
attestation = { version = "1", text = { en = "The customer stands in front of me." } }
[branches]
city = "City"
[purposes]
account = { en = "Account opening" }
[limits]
requests_per_second = 100000
[providers]
timeout_ms = 15000
poll_speed = 10.0
[flows.passid]
title = { en = "PASSID" }
description = { en = "PASSID" }
account = "passid"
launches = ["qr", "token"]
asks = ["identity_verified", "sanctions_clear", "fraud_risk"]
usual_seconds = 45
ttl_seconds = 600
)toml" + std::string{"[listen]\nstaff = { port = "} +
           std::to_string(staffPort_) + " }\npublic = { port = " + std::to_string(publicPort_) + ", origin = \"" +
           local(publicPort_) + "\" }\nops = { port = " + std::to_string(opsPort_) + " }\n[store]\n" + store +
           "\n[keys]\nmaster = " + at("master") + "\nversion = 1\n[accounts.passid]\nprovider = \"passid\"\n" +
           "base_url = \"" + sandboxOrigin() + "/passid\"\nkey = " + at("key") + "\nwebhook_secret = [" +
           at("webhook") + "]\nhook_segment = " + at("segment") + "\n" + browserAccounts();
}

// The two whose pages a customer uses. Their documents lie on this machine, and are refused for that.
std::string Town::browserAccounts() const {
    const auto at = [this](const char* name) { return "{ file = \"" + path(name).toStdString() + "\" }"; };
    const auto told = [this](const char* provider, const char* member) {
        return "\"" + ready_.at(provider).at(member).get<std::string>() + "\"";
    };
    const auto account = [&](const char* provider) {
        return "\n[accounts." + std::string{provider} + "]\nprovider = \"" + provider +
               "\"\nenvironment = \"sandbox\"\nclient_id = " + told(provider, "clientId") +
               "\nclient_secret = " + at(provider) + "\napi_base_url = " + told(provider, "base") + "\n";
    };
    return account("passport_io") + "widget_base_url = " + told("passport_io", "base") +
           "\nhook_segment = " + at("pingback_segment") + "\n" + account("authenteq") +
           "identity_base_url = " + told("authenteq", "base") + R"toml(
[flows.passport_io]
title = { en = "Passport.io" }
account = "passport_io"
launches = ["widget"]
asks = ["given_names", "surname"]
[flows.authenteq]
title = { en = "Authenteq" }
account = "authenteq"
launches = ["redirect"]
asks = ["given_names", "surname", "document_front"]
)toml";
}

}  // namespace verdesk::test
