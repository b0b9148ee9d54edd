#include "tour/stage/sandbox.h"

#include "tour/stage/accounts.h"

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

void Sandbox::registerDesk(const QString& publicOrigin, const Segments& segments, const QString& metadataPublicKey) {
    const QJsonArray framing{publicOrigin};
    const auto hook = [&](const char* provider, const QByteArray& segment) {
        return publicOrigin + QStringLiteral("/hooks/") + QLatin1String{provider} + QLatin1Char{'/'} +
               QString::fromLatin1(segment);
    };
    const auto set = [this](const char* what, const QJsonObject& how) {
        http_.must("PUT", QStringLiteral("/control/") + QLatin1String{what}, how);
    };
    http_.must("POST", QStringLiteral("/control/desk"),
               {{QStringLiteral("institution"), QStringLiteral("Northbridge Savings")}});
    set("passport_io/addresses", {{QStringLiteral("pingbackUrl"), hook("passport_io", segments.pingback)},
                                  {QStringLiteral("deskOrigins"), framing}});
    set("authenteq/addresses", {{QStringLiteral("redirectUri"), publicOrigin + QStringLiteral("/return/authenteq")}});
    set("passbase/project", {{QStringLiteral("webhookUrl"), hook("passbase", segments.passbase)},
                             {QStringLiteral("deskOrigins"), framing},
                             {QStringLiteral("metadataPublicKey"), metadataPublicKey}});
    set("identomat/company", {{QStringLiteral("callbackUrl"), hook("identomat", segments.identomat)},
                              {QStringLiteral("deskOrigins"), framing}});
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
