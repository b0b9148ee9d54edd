#include "tour/stage/http.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>
#include <QUuid>

#include <memory>
#include <stdexcept>

namespace verdesk::stage {

Http::Http(QString origin) : origin_{std::move(origin)} {
    network_.setProxy(QNetworkProxy::NoProxy);
}

Answer Http::call(const QByteArray& method, const QString& path, const QJsonObject& body,
                  const QByteArray& authorization) {
    QNetworkRequest request{QUrl{origin_ + path}};
    request.setTransferTimeout(15'000);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!authorization.isEmpty()) {
        request.setRawHeader("Authorization", authorization);
    }
    request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const std::unique_ptr<QNetworkReply> reply{network_.sendCustomRequest(
        request, method, method == "GET" ? QByteArray{} : QJsonDocument{body}.toJson(QJsonDocument::Compact))};
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto document = QJsonDocument::fromJson(reply->readAll());
    answer.body = document.isArray() ? QJsonValue{document.array()} : QJsonValue{document.object()};
    return answer;
}

QJsonObject Http::must(const QByteArray& method, const QString& path, const QJsonObject& body,
                       const QByteArray& authorization) {
    const auto answer = call(method, path, body, authorization);
    if (answer.status / 100 != 2) {
        throw std::runtime_error{(QString::fromLatin1(method) + QLatin1Char{' '} + path + QStringLiteral(": ") +
                                  QString::number(answer.status))
                                     .toStdString()};
    }
    return answer.body.toObject();
}

}  // namespace verdesk::stage
