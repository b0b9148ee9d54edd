// A sanctions match and every attempt to get past it; then the officer's work on the cases of the day, and on results
// that named nobody.
#include "tour/visit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QJsonArray>

#include <stdexcept>

namespace verdesk::tour {
namespace {

// Asks the backend itself, as somebody would who goes around the desk. Returns the status and the problem's code.
QString approveByHand(Visit& visit, const stage::Person& person, const QString& reference) {
    stage::Http http{visit.backend.address()};
    const auto session = http.must(
        "POST", QStringLiteral("/api/v1/sessions"),
        {{QStringLiteral("method"), QStringLiteral("password")},
         {QStringLiteral("name"), person.name},
         {QStringLiteral("password"), person.password},
         {QStringLiteral("counter"), QStringLiteral("tour")},
         {QStringLiteral("desk"), QJsonObject{{QStringLiteral("version"), QStringLiteral(VERDESK_VERSION)}}}});
    const auto authorization = "Bearer " + session[QLatin1String{"token"}].toString().toLatin1();
    const auto found = http.must("GET", QStringLiteral("/api/v1/cases?reference=") + reference, {}, authorization);
    const auto id = found[QLatin1String{"cases"}].toArray().at(0)[QLatin1String{"id"}].toString();
    const auto answer = http.call("POST", QStringLiteral("/api/v1/cases/%1/decisions").arg(id),
                                  {{QStringLiteral("kind"), QStringLiteral("approve")},
                                   {QStringLiteral("reason"), QStringLiteral("tried to get past a match")}},
                                  authorization);
    return QString::number(answer.status) + QLatin1Char{' '} + answer.body[QLatin1String{"code"}].toString();
}

// How the list of today shows these: "C-2231-884: Closed, Pass; ...".
QString casesOf(Visit& visit, std::initializer_list<const char*> references) {
    QStringList seen;
    for (const auto* reference : references) {
        seen << QLatin1String{reference} + QStringLiteral(": ") + visit.inTheList(QLatin1String{reference});
    }
    return seen.join(QStringLiteral("; "));
}

// The first row of a table that begins with these words.
void chooseRow(Hand& hand, const QString& name, const QString& words) {
    auto* table = qobject_cast<QAbstractItemView*>(hand.wait(name));
    const auto row = [&] {
        const auto* model = table->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, 0).data().toString() == words) {
                return model->index(i, 0);
            }
        }
        return QModelIndex{};
    };
    if (table == nullptr || !hand.waitUntil([&] { return row().isValid(); })) {
        throw std::runtime_error{"no row says \"" + words.toStdString() + "\""};
    }
    table->setCurrentIndex(row());
}

}  // namespace

void sanctionsChapter(Visit& visit) {
    const auto reference = QStringLiteral("C-2231-666");
    visit.film.step(
        QStringLiteral("A sanctions match fills the page and offers no way on"), QStringLiteral("closeCase, whatToSay"),
        [&] {
            visit.startToken(reference, visit.sandbox.tokenOfKind(QStringLiteral("sanctions")));
            visit.hand.wait(QStringLiteral("blockedPage"));
            visit.picture(QStringLiteral("blocked"));
            QStringList ways;
            for (const auto* way : visit.hand.wait(QStringLiteral("blockedPage"))->findChildren<QAbstractButton*>()) {
                if (way->isVisible()) {
                    ways << way->objectName();
                }
            }
            ways.sort();
            return ways.join(QStringLiteral(", "));
        });
    for (const auto* person : {&visit.backend.teller(), &visit.backend.officer(), &visit.backend.admin()}) {
        const auto expected = person->role == QLatin1String{"teller"} ? QStringLiteral("403 role-missing")
                                                                      : QStringLiteral("409 case-blocked");
        visit.film.step(QStringLiteral("Approving the match by the API as %1").arg(person->role), expected,
                        [&] { return approveByHand(visit, *person, reference); });
    }
    visit.film.step(QStringLiteral("The same customer comes again"), QStringLiteral("the earlier match is shown"), [&] {
        visit.nextCustomer();
        visit.hand.type(QStringLiteral("referenceField"), reference);
        visit.hand.key(Qt::Key_Tab);
        visit.hand.wait(QStringLiteral("earlierBlockedBanner"));
        visit.picture(QStringLiteral("blocked-earlier"));
        return QStringLiteral("the earlier match is shown");
    });
}

