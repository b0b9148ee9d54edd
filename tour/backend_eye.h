#pragma once
// What the backend itself knows, read by an officer beside the desk: for steps whose point is that nothing happened.

#include "tour/stage/backend.h"
#include "tour/stage/http.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace verdesk::tour {

class BackendEye {
public:
    explicit BackendEye(stage::Backend& backend);

    // How far the event log goes. Nothing that changes anything leaves it where it is.
    qint64 head();
    // The verifications of the newest case of a reference, oldest first; without their claims.
    QJsonArray verifications(const QString& reference);
    // The newest of them, with its claims.
    QJsonObject verification(const QString& reference);
    // Of that one: the claims of that name, and why documents were not kept, a word each.
    QList<QJsonObject> claims(const QString& reference, const QString& name);
    QStringList notKept(const QString& reference);
    // How many of its documents were kept.
    int kept(const QString& reference);

private:
    QJsonObject get(const QString& path);

    stage::Http http_;
    QByteArray authorization_;
};

}  // namespace verdesk::tour
