#include "tour/backend_eye.h"

#include <QJsonArray>

namespace verdesk::tour {

BackendEye::BackendEye(stage::Backend& backend) : http_{backend.address()} {
    const auto& officer = backend.officer();
    const auto signedIn = http_.must(
        "POST", QStringLiteral("/api/v1/sessions"),
        {{QStringLiteral("method"), QStringLiteral("password")},
         {QStringLiteral("name"), officer.name},
         {QStringLiteral("password"), officer.password},
         {QStringLiteral("counter"), QStringLiteral("tour")},
         {QStringLiteral("desk"), QJsonObject{{QStringLiteral("version"), QStringLiteral(VERDESK_VERSION)}}}});
    authorization_ = "Bearer " + signedIn[QLatin1String{"token"}].toString().toLatin1();
}

QJsonObject BackendEye::get(const QString& path) {
    return http_.must("GET", QStringLiteral("/api/v1/") + path, {}, authorization_);
}

qint64 BackendEye::head() {
    return get(QStringLiteral("me"))[QLatin1String{"cursor"}].toInteger();
}

QJsonObject BackendEye::verification(const QString& reference) {
    const auto found = get(QStringLiteral("cases?limit=1&reference=") + reference);
    const auto id = found[QLatin1String{"cases"}].toArray().first()[QLatin1String{"id"}].toString();
    const auto made = get(QStringLiteral("cases/") + id)[QLatin1String{"verifications"}].toArray();
    return made.isEmpty() ? QJsonObject{}
                          : get(QStringLiteral("verifications/") + made.last()[QLatin1String{"id"}].toString());
}

}  // namespace verdesk::tour
