#pragma once
// A backend on loopback that answers what a test tells it to: replies, nothing at all, or a dropped connection. Speaks
// just enough HTTP/1.1 for the desk.

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

#include <nlohmann/json.hpp>

#include <deque>
#include <functional>
#include <vector>

namespace verdesk::test {

struct Seen {
    QByteArray verb;
    QString path;  // below /api/v1, without the query: "/cases"
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers;  // names in lower case
    QByteArray body;
    nlohmann::json document() const;
};

struct Reply {
    enum class Kind { answer, hang, drop };
    Kind kind = Kind::answer;
    int status = 200;
    QByteArray body = {};
    QByteArray type = "application/json";
    QByteArray extraHeaders = {};  // whole lines

    static Reply ok(const nlohmann::json& body, int status = 200);
    static Reply problem(int status, const char* code, nlohmann::json extra = nlohmann::json::object());
    static Reply raw(int status, QByteArray body);
    static Reply hang();
    static Reply drop();
};

class ScriptedBackend : public QObject {
    Q_OBJECT

public:
    ScriptedBackend();
    ~ScriptedBackend() override;

    QString address() const;

    // Answers the next request of this kind, before `otherwise` is asked. In the order of the calls.
    void next(const char* verb, const char* path, Reply reply);
    // Whatever was not scripted. Not set: 404.
    std::function<Reply(const Seen&)> otherwise;

    const std::vector<Seen>& seen() const;
    std::vector<Seen> seen(const char* verb, const char* path) const;

    // Answers every request that hangs on this path. False where none did.
    bool release(const char* path, const Reply& reply);
    int hanging(const char* path) const;

    // As a killed process: connections are cut and new ones refused. `start` listens on the same port again.
    void kill();
    void start();

private:
    struct Scripted {
        QByteArray verb;
        QString path;
        Reply reply;
    };
    struct Hanging {
        QString path;
        QPointer<QTcpSocket> socket;
    };

    void accept();
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const QString& path, const Reply& reply);

    QTcpServer server_;
    quint16 port_ = 0;
    std::vector<QPointer<QTcpSocket>> sockets_;
    QHash<QTcpSocket*, QByteArray> received_;
    std::deque<Scripted> scripted_;
    std::vector<Seen> seen_;
    std::vector<Hanging> hanging_;
};

}  // namespace verdesk::test
