#include "tests/desk/support/scripted_backend.h"

#include <QUrl>

#include <algorithm>

namespace verdesk::test {

using nlohmann::json;

json Seen::document() const {
    return json::parse(body.toStdString());
}

Reply Reply::ok(const json& body, int status) {
    return {.kind = Kind::answer, .status = status, .body = QByteArray::fromStdString(body.dump())};
}

Reply Reply::problem(int status, const char* code, json extra) {
    extra["type"] = "about:blank";
    extra["status"] = status;
    extra["code"] = code;
    extra["title"] = code;
    return {.kind = Kind::answer,
            .status = status,
            .body = QByteArray::fromStdString(extra.dump()),
            .type = "application/problem+json"};
}

Reply Reply::raw(int status, QByteArray body) {
    return {.kind = Kind::answer, .status = status, .body = std::move(body)};
}

Reply Reply::hang() {
    return {.kind = Kind::hang};
}

Reply Reply::drop() {
    return {.kind = Kind::drop};
}

ScriptedBackend::ScriptedBackend() {
    connect(&server_, &QTcpServer::newConnection, this, &ScriptedBackend::accept);
    start();
}

ScriptedBackend::~ScriptedBackend() {
    for (const auto& socket : sockets_) {
        if (socket) {
            socket->disconnect(this);
        }
    }
}

QString ScriptedBackend::address() const {
    return QStringLiteral("http://127.0.0.1:%1").arg(port_);
}

void ScriptedBackend::next(const char* verb, const char* path, Reply reply) {
    scripted_.push_back({verb, QString::fromLatin1(path), std::move(reply)});
}

const std::vector<Seen>& ScriptedBackend::seen() const {
    return seen_;
}

std::vector<Seen> ScriptedBackend::seen(const char* verb, const char* path) const {
    std::vector<Seen> found;
    std::copy_if(seen_.begin(), seen_.end(), std::back_inserter(found),
                 [verb, path](const Seen& each) { return each.verb == verb && each.path == QLatin1String(path); });
    return found;
}

bool ScriptedBackend::release(const char* path, const Reply& reply) {
    bool any = false;
    for (auto& each : hanging_) {
        if (each.socket && each.path == QLatin1String(path)) {
            any = true;
            answer(each.socket, each.path, reply);
            each.socket.clear();
        }
    }
    std::erase_if(hanging_, [](const Hanging& each) { return each.socket.isNull(); });
    return any;
}

int ScriptedBackend::hanging(const char* path) const {
    return static_cast<int>(std::count_if(hanging_.begin(), hanging_.end(), [path](const Hanging& each) {
        return each.socket && each.socket->state() == QAbstractSocket::ConnectedState &&
               each.path == QLatin1String(path);
    }));
}

void ScriptedBackend::kill() {
    server_.close();
    for (const auto& socket : sockets_) {
        if (socket) {
            socket->disconnect(this);
            socket->abort();
            socket->deleteLater();
        }
    }
    sockets_.clear();
    received_.clear();
    hanging_.clear();
}

void ScriptedBackend::start() {
    if (server_.listen(QHostAddress::LocalHost, port_)) {
        port_ = server_.serverPort();
    }
}

void ScriptedBackend::accept() {
    while (auto* socket = server_.nextPendingConnection()) {
        sockets_.emplace_back(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            received_.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedBackend::read(QTcpSocket* socket) {
    auto& bytes = received_[socket];
    bytes += socket->readAll();
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    const auto lines = bytes.left(end).split('\n');
    const auto first = lines.front().trimmed().split(' ');
    Seen seen;
    seen.verb = first.value(0);
    const auto url = QUrl::fromEncoded(first.value(1));
    seen.path = url.path().mid(static_cast<int>(sizeof("/api/v1") - 1));
    seen.query = QUrlQuery{url};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        seen.headers[lines[i].left(colon).toLower()] = lines[i].mid(colon + 1).trimmed();
    }
    const auto length = seen.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length) {
        return;
    }
    seen.body = bytes.mid(end + 4, length);
    bytes.remove(0, end + 4 + length);
    seen_.push_back(seen);

    const auto scripted = std::find_if(scripted_.begin(), scripted_.end(), [&seen](const Scripted& each) {
        return each.verb == seen.verb && each.path == seen.path;
    });
    if (scripted != scripted_.end()) {
        const auto reply = scripted->reply;
        scripted_.erase(scripted);
        answer(socket, seen.path, reply);
    } else {
        answer(socket, seen.path, otherwise ? otherwise(seen) : Reply::problem(404, "not-found"));
    }
}

void ScriptedBackend::answer(QTcpSocket* socket, const QString& path, const Reply& reply) {
    if (reply.kind == Reply::Kind::hang) {
        hanging_.push_back({path, socket});
        return;
    }
    if (reply.kind == Reply::Kind::drop) {
        socket->abort();
        return;
    }
    const auto length =
        reply.status == 204 ? QByteArray{} : "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " Word\r\nContent-Type: " + reply.type +
                  "\r\nVerdesk-Backend: 0.1.0\r\n" + length + reply.extraHeaders + "\r\n" + reply.body);
    socket->flush();
}

}  // namespace verdesk::test
