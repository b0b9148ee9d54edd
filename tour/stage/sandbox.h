#pragma once
// The providers' doubles as a program, and the hand that plays the customer through their control side
// (docs/sandbox.md).

#include "tour/stage/http.h"
#include "tour/stage/program.h"

#include <QString>

#include <memory>

namespace verdesk::stage {

struct Segments;

class Sandbox {
public:
    // Throws std::runtime_error where verdesk-sandbox cannot be started.
    explicit Sandbox(const QString& programs, const QString& log = {});

    QString origin() const;
    QString passidBase() const;
    QByteArray passidKey() const;
    // What its ready line says of a double: "base", "clientId" ...
    QString told(const char* provider, const char* what) const;
    // Where PASSID sends its webhooks, as an institution sets it in its dashboard.
    void sendWebhooksTo(const QString& url, const QByteArray& secret);

    // The institution whose pages may frame widgets, and to which webhooks and customers come back.
    // `metadataPublicKey`: what opens what goes along with a check at Passbase, as PEM.
    void registerDesk(const QString& publicOrigin, const Segments& segments, const QString& metadataPublicKey);

    // What the customer does with a session, named by its eight-character code or its id.
    void approve(const QString& session, const QJsonObject& how = {});
    void decline(const QString& session);
    void expire(const QString& session);
    QString tokenOfKind(
        const QString& kind);  // "one-time", "expired", "revoked", "used", "other-institution", "sanctions"
    void setFaults(const QJsonObject& faults);
    void clearFaults();
    Http& http() {
        return http_;
    }

private:
    std::unique_ptr<Program> program_;
    Http http_;
};

}  // namespace verdesk::stage
