#pragma once
// An institution of its own for a tour or a test: a configuration, keys and staff in a folder, and verdeskd serving it.
// It can be killed and started again on the same ports, as after a power cut.

#include "tour/stage/accounts.h"
#include "tour/stage/program.h"
#include "tour/stage/sandbox.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace verdesk::stage {

struct Person {
    QString name;
    QString displayName;
    QString role;
    QString password;
};

class Backend {
public:
    struct Options {
        int ttlSeconds = 600;
        double pollSpeed = 1;
        QString postgres;  // a libpq connection string; empty: SQLite in the folder
    };

    // Writes the configuration and starts. Registers its webhook at the sandbox. Throws std::runtime_error.
    Backend(QString programs, QString folder, Sandbox& sandbox, const Options& options);

    QString address() const;  // of the staff listener
    QString publicOrigin() const;
    QString opsOrigin() const;
    QString configFile() const;
    QString hookUrl() const;
    // On publicOrigin(): of the account whose pingbacks are signed.
    QString signedHookPath() const;
    QByteArray hookSecret() const {
        return hookSecret_;
    }
    // What was handed to the institution's own sender, oldest first: {"channel", "to", "text"}.
    QList<QJsonObject> sent() const;
    QString log() const;
    const Person& teller() const {
        return teller_;
    }
    const Person& officer() const {
        return officer_;
    }
    const Person& admin() const {
        return admin_;
    }

    void start();
    void kill();
    bool stop();  // SIGTERM; true if it ended by itself
    // `verdeskd check-store`: true where it found nothing. The backend must be stopped for SQLite's sake only in so far
    // as a reader waits; it may run.
    bool storeIsSound(QString* said = nullptr) const;

private:
    void configure(const Options& options);
    void add(const Person& person);

    QString programs_;
    QString folder_;
    Sandbox& sandbox_;
    QByteArray hookSecret_;
    QString segment_;
    Segments segments_;
    QString metadataPublicKey_;
    quint16 staffPort_ = 0;
    quint16 publicPort_ = 0;
    quint16 opsPort_ = 0;
    Person teller_;
    Person officer_;
    Person admin_;
    std::unique_ptr<Program> program_;
};

}  // namespace verdesk::stage
