#include "tests/app/verdeskd/command.h"

#include <QElapsedTimer>
#include <QFile>

namespace verdesk::test {
namespace {

QString program() {
    return QStringLiteral(VERDESK_BIN_DIR "/verdeskd");
}

constexpr const char* configuration = R"([institution]
name = "Small Bank"
languages = ["en"]
reference = { pattern = "[0-9]{6}", example = "123456" }
consent = { version = "1", text = { en = "I agree." } }
attestation = { version = "1", text = { en = "It is them." } }

[branches]
"012" = "Market Square"

[purposes]
loan = { en = "Loan" }

[listen]
staff = { port = 0 }
public = { port = 0, origin = "https://hooks.bank.example" }
ops = { port = 0 }

[store]
%1

[keys]
master = { file = "master.key" }

[accounts.main]
provider = "passid"
base_url = "http://127.0.0.1:9"
key = { file = "passid.key" }

[flows.passid]
title = { en = "PASSID" }
account = "main"
launches = ["qr", "token"]
asks = ["identity_verified"]
)";

}  // namespace

Ended verdeskd(const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ended ended;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit) {
        ended.code = process.exitCode();
    }
    ended.output = QString::fromUtf8(process.readAllStandardOutput());
    ended.errors = QString::fromUtf8(process.readAllStandardError());
    return ended;
}

Installation::Installation(const QString& store) {
    const auto line = store.isEmpty() ? QStringLiteral("sqlite = \"verdesk.db\"") : store;
    write(QStringLiteral("verdesk.toml"), QString::fromUtf8(configuration).arg(line).toUtf8(), false);
    write(QStringLiteral("passid.key"), "sk_sandbox_invented_for_tests\n");
    if (verdeskd({QStringLiteral("keys"), QStringLiteral("init"), file(QStringLiteral("master.key"))}).code != 0) {
        qFatal("no master key could be made");
    }
}

void Installation::write(const QString& name, const QByteArray& content, bool secret) const {
    QFile out{file(name)};
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        qFatal("cannot write into the folder of the test");
    }
    out.write(content);
    out.close();
    if (secret) {
        out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
}

QByteArray Installation::serve(QProcess& process, const QStringList& more) const {
    process.start(program(), QStringList{QStringLiteral("serve"), QStringLiteral("--config"), config()} + more);
    QElapsedTimer patience;
    patience.start();
    QByteArray line;
    while (!line.endsWith('\n') && patience.elapsed() < 30'000 && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(1'000);
        line += process.readAllStandardOutput();
    }
    return line;
}

}  // namespace verdesk::test
