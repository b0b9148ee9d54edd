#include "tour/stage/sandbox.h"

#include <QJsonArray>

namespace verdesk::stage {
namespace {

QString sessionPath(const QString& session, const char* what) {
    return QStringLiteral("/control/passid/sessions/") + session + QLatin1Char{'/'} + QLatin1String{what};
}

}  // namespace

Sandbox::Sandbox(const QString& programs, const QString& log)
    : program_{std::make_unique<Program>(Program::Start{
          programs + QStringLiteral("/verdesk-sandbox"), {QStringLiteral("--port"), QStringLiteral("0")}, {}, log})},
      http_{program_->ready()[QLatin1String{"origin"}].toString()} {}

QString Sandbox::origin() const {
    return program_->ready()[QLatin1String{"origin"}].toString();
}

QString Sandbox::passidBase() const {
    return program_->ready()[QLatin1String{"passid"}][QLatin1String{"base"}].toString();
}

QByteArray Sandbox::passidKey() const {
    return program_->ready()[QLatin1String{"passid"}][QLatin1String{"key"}].toString().toUtf8();
}

QString Sandbox::told(const char* provider, const char* what) const {
    return program_->ready()[QLatin1String{provider}][QLatin1String{what}].toString();
}

void Sandbox::registerDesk(const QString& publicOrigin, const QString& hookSegment) {
    http_.must("POST", QStringLiteral("/control/desk"),
               {{QStringLiteral("institution"), QStringLiteral("Northbridge Savings")}});
    http_.must("PUT", QStringLiteral("/control/passport_io/addresses"),
               {{QStringLiteral("pingbackUrl"), publicOrigin + QStringLiteral("/hooks/passport_io/") + hookSegment},
                {QStringLiteral("deskOrigins"), QJsonArray{publicOrigin}}});
    http_.must("PUT", QStringLiteral("/control/authenteq/addresses"),
               {{QStringLiteral("redirectUri"), publicOrigin + QStringLiteral("/return/authenteq")}});
}

void Sandbox::sendWebhooksTo(const QString& url, const QByteArray& secret) {
    const auto token = program_->ready()[QLatin1String{"passid"}][QLatin1String{"institutionJwt"}].toString();
    http_.must("PATCH", QStringLiteral("/passid/api/institution/webhook"),
               {{QStringLiteral("webhookUrl"), url}, {QStringLiteral("webhookSecret"), QString::fromUtf8(secret)}},
               "Bearer " + token.toUtf8());
}

void Sandbox::approve(const QString& session, const QJsonObject& how) {
    http_.must("POST", sessionPath(session, "approve"), how);
}

void Sandbox::decline(const QString& session) {
    http_.must("POST", sessionPath(session, "decline"));
}

void Sandbox::expire(const QString& session) {
    http_.must("POST", sessionPath(session, "expire"));
}

QString Sandbox::tokenOfKind(const QString& kind) {
    return http_
        .must("POST", QStringLiteral("/control/passid/tokens"),
              {{QStringLiteral("kind"), kind}})[QLatin1String{"token"}]
        .toString();
}

void Sandbox::setFaults(const QJsonObject& faults) {
    http_.must("PUT", QStringLiteral("/control/passid/faults"), faults);
}

void Sandbox::clearFaults() {
    http_.must("DELETE", QStringLiteral("/control/passid/faults"));
}

}  // namespace verdesk::stage
