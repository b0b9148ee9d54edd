#include "desk/single_instance.h"

#include "desk/instance_name.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace verdesk::desk {
namespace {

constexpr int attempts = 8;
constexpr int patienceMs = 250;
const QByteArray call = "raise\n";

// In a folder of this person alone.
QString folder() {
    auto path = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (path.isEmpty()) {
        path = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    QDir{}.mkpath(path);
    return path;
}

QString dashed(const QString& name) {
    return name.isEmpty() ? QString{} : QLatin1Char('-') + plainInstanceName(name);
}

QString fileOf(const QString& name, const char* ending) {
    return folder() + QStringLiteral("/verdesk") + dashed(name) + QLatin1String(ending);
}

QString addressOf(const QString& name) {
#ifdef Q_OS_WIN
    return QStringLiteral("verdesk-") + plainInstanceName(QString::fromLocal8Bit(qgetenv("USERNAME"))) + dashed(name);
#else
    return fileOf(name, ".socket");
#endif
}

}  // namespace

SingleInstance::SingleInstance(const QString& name, QObject* parent)
    : QObject{parent}, address_{addressOf(name)}, lock_{fileOf(name, ".lock")} {
    // A lock is never stale by age, only by the death of its process, which QLockFile finds out by itself.
    lock_.setStaleLockTime(0);
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        while (auto* socket = server_.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->readAll().contains(call)) {
                    Q_EMIT raiseAsked();
                }
                socket->write("ok\n");
                socket->disconnectFromServer();
            });
        }
    });
}

SingleInstance::Role SingleInstance::enter() {
    for (int i = 0; i < attempts; ++i) {
        if (lock_.tryLock(0)) {
            listen();
            return Role::first;
        }
        if (askFirst()) {
            return Role::second;
        }
        QThread::msleep(patienceMs);  // it may be about to start or to end
    }
    return Role::mute;
}

bool SingleInstance::listen() {
    QLocalServer::removeServer(address_);  // of one that was killed: we hold the lock
    if (!server_.listen(address_)) {
        return false;
    }
#ifndef Q_OS_WIN
    // Not by UserAccessOption, which hides "address in use" on Unix (QTBUG-48635).
    QFile::setPermissions(server_.fullServerName(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
#endif
    return true;
}

bool SingleInstance::askFirst() const {
    QLocalSocket socket;
    socket.connectToServer(address_);
    if (!socket.waitForConnected(patienceMs)) {
        return false;
    }
    socket.write(call);
    return socket.waitForBytesWritten(patienceMs) && socket.waitForReadyRead(4 * patienceMs);
}

}  // namespace verdesk::desk
