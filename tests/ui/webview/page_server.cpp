#include "tests/ui/webview/page_server.h"

#include <QTcpSocket>

namespace verdesk::test {
namespace {

QByteArray replyOf(const QByteArray& status, const QByteArray& headers, const QByteArray& body) {
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nCache-Control: no-store\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

PageServer::PageServer() {
    if (!listen(QHostAddress::LocalHost)) {
        qFatal("no port on this computer");
    }
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
        }
    });
}

void PageServer::put(const QString& path, const QByteArray& html, const QByteArray& headers) {
    auto page = html;
    page.replace("{self}", QByteArray::number(serverPort()));
    replies_[path] = replyOf("200 OK", "Content-Type: text/html; charset=utf-8\r\n" + headers, page);
}

void PageServer::redirect(const QString& path, const QByteArray& to) {
    replies_[path] = replyOf("302 Found", "Location: " + to + "\r\n", {});
}

void PageServer::stall(const QString& path) {
    replies_[path] = {};
}

QUrl PageServer::at(const QString& path, const QString& host) const {
    return QUrl{origin(host) + path};
}

QString PageServer::origin(const QString& host) const {
    return QStringLiteral("http://%1:%2").arg(host).arg(serverPort());
}

QStringList PageServer::asked() const {
    return asked_;
}

void PageServer::answer(QTcpSocket* socket) {
    auto head = socket->property("head").toByteArray() + socket->readAll();
    socket->setProperty("head", head);
    if (!head.contains("\r\n\r\n")) {
        return;
    }
    const auto target = QString::fromUtf8(head.split(' ').value(1));
    asked_ << target;
    const auto found = replies_.constFind(target.section(u'?', 0, 0));
    const auto reply = found == replies_.constEnd() ? replyOf("404 Not Found", {}, {}) : *found;
    if (!reply.isEmpty()) {
        socket->write(reply);
        socket->disconnectFromHost();
    }
}

}  // namespace verdesk::test
