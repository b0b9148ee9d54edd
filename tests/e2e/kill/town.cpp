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

constexpr const char* password = "correct horse battery 41";

}  // namespace

Town::Town(Engine engine)
    : sandbox_{QStringLiteral("verdesk-sandbox"), path("sandbox.log")},
      backend_{QStringLiteral("verdeskd"), path("verdeskd.log")} {
    ready_ = sandbox_.start({QStringLiteral("--settings-on-stdin")}, bank_.sandboxSettings().dump());
    for (const auto& [name, secret] : bank_.secrets()) {
        writeFile(QString::fromStdString(name), secret);
    }
    if (engine == Engine::postgres) {
        writeFile(QStringLiteral("postgres"), Postgres::instance().makeDatabase());
    }
    writeFile(QStringLiteral("verdesk.toml"), bank_.config(folder_.path().toStdString(), engine, ready_));
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
    if (ready.at("staff") != localOrigin(listeners_.staff)) {
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
    const auto answer = http.sendJson("POST", localOrigin(listeners_.staff) + "/api/v1/sessions", toJson(who),
                                      {{"Verdesk-Desk", "0.1.0"}});
    if (answer.status != 201) {
        throw std::runtime_error{"signing in: " + std::to_string(answer.status) + " " + answer.body};
    }
    return answer.json().at("token");
}

HttpAnswer Town::ask(HttpCall& http, const std::string& session, const std::string& where) const {
    return http.send("GET", localOrigin(listeners_.staff) + "/api/v1" + where, {},
                     {{"Verdesk-Desk", "0.1.0"}, {"Authorization", "Bearer " + session}});
}

HttpAnswer Town::tell(HttpCall& http, const std::string& session, const std::string& where, const json& body,
                      const std::string& key) const {
    return http.sendJson("POST", localOrigin(listeners_.staff) + "/api/v1" + where, body,
                         {{"Verdesk-Desk", "0.1.0"}, {"Authorization", "Bearer " + session}, {"Idempotency-Key", key}});
}

HttpAnswer Town::sandbox(HttpCall& http, const std::string& method, const std::string& where, const json& body) const {
    return method == "GET" ? http.send("GET", sandboxOrigin() + "/control" + where)
                           : http.sendJson(method, sandboxOrigin() + "/control" + where, body);
}

HttpAnswer Town::push(HttpCall& http, const json& event, const std::string& secret) const {
    const auto body = event.dump();
    const auto digest = crypto::hmacSha256(crypto::viewOf(secret), crypto::viewOf(body));
    return http.send("POST", localOrigin(listeners_.publicSide) + "/hooks/passid/" + bank_.secrets().at("segment"),
                     body,
                     {{"Content-Type", "application/json"}, {"X-PASSID-Signature", "sha256=" + crypto::toHex(digest)}});
}

double Town::metric(HttpCall& http, const std::string& name) const {
    const auto text = http.send("GET", localOrigin(listeners_.ops) + "/metrics").body;
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

}  // namespace verdesk::test
