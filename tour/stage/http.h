#pragma once
// Calls to the control side of the sandbox, one at a time, with the event loop running meanwhile so that the desk lives
// on.

#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QString>

namespace verdesk::stage {

struct Answer {
    int status = 0;  // 0: no answer
    QJsonValue body;
};

class Http {
public:
    explicit Http(QString origin);
    Answer call(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                const QByteArray& authorization = {});
    // The same, but anything else than 2xx throws std::runtime_error that names the call.
    QJsonObject must(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                     const QByteArray& authorization = {});

private:
    QString origin_;
    QNetworkAccessManager network_;
};

}  // namespace verdesk::stage