void officerChapter(Visit& visit) {
    visit.film.step(QStringLiteral("Today's cases"),
                    QStringLiteral("C-2231-884: Closed, Pass; C-2231-102: Open, Review; C-2231-301: Closed · Declined; "
                                   "C-2231-666: Closed, Blocked"),
                    [&] {
                        visit.hand.press(QStringLiteral("nav.cases"));
                        visit.hand.wait(QStringLiteral("cases.table"));
                        QString seen;
                        const auto all = [&] {
                            seen = casesOf(visit, {"C-2231-884", "C-2231-102", "C-2231-301", "C-2231-666"});
                            return !seen.contains(QStringLiteral("missing"));
                        };
                        visit.hand.waitUntil(all);
                        visit.picture(QStringLiteral("cases"));
                        return seen;
                    });
    visit.signOut();
    visit.signIn(visit.backend.officer());
    visit.film.step(
        QStringLiteral("An officer opens the blocked case"), QStringLiteral("stopped, without Approve"), [&] {
            visit.openCase(QStringLiteral("C-2231-666"));
            visit.hand.wait(QStringLiteral("case.stop"));
            visit.picture(QStringLiteral("case-blocked"));
            return visit.hand.sees(QStringLiteral("case.approve")) ? QStringLiteral("offers Approve")
                                                                   : QStringLiteral("stopped, without Approve");
        });
    visit.film.step(QStringLiteral("An officer approves a case for review"), QStringLiteral("approved"), [&] {
        visit.openCase(QStringLiteral("C-2231-102"));
        visit.picture(QStringLiteral("case"));
        visit.hand.press(QStringLiteral("case.approve"));
        visit.hand.type(QStringLiteral("decision.reason"),
                        QStringLiteral("Identity checked against the passport at the counter."));
        visit.picture(QStringLiteral("case-decision"));
        visit.hand.press(QStringLiteral("decision.confirm"));
        visit.hand.wait(QStringLiteral("case.done"));
        visit.picture(QStringLiteral("case-approved"));
        return QStringLiteral("approved");
    });
}

void unmatchedChapter(Visit& visit) {
    const auto reference = QStringLiteral("C-2231-505");  // whose result named nobody: see widgetChapter
    auto& hand = visit.hand;
    visit.film.step(QStringLiteral("An officer sees the result that named nobody"),
                    QStringLiteral("with the name of the person"), [&] {
                        visit.openCase(reference);
                        visit.picture(QStringLiteral("unmatched-before"));
                        hand.press(QStringLiteral("nav.unmatched"));
                        chooseRow(hand, QStringLiteral("unmatched.table"), QStringLiteral("Ada Okoro"));
                        visit.picture(QStringLiteral("unmatched"));
                        return hand.text(QStringLiteral("unmatchedTitle")) == QLatin1String{"Ada Okoro"}
                                   ? QStringLiteral("with the name of the person")
                                   : hand.text(QStringLiteral("unmatchedTitle"));
                    });
    visit.film.step(QStringLiteral("They look for the check by the customer's reference, and assign it"),
                    QStringLiteral("Assigned"), [&] {
                        hand.type(QStringLiteral("unmatched.search"), reference);
                        hand.press(QStringLiteral("unmatched.find"));
                        hand.wait(QStringLiteral("unmatched.candidates"));
                        visit.picture(QStringLiteral("unmatched-candidates"));
                        hand.press(QStringLiteral("unmatched.assign"));
                        hand.wait(QStringLiteral("unmatched.done"));
                        visit.picture(QStringLiteral("unmatched-assigned"));
                        return hand.reads(QStringLiteral("Assigned")) ? QStringLiteral("Assigned") : QString{};
                    });
    // Where there is a verdict, the card shows no state beside it.
    visit.film.step(QStringLiteral("The check has its verdict now"), QStringLiteral("Review"), [&] {
        visit.openCase(reference);
        hand.waitUntil([&] { return !hand.text(QStringLiteral("case.checkVerdict")).isEmpty(); });
        visit.picture(QStringLiteral("unmatched-case"));
        QStringList shown{hand.text(QStringLiteral("case.checkState")), hand.text(QStringLiteral("case.checkVerdict"))};
        shown.removeAll({});
        return shown.join(QLatin1Char{' '});
    });
}

void soundChapter(Visit& visit) {
    visit.film.step(
        QStringLiteral("The store is sound"), QStringLiteral("nothing that the events do not explain"), [&] {
            visit.backend.stop();
            QString said;
            return visit.backend.storeIsSound(&said) ? QStringLiteral("nothing that the events do not explain")
                                                     : said.left(400);
        });
}

}  // namespace verdesk::tour
