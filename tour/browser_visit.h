#pragma once
// What the chapters of the embedded browser have in common: a check whose page the sandbox shows, and the customer's
// hand on that page, which is the sandbox's control side.

#include "tour/visit.h"

#include <QColor>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace verdesk::tour {

// A flow on a provider's page, and how the provider's double tells of those who are on it.
struct BrowserFlow {
    QString provider;                         // as the sandbox calls it
    QString card;                             // "flowCard.passport_io.widget"
    bool asksStaff = false;                   // something may be filled in before the check begins
    QString opened = QStringLiteral("open");  // the status of a session that a customer has before them
    QString idMember = QStringLiteral("id");  // by which a session is named
    QColor colour = {};                       // of the buttons by which the page goes on
};
BrowserFlow passportIoWidget();
BrowserFlow authenteqRedirect();
BrowserFlow passbaseButton();
BrowserFlow identomatFrame();

// What staff fill in before a check begins: the question's key, and the answer.
using FilledIn = QList<std::pair<QString, QString>>;

class BrowserVisit {
public:
    // Sessions that there are already are somebody else's.
    BrowserVisit(Visit& visit, BrowserFlow flow);

    // Starts the check and waits until the provider's page was asked for.
    void open(const QString& reference, const FilledIn& form = {});
    // The same in two: up to the page of the browser, and until somebody is on the provider's page.
    void start(const QString& reference, const FilledIn& form = {});
    void arrive();
    // From the form on, as it stands.
    void startFromForm();
    // The customer presses on in the page as it stands, by a true click.
    void pressOn();
    // The session of the page that was opened last.
    QJsonObject session();
    // POST /control/<provider>/sessions/<that session>/<act>
    QJsonObject act(const QString& act, const QJsonObject& how = {});
    // /control/<provider>/<what>
    QJsonObject control(const QByteArray& method, const QString& what, const QJsonObject& body = {});
    // Of webhooks, oldest first.
    QJsonArray deliveries();
    void setPage(const QJsonObject& tricks);
    void setFaults(const QJsonObject& faults);
    // What a trick of the page came to, once it did.
    QString report(const QString& what);
    void clear();

    // Once the desk says that the page is one of the provider's, and the page has faded in. False where it does not.
    bool isShown();
    // The verdict on the page of claims, in words.
    QString verdict();
    // The score before it: "0.94 Pass".
    QString scoreAndVerdict();
    // The code at the foot of a page that ended without a proof.
    QString outcome();
    void cancel();

private:
    QJsonArray sessions();

    Visit& visit_;
    BrowserFlow flow_;
    QString id_;
};

}  // namespace verdesk::tour
