#include "desk/practice.h"

#include "desk/retry_policy.h"

#include <QCoreApplication>
#include <QDir>

#include <utility>

namespace verdesk::desk {
namespace {

constexpr int startsBeforeGivingUp = 3;
constexpr int patienceAtTheEndMs = 3000;
constexpr qsizetype longestLine = 64 * 1024;

QString besideThisProgram(const QString& name) {
#ifdef Q_OS_WIN
    const auto file = name + QStringLiteral(".exe");
#else
    const auto& file = name;
#endif
    return QDir{QCoreApplication::applicationDirPath()}.filePath(file);
}

}  // namespace

Ready readyFrom(const JsonReader& reader) {
    Ready ready;
    if (!reader.requiredFlag("ready")) {
        throw MemberError{reader.pathOf("ready"), "must be true"};
    }
    ready.staff = reader.requiredText("staff");
    for (const auto& account : reader.objects("accounts")) {
        ready.accounts.push_back({account.requiredText("name"), account.requiredText("displayName"),
                                  account.word("role", Role::unknown), account.requiredText("password"),
                                  account.text("branch").value_or("")});
    }
    return ready;
}

Practice::Practice(QString program, QString data, QObject* parent)
    : QObject{parent}, program_{std::move(program)}, data_{std::move(data)} {
    if (program_.isEmpty()) {
        program_ = besideThisProgram(QStringLiteral("verdeskd"));
    }
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Practice::launch);
    connect(&process_, &QProcess::readyReadStandardOutput, this, &Practice::readOutput);
    connect(&process_, &QProcess::readyReadStandardError, this, &Practice::readErrors);
    connect(&process_, &QProcess::finished, this, &Practice::onFinished);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart && wanted_) {
            giveUp(tr("The practice backend (%1) cannot be started: %2.")
                       .arg(QDir::toNativeSeparators(program_), process_.errorString()));
        }
    });
}

Practice::~Practice() {
    stop();
}

void Practice::start() {
    wanted_ = true;
    failures_ = 0;
    if (process_.state() == QProcess::NotRunning) {
        launch();
    }
}

void Practice::stop() {
    wanted_ = false;
    again_.stop();
    if (process_.state() == QProcess::NotRunning) {
        return;
    }
    process_.disconnect(this);
    process_.closeWriteChannel();
    if (!process_.waitForFinished(patienceAtTheEndMs)) {
        process_.kill();
        process_.waitForFinished(patienceAtTheEndMs);
    }
}

const std::vector<PracticeAccount>& Practice::accounts() const {
    return accounts_;
}

qint64 Practice::processId() const {
    return process_.processId();
}

void Practice::launch() {
    ready_ = false;
    output_.clear();
    errors_.clear();
    lastWords_.clear();
    QStringList arguments{QStringLiteral("practice")};
    if (!data_.isEmpty()) {
        arguments << QStringLiteral("--data") << data_;
    }
    process_.start(program_, arguments);
}

void Practice::readOutput() {
    output_ += process_.readAllStandardOutput();
    if (output_.size() > longestLine) {
        output_.clear();
    }
    for (auto end = output_.indexOf('\n'); end >= 0; end = output_.indexOf('\n')) {
        const auto line = output_.left(end).toStdString();
        output_.remove(0, end + 1);
        if (ready_) {
            continue;
        }
        try {
            const auto document = parseJson(line);
            auto told = readyFrom(JsonReader{document});
            ready_ = true;
            failures_ = 0;
            accounts_ = std::move(told.accounts);
            Q_EMIT ready(QString::fromStdString(told.staff));
        } catch (const MemberError&) {
            continue;  // some other line
        }
    }
}

// Kept only for the moment in which it dies; shown nowhere else.
void Practice::readErrors() {
    errors_ += process_.readAllStandardError();
    for (auto end = errors_.indexOf('\n'); end >= 0; end = errors_.indexOf('\n')) {
        const auto line = QString::fromUtf8(errors_.left(end)).trimmed();
        errors_.remove(0, end + 1);
        if (!line.isEmpty()) {
            lastWords_ = line;
        }
    }
    if (errors_.size() > longestLine) {
        errors_.clear();
    }
}

void Practice::onFinished() {
    readErrors();
    if (!errors_.trimmed().isEmpty()) {
        lastWords_ = QString::fromUtf8(errors_).trimmed();
    }
    if (!wanted_) {
        return;
    }
    if (!ready_ && ++failures_ >= startsBeforeGivingUp) {
        giveUp(lastWords_.isEmpty() ? tr("The practice backend ended without a word.")
                                    : tr("The practice backend cannot start: %1").arg(lastWords_));
        return;
    }
    Q_EMIT ended();
    again_.start(growingDelay(failures_ + 1, 0.0));
}

void Practice::giveUp(const QString& words) {
    wanted_ = false;
    Q_EMIT failed(words);
}

}  // namespace verdesk::desk
