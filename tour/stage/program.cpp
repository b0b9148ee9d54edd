#include "tour/stage/program.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>

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
