#include "tour/stage/backend.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpServer>

#include <array>
#include <stdexcept>

namespace verdesk::stage {
namespace {

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

// The two whose pages customers use at the counter. Their doubles' documents lie on this machine, where no provider may
// send us, over whatever: that they are refused is a step of the tour. An account of its own has pingbacks signed,
// which nobody who forges them can do.
constexpr auto browserConfiguration = R"(
[accounts.passport_io]
provider = "passport_io"
environment = "sandbox"
client_id = "%1"
client_secret = { file = "passport_io.secret" }
hook_segment = { file = "pingback.segment" }
api_base_url = "%2"
widget_base_url = "%2"
allow_http_documents = true

[accounts.passport_io_signed]
provider = "passport_io"
environment = "sandbox"
client_id = "%1"
client_secret = { file = "passport_io.secret" }
hook_segment = { file = "signed.segment" }
pingback_check = "hmac_sha256"
pingback_header = "X-Signature"
pingback_secret = { file = "signed.secret" }
api_base_url = "%2"
widget_base_url = "%2"

[flows.passport_io]
title = { en = "Passport.io", de = "Passport.io" }
description = { en = "Name and identity document, on the provider's page.", de = "Name und Ausweis, auf der Seite des Anbieters." }
account = "passport_io"
launches = ["widget"]
asks = ["given_names", "surname"]
usual_seconds = 90
fallback = "passid"

[accounts.authenteq]
provider = "authenteq"
environment = "sandbox"
client_id = "%3"
client_secret = { file = "authenteq.secret" }
identity_base_url = "%4"
api_base_url = "%4"

[flows.authenteq]
title = { en = "Authenteq", de = "Authenteq" }
description = { en = "Identity document and face, on the provider's page.", de = "Ausweis und Gesicht, auf der Seite des Anbieters." }
account = "authenteq"
launches = ["redirect"]
asks = ["given_names", "surname", "date_of_birth", "document_number", "document_expiry", "document_front"]
usual_seconds = 120
)";

}  // namespace

Backend::Backend(QString programs, QString folder, Sandbox& sandbox, const Options& options)
    : programs_{std::move(programs)},
      folder_{std::move(folder)},
      sandbox_{sandbox},
      hookSecret_{"whsec_" + randomWord(24).toLatin1()},
      segment_{randomWord(16)},
      pingbackSegment_{randomWord(16)},
      signedSegment_{randomWord(16)},
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
    sandbox_.registerDesk(publicOrigin(), pingbackSegment_);
}

void Backend::configure(const Options& options) {
    QDir{}.mkpath(folder_);
    writePrivately(folder_ + QStringLiteral("/passid.key"), sandbox_.passidKey());
    writePrivately(folder_ + QStringLiteral("/webhook.secret"), hookSecret_);
    writePrivately(folder_ + QStringLiteral("/hook.segment"), segment_.toLatin1());
    writePrivately(folder_ + QStringLiteral("/pingback.segment"), pingbackSegment_.toLatin1());
    writePrivately(folder_ + QStringLiteral("/signed.segment"), signedSegment_.toLatin1());
    writePrivately(folder_ + QStringLiteral("/signed.secret"), randomWord(24).toLatin1());
    auto store = QStringLiteral("sqlite = \"store.db\"");
    if (!options.postgres.isEmpty()) {
        writePrivately(folder_ + QStringLiteral("/postgres"), options.postgres.toUtf8());
        store = QStringLiteral("postgres = { file = \"postgres\" }");
    }
    const auto text = QString::fromUtf8(configuration)
                          .arg(QString::number(staffPort_), QString::number(publicPort_), QString::number(opsPort_),
                               store, QString::number(options.pollSpeed, 'f', 2), sandbox_.passidBase(),
                               QString::number(options.ttlSeconds));
    const auto told = [this](const char* provider, const char* what) { return sandbox_.told(provider, what); };
    writePrivately(folder_ + QStringLiteral("/passport_io.secret"), told("passport_io", "clientSecret").toUtf8());
    writePrivately(folder_ + QStringLiteral("/authenteq.secret"), told("authenteq", "clientSecret").toUtf8());
    const auto browser = QString::fromUtf8(browserConfiguration)
                             .arg(told("passport_io", "clientId"), told("passport_io", "base"),
                                  told("authenteq", "clientId"), told("authenteq", "base"));
    writePrivately(configFile(), text.toUtf8() + browser.toUtf8());
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
    return QStringLiteral("/hooks/passport_io/") + signedSegment_;
}

QString Backend::hookUrl() const {
    return publicOrigin() + QStringLiteral("/hooks/passid/") + segment_;
}

}  // namespace verdesk::stage
