#pragma once
// What the chapters of the embedded browser have in common: a check whose page the sandbox shows, and the customer's
// hand on that page, which is the sandbox's control side.

#include "tour/visit.h"

#include <QJsonObject>

namespace verdesk::tour {

class BrowserVisit {
public:
    // `provider` as the sandbox calls it: "passport_io", "authenteq".
    BrowserVisit(Visit& visit, QString provider) : visit_{visit}, provider_{std::move(provider)} {}

    // Starts the check and waits until the provider's page was asked for.
    void open(const QString& reference);
    // The session of the page that was opened last.
    QJsonObject session();
    // POST /control/<provider>/sessions/<that session>/<act>
    QJsonObject act(const QString& act, const QJsonObject& how = {});
    void setPage(const QJsonObject& tricks);
    void setFaults(const QJsonObject& faults);
    // What a trick of the page came to, once it did.
    QString report(const QString& what);
    void clear();

    // The verdict on the page of claims, in words.
    QString verdict();
    // The code at the foot of a page that ended without a proof.
    QString outcome();
    void cancel();

private:
    QString path(const QString& what) const;

    Visit& visit_;
    QString provider_;
    QString id_;
};

}  // namespace verdesk::tour
