#include "tour/backend_eye.h"

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

QJsonArray BackendEye::verifications(const QString& reference) {
    const auto found = get(QStringLiteral("cases?limit=1&reference=") + reference);
    const auto id = found[QLatin1String{"cases"}].toArray().first()[QLatin1String{"id"}].toString();
    return get(QStringLiteral("cases/") + id)[QLatin1String{"verifications"}].toArray();
}

QJsonObject BackendEye::verification(const QString& reference) {
    const auto made = verifications(reference);
    return made.isEmpty() ? QJsonObject{}
                          : get(QStringLiteral("verifications/") + made.last()[QLatin1String{"id"}].toString());
}

QList<QJsonObject> BackendEye::claims(const QString& reference, const QString& name) {
    QList<QJsonObject> found;
    for (const auto& claim : verification(reference)[QLatin1String{"claims"}].toArray()) {
        if (claim[QLatin1String{"name"}].toString() == name) {
            found << claim.toObject();
        }
    }
    return found;
}

QStringList BackendEye::notKept(const QString& reference) {
    QStringList words;
    for (const auto& claim : verification(reference)[QLatin1String{"claims"}].toArray()) {
        const auto why = claim[QLatin1String{"verbatim"}][QLatin1String{"not_kept"}].toString();
        if (!why.isEmpty()) {
            words << why;
        }
    }
    return words;
}

int BackendEye::kept(const QString& reference) {
    int count = 0;
    for (const auto& claim : verification(reference)[QLatin1String{"claims"}].toArray()) {
        count += claim[QLatin1String{"value"}][QLatin1String{"evidence"}].toString().isEmpty() ? 0 : 1;
    }
    return count;
}

}  // namespace verdesk::tour
