#include "tests/backend/openapi/program.h"

#include <QElapsedTimer>
#include <QFile>

namespace verdesk::backend::test {

using nlohmann::json;

PracticeProgram::PracticeProgram(const std::string& data)
    : data_{data.empty() ? own_.path().toStdString() + "/p" : data} {
    process_.setProgram(QStringLiteral(VERDESK_BIN_DIR "/verdeskd"));
    process_.setArguments({QStringLiteral("practice"), QStringLiteral("--data"), QString::fromStdString(data_),
                           QStringLiteral("--log-format"), QStringLiteral("json")});
    process_.start();
    QElapsedTimer patience;
    patience.start();
    QByteArray line;
    while (!line.endsWith('\n') && patience.elapsed() < 30'000 && process_.state() != QProcess::NotRunning) {
        process_.waitForReadyRead(1'000);
        line += process_.readAllStandardOutput();
    }
    if (!line.endsWith('\n')) {
        qFatal("verdeskd did not become ready: %s", process_.readAllStandardError().constData());
    }
    ready_ = json::parse(line.toStdString());
}

PracticeProgram::~PracticeProgram() {
    end();
}

HttpClient PracticeProgram::staff(const std::string& token) const {
    return clientOf(ready_.at("staff"), token);
}

HttpClient PracticeProgram::publicSide() const {
    return clientOf(ready_.at("public"));
}

HttpClient PracticeProgram::ops() const {
    return clientOf(ready_.at("ops"));
}

HttpClient PracticeProgram::sandbox() const {
    return clientOf(ready_.at("sandbox"));
}

std::string PracticeProgram::password(const std::string& name) const {
    for (const auto& account : ready_.at("accounts")) {
        if (account.at("name") == name) {
            return account.at("password");
        }
    }
    qFatal("practice has no such account");
}

std::string PracticeProgram::signIn(const std::string& name) const {
    const json body{{"method", "password"}, {"name", name},    {"password", password(name)},
                    {"counter", "C1"},      {"branch", "012"}, {"desk", {{"version", VERDESK_VERSION}}}};
    const auto answer = staff().post("/api/v1/sessions", body);
    if (answer.status != 201) {
        qFatal("sign-in was refused: %s", answer.body.c_str());
    }
    return answer.json().at("token");
}

json PracticeProgram::passidSecrets() const {
    QFile file{QString::fromStdString(data_ + "/sandbox.json")};
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the sandbox keeps no state");
    }
    return json::parse(file.readAll().toStdString()).at("passid").at("secrets");
}

std::string PracticeProgram::data() const {
    return data_;
}

std::string PracticeProgram::log() {
    log_ += process_.readAllStandardError().toStdString();
    return log_;
}

int PracticeProgram::end() {
    if (process_.state() == QProcess::NotRunning) {
        return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
    }
    process_.closeWriteChannel();
    if (!process_.waitForFinished(40'000)) {
        process_.kill();
        process_.waitForFinished();
        return -1;
    }
    log();
    return process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
}

}  // namespace verdesk::backend::test
