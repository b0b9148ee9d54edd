#include "tour/stage/program.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QTimer>

#include <stdexcept>

namespace verdesk::stage {
namespace {

std::runtime_error trouble(const QString& path, const QString& what) {
    return std::runtime_error{(QFileInfo{path}.fileName() + QStringLiteral(": ") + what).toStdString()};
}

}  // namespace

Program::Program(const Start& start, int timeoutMs) {
    process_.setProgram(start.path);
    process_.setArguments(start.arguments);
    process_.setStandardErrorFile(start.log.isEmpty() ? QProcess::nullDevice() : start.log, QIODevice::Append);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& each : start.environment) {
        environment.insert(each.section(QLatin1Char{'='}, 0, 0), each.section(QLatin1Char{'='}, 1));
    }
    process_.setProcessEnvironment(environment);
    process_.start();
    if (!process_.waitForStarted()) {
        throw trouble(start.path, process_.errorString());
    }
    if (!start.firstLine.isEmpty()) {
        process_.write(start.firstLine + '\n');
        process_.waitForBytesWritten();
    }
    QElapsedTimer timer;
    timer.start();
    while (!process_.canReadLine()) {
        const auto left = timeoutMs - static_cast<int>(timer.elapsed());
        if (left <= 0 || (!process_.waitForReadyRead(left) && !process_.canReadLine())) {
            throw trouble(start.path, QStringLiteral("did not become ready"));
        }
    }
    ready_ = QJsonDocument::fromJson(process_.readLine()).object();
    if (!ready_[QLatin1String{"ready"}].toBool()) {
        throw trouble(start.path, QStringLiteral("printed something else than its ready line"));
    }
}

Program::~Program() {
    if (running()) {
        terminate();
    }
}

QJsonObject Program::ask(const QJsonObject& question, int timeoutMs) {
    process_.write(QJsonDocument{question}.toJson(QJsonDocument::Compact) + '\n');
    QEventLoop loop;
    QObject::connect(&process_, &QProcess::readyReadStandardOutput, &loop, &QEventLoop::quit);
    QObject::connect(&process_, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    while (!process_.canReadLine() && running() && timer.elapsed() < timeoutMs) {
        loop.exec();
    }
    if (!process_.canReadLine()) {
        throw trouble(process_.program(), QStringLiteral("does not answer"));
    }
    return QJsonDocument::fromJson(process_.readLine()).object();
}

void Program::kill() {
    process_.kill();
    process_.waitForFinished();
}

bool Program::terminate() {
    process_.terminate();
    if (!process_.waitForFinished(10'000)) {
        kill();
        return false;
    }
    return process_.exitStatus() == QProcess::NormalExit && process_.exitCode() == 0;
}

QByteArray runToEnd(const QString& path, const QStringList& arguments, const QByteArray& input, int* code) {
    QProcess process;
    process.start(path, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        throw trouble(path, QStringLiteral("did not end well"));
    }
    const auto output = process.readAllStandardOutput();
    if (code != nullptr) {
        *code = process.exitCode();
    } else if (process.exitCode() != 0) {
        throw trouble(path, arguments.value(0) + QStringLiteral(": ") +
                                QString::fromUtf8(process.readAllStandardError()).trimmed());
    }
    return output;
}

}  // namespace verdesk::stage
