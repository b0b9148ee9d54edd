#pragma once
// verdeskd as it is installed, in practice mode with its sandbox, started and ended by the test.

#include "tests/backend/api/http_client.h"

#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <string>

namespace verdesk::backend::test {

class PracticeProgram {
public:
    // Waits for the ready line; fails the test program where there is none.
    explicit PracticeProgram(const std::string& data = {});
    ~PracticeProgram();

    const nlohmann::json& ready() const {
        return ready_;
    }
    HttpClient staff(const std::string& token = {}) const;
    HttpClient publicSide() const;
    HttpClient ops() const;
    HttpClient sandbox() const;
    std::string password(const std::string& name) const;
    std::string signIn(const std::string& name) const;
    // What the sandbox made for PASSID, by name: "key", "segment" of the webhooks' address, "webhook" to sign them
    // with.
    nlohmann::json passidSecrets() const;

    QProcess& process() {
        return process_;
    }
    std::string data() const;
    // Everything that was written to standard error so far.
    std::string log();
    // Closes standard input and waits for the end; gives the exit code, -1 for a crash.
    int end();

private:
    QTemporaryDir own_;
    std::string data_;
    QProcess process_;
    std::string log_;
    nlohmann::json ready_;
};

}  // namespace verdesk::backend::test
