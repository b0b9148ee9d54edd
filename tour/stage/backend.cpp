#include "tour/stage/backend.h"

#include "crypto/rsa_key.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTcpServer>

#include <array>
#include <stdexcept>

namespace verdesk::stage {
namespace {

constexpr unsigned metadataKeyBits = 2048;

QString randomWord(int bytes) {
    QByteArray word(bytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(reinterpret_cast<quint32*>(word.data()),
                                         reinterpret_cast<quint32*>(word.data() + bytes - bytes % 4));
    return QString::fromLatin1(word.toHex());
}

// Ports that were free a moment ago, so that a killed backend comes back where it was.
std::array<quint16, 3> freePorts() {
    std::array<QTcpServer, 3> servers;
    std::array<quint16, 3> ports{};
    for (std::size_t i = 0; i < servers.size(); ++i) {
        servers[i].listen(QHostAddress::LocalHost);
        ports[i] = servers[i].serverPort();
    }
    return ports;
}

void writePrivately(const QString& path, const QByteArray& content) {
    QFile file{path};
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(content) != content.size()) {
        throw std::runtime_error{"cannot write " + path.toStdString()};
    }
}

constexpr auto configuration = R"(# Written for one run of the tour or of a test.
[institution]
name = "Northbridge Savings"
languages = ["en", "de"]

[institution.reference]
pattern = "C-[0-9]{4}-[0-9]{3}"
example = "C-2231-884"

[institution.consent]
version = "2026-01"
text.en = "You agree that we ask PASSID for the facts listed here, to check who you are."
text.de = "Sie stimmen zu, dass wir bei PASSID die hier genannten Angaben abfragen, um Ihre Identität zu prüfen."

[institution.attestation]
version = "2026-01"
text.en = "The person in front of me is the one who takes part in this check."
text.de = "Die Person vor mir ist dieselbe, die an dieser Prüfung teilnimmt."

[branches]
012 = "Harbour Street"

[purposes]
account.en = "Account opening"
account.de = "Kontoeröffnung"
loan.en = "Loan application"
loan.de = "Kreditantrag"

[listen.staff]
port = %1
[listen.public]
port = %2
origin = "http://127.0.0.1:%2"
[listen.ops]
port = %3

[store]
%4

[keys]
master = { file = "master.key" }

[providers]
poll_speed = %5

[sender]
command = ["sender"]

[accounts.passid]
provider = "passid"
base_url = "%6"
key = { file = "passid.key" }
webhook_secret = { file = "webhook.secret" }
hook_segment = { file = "hook.segment" }

[flows.passid]
title.en = "PASSID"
title.de = "PASSID"
description.en = "Identity, sanctions, income and score."
description.de = "Identität, Sanktionslisten, Einkommen und Bonität."
account = "passid"
launches = ["qr", "token"]
asks = ["identity_verified", "sanctions_clear", "income_verified", "score", "payment_reliability", "savings_consistency", "fraud_risk"]
usual_seconds = 60
ttl_seconds = %7
)";

// Sends what Identomat leaves to the institution to send. The file stands for the customers' telephones.
constexpr auto sender = "#!/bin/sh\nexec cat >> \"$(dirname \"$0\")/sent.jsonl\"\n";

}  // namespace

Backend::Backend(QString programs, QString folder, Sandbox& sandbox, const Options& options)
    : programs_{std::move(programs)},
      folder_{std::move(folder)},
      sandbox_{sandbox},
      hookSecret_{"whsec_" + randomWord(24).toLatin1()},
      segment_{randomWord(16)},
      segments_{randomWord(16).toLatin1(), randomWord(16).toLatin1(), randomWord(16).toLatin1(),
                randomWord(16).toLatin1()},
      teller_{QStringLiteral("tessa"), QStringLiteral("Tessa Bright"), QStringLiteral("teller"), randomWord(8)},
      officer_{QStringLiteral("oscar"), QStringLiteral("Oscar Lind"), QStringLiteral("officer"), randomWord(8)},
      admin_{QStringLiteral("ada"), QStringLiteral("Ada Moreno"), QStringLiteral("admin"), randomWord(8)} {
    const auto ports = freePorts();
    staffPort_ = ports[0];
    publicPort_ = ports[1];
    opsPort_ = ports[2];
    configure(options);
    for (const auto* person : {&teller_, &officer_, &admin_}) {
        add(*person);
    }
    start();
    sandbox_.sendWebhooksTo(hookUrl(), hookSecret_);
    sandbox_.registerDesk(publicOrigin(), segments_, metadataPublicKey_);
}

