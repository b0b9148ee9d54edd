#pragma once
// For steps whose point is that nothing happened: how things stood before, and what is other afterwards.

#include "tour/backend_eye.h"
#include "tour/visit.h"

namespace verdesk::tour {

class Stillness {
public:
    // Of the newest verification of that reference. Waits first until nothing is added to the log any more.
    Stillness(Visit& visit, BackendEye& eye, QString reference);

    // ", and nothing changes"; or what did, once that has come to its end.
    QString inWords() const;
    // The same of the check alone: what came was welcome, and the log says that it was taken.
    QString ofTheCheck() const;

private:
    Visit& visit_;
    BackendEye& eye_;
    QString reference_;
    qint64 head_;
    QJsonObject before_;
};

}  // namespace verdesk::tour
