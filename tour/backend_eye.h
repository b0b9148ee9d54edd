#pragma once
// What the backend itself knows, read by an officer beside the desk: for steps whose point is that nothing happened.

#include "tour/stage/backend.h"
#include "tour/stage/http.h"

#include <QJsonObject>

namespace verdesk::tour {

class BackendEye {
public:
    explicit BackendEye(stage::Backend& backend);

    // How far the event log goes. Nothing that changes anything leaves it where it is.
    qint64 head();
    // The newest verification of the newest case of a reference; with its claims.
    QJsonObject verification(const QString& reference);

private:
    QJsonObject get(const QString& path);

    stage::Http http_;
    QByteArray authorization_;
};

}  // namespace verdesk::tour
