#pragma once
// A web server of a test: what is at a path is what the test put there. One port stands for one provider; names below
// localhost make further origins of it.

#include <QHash>
#include <QStringList>
#include <QTcpServer>
#include <QUrl>

namespace verdesk::test {

class PageServer : public QTcpServer {
    Q_OBJECT

public:
    PageServer();

    // "{self}" in a page becomes this server's port.
    void put(const QString& path, const QByteArray& html, const QByteArray& headers = {});
    void redirect(const QString& path, const QByteArray& to);
    // Accepts and never answers.
    void stall(const QString& path);

    QUrl at(const QString& path, const QString& host = QStringLiteral("a.localhost")) const;
    QString origin(const QString& host = QStringLiteral("a.localhost")) const;
    // The paths that were asked for, with their queries, in order.
    QStringList asked() const;

private:
    void answer(QTcpSocket* socket);

    QHash<QString, QByteArray> replies_;
    QStringList asked_;
};

}  // namespace verdesk::test