void Backend::configure(const Options& options) {
    QDir{}.mkpath(folder_);
    writePrivately(folder_ + QStringLiteral("/passid.key"), sandbox_.passidKey());
    writePrivately(folder_ + QStringLiteral("/webhook.secret"), hookSecret_);
    writePrivately(folder_ + QStringLiteral("/hook.segment"), segment_.toLatin1());
    auto store = QStringLiteral("sqlite = \"store.db\"");
    if (!options.postgres.isEmpty()) {
        writePrivately(folder_ + QStringLiteral("/postgres"), options.postgres.toUtf8());
        store = QStringLiteral("postgres = { file = \"postgres\" }");
    }
    const auto text = QString::fromUtf8(configuration)
                          .arg(QString::number(staffPort_), QString::number(publicPort_), QString::number(opsPort_),
                               store, QString::number(options.pollSpeed, 'f', 2), sandbox_.passidBase(),
                               QString::number(options.ttlSeconds));
    const auto metadata = crypto::newRsaKeyPair(metadataKeyBits);
    metadataPublicKey_ = QString::fromStdString(metadata.publicKey);
    auto whole = text.toUtf8();
    for (const auto& part :
         {passportIoAccounts(sandbox_, segments_, randomWord(24).toLatin1()), authenteqAccount(sandbox_),
          passbaseAccount(sandbox_, segments_, QByteArray::fromStdString(std::string{metadata.privateKey.reveal()})),
          identomatAccount(sandbox_, segments_)}) {
        whole += part.configuration.toUtf8();
        for (auto file = part.files.begin(); file != part.files.end(); ++file) {
            writePrivately(folder_ + QLatin1Char{'/'} + file.key(), file.value());
        }
    }
    writePrivately(configFile(), whole);
    writePrivately(folder_ + QStringLiteral("/sender"), sender);
    QFile::setPermissions(folder_ + QStringLiteral("/sender"), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    runToEnd(programs_ + QStringLiteral("/verdeskd"),
             {QStringLiteral("keys"), QStringLiteral("init"), folder_ + QStringLiteral("/master.key")});
}

void Backend::add(const Person& person) {
    runToEnd(programs_ + QStringLiteral("/verdeskd"),
             {QStringLiteral("staff"), QStringLiteral("--config"), configFile(), QStringLiteral("add"), person.name,
              QStringLiteral("--display-name"), person.displayName, QStringLiteral("--role"), person.role,
              QStringLiteral("--branch"), QStringLiteral("012"), QStringLiteral("--password-stdin")},
             person.password.toUtf8() + '\n');
}

void Backend::start() {
    program_ = std::make_unique<Program>(Program::Start{
        programs_ + QStringLiteral("/verdeskd"),
        {QStringLiteral("serve"), QStringLiteral("--config"), configFile(), QStringLiteral("--end-with-stdin")},
        {},
        folder_ + QStringLiteral("/verdeskd.log")});
}

void Backend::kill() {
    program_->kill();
}

bool Backend::stop() {
    return program_->terminate();
}

bool Backend::storeIsSound(QString* said) const {
    int code = 0;
    const auto output = runToEnd(programs_ + QStringLiteral("/verdeskd"),
                                 {QStringLiteral("check-store"), QStringLiteral("--config"), configFile()}, {}, &code);
    if (said != nullptr) {
        *said = QString::fromUtf8(output);
    }
    return code == 0;
}

QString Backend::configFile() const {
    return folder_ + QStringLiteral("/verdesk.toml");
}

QString Backend::address() const {
    return QStringLiteral("http://127.0.0.1:%1").arg(staffPort_);
}

QString Backend::publicOrigin() const {
    return QStringLiteral("http://127.0.0.1:%1").arg(publicPort_);
}

QString Backend::opsOrigin() const {
    return QStringLiteral("http://127.0.0.1:%1").arg(opsPort_);
}

QString Backend::signedHookPath() const {
    return QStringLiteral("/hooks/passport_io/") + QString::fromLatin1(segments_.signedPingback);
}

QList<QJsonObject> Backend::sent() const {
    QList<QJsonObject> all;
    QFile file{folder_ + QStringLiteral("/sent.jsonl")};
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            all << QJsonDocument::fromJson(file.readLine()).object();
        }
    }
    return all;
}

QString Backend::log() const {
    QFile file{folder_ + QStringLiteral("/verdeskd.log")};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

QString Backend::hookUrl() const {
    return publicOrigin() + QStringLiteral("/hooks/passid/") + segment_;
}

}  // namespace verdesk::stage
