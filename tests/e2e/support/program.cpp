#include "tests/e2e/support/program.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <stdexcept>

namespace verdesk::test {

namespace {

constexpr int longest = 20'000;  // milliseconds, for a start or an end

QString pathOf(const QString& name) {
    return QStringLiteral(VERDESK_BIN_DIR "/") + name;
}

}  // namespace

std::uint16_t freePort() {
    boost::asio::io_context io;
    boost::asio::ip::tcp::acceptor acceptor{io, {boost::asio::ip::address_v4::loopback(), 0}};
    return acceptor.local_endpoint().port();
}

Program::Program(const QString& name, const QString& log) : name_{name}, log_{log} {}

Program::~Program() {
    kill();
}

nlohmann::json Program::start(const QStringList& arguments, const std::string& inputLine) {
    process_.setStandardErrorFile(log_, QIODevice::Append);
    process_.start(pathOf(name_), arguments);
    if (!process_.waitForStarted(longest)) {
        throw std::runtime_error{name_.toStdString() + " does not start: " + process_.errorString().toStdString()};
    }
    if (!inputLine.empty()) {
        process_.write(QByteArray::fromStdString(inputLine + "\n"));
    }
    while (!process_.canReadLine()) {
        if (!process_.waitForReadyRead(longest)) {
            throw std::runtime_error{name_.toStdString() + " does not get ready; see " + log_.toStdString()};
        }
    }
    return nlohmann::json::parse(process_.readLine().toStdString());
}

void Program::kill() {
    if (isRunning()) {
        process_.kill();
        process_.waitForFinished(longest);
    }
}

int Program::end() {
    process_.closeWriteChannel();
    if (!process_.waitForFinished(longest) || process_.exitStatus() != QProcess::NormalExit) {
        return -1;
    }
    return process_.exitCode();
}

bool Program::isRunning() const {
    return process_.state() != QProcess::NotRunning;
}

int Program::run(const QString& name, const QStringList& arguments, const std::string& input, std::string& output) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(pathOf(name), arguments);
    process.write(QByteArray::fromStdString(input));
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(longest * 3);
    output = process.readAll().toStdString();
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

}  // namespace verdesk::test
