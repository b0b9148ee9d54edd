#include "tour/stage/inside.h"

#include <QTcpSocket>

#include <stdexcept>

namespace verdesk::stage {
namespace {

// The smallest of pictures, grey; by its bytes a JPEG like any other.
QByteArray picture() {
    return QByteArray::fromBase64(
        "/9j/4AAQSkZJRgABAQEASABIAAD/"
        "2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQ"
        "Ew8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=");
}

}  // namespace

Inside::Inside() {
    if (!server_.listen(QHostAddress::LocalHost)) {
        throw std::runtime_error{"there is no port for the host inside"};
    }
    QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] {
        auto* socket = server_.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            asked_ << QString::fromLatin1(socket->readAll().split(' ').value(1));
            const auto body = picture();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nConnection: close\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    });
}

QString Inside::address() const {
    return QStringLiteral("http://127.0.0.1:%1/passport.jpg").arg(server_.serverPort());
}

}  // namespace verdesk::stage
