#pragma once
// The real backend and the real sandbox, on ports that stay the same over every restart.

#include "tests/e2e/kill/bank.h"
#include "tests/e2e/support/http_call.h"
#include "tests/e2e/support/program.h"

#include <QTemporaryDir>

#include <string>

namespace verdesk::test {

class Town {
public:
    explicit Town(backend::store::Engine engine);

    void startBackend();  // until it is ready
    void killBackend();
    int endBackend();
    int checkStore(std::string& output);
    // What `verdeskd doctor` says of this configuration; `code` is its exit code.
    nlohmann::json doctor(int& code) const;
    // One of the files that the configuration reads secrets from: "key", "webhook", "authenteq" ... A running backend
    // has read them already.
    void changeSecret(const QString& name, const std::string& text) const {
        writeFile(name, text);
    }

    // Signs somebody in; returns the session's token.
    std::string signIn(HttpCall& http, const std::string& counter) const;
    // Any thread. `path` begins behind /api/v1.
    HttpAnswer ask(HttpCall& http, const std::string& session, const std::string& path) const;
    HttpAnswer tell(HttpCall& http, const std::string& session, const std::string& path, const nlohmann::json& body,
                    const std::string& key) const;
    HttpAnswer sandbox(HttpCall& http, const std::string& method, const std::string& path,
                       const nlohmann::json& body = nlohmann::json::object()) const;
    // A webhook of our own making, signed with that secret.
    HttpAnswer push(HttpCall& http, const nlohmann::json& event, const std::string& secret) const;
    double metric(HttpCall& http, const std::string& name) const;

    // What the bank's webhooks of PASSID are signed with.
    const std::string& webhookSecret() const {
        return bank_.secrets().at("webhook");
    }
    QString logFile() const;

private:
    void writeFile(const QString& name, const std::string& text) const;
    std::string sandboxOrigin() const;
    QString path(const char* name) const;

    QTemporaryDir folder_;
    Listeners listeners_{freePort(), freePort(), freePort()};
    Bank bank_{listeners_};
    nlohmann::json ready_;  // what the sandbox said
    Program sandbox_;
    Program backend_;
};

}  // namespace verdesk::test
