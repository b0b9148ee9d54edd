// Checks at Passbase: its button in the desk, its hosted link, customers whom it knows already, and what its webhooks
// may and may not do.
#include "tour/backend_eye.h"
#include "tour/browser_visit.h"
#include "tour/stillness.h"

namespace verdesk::tour {
namespace {

const auto first = QStringLiteral("C-2231-601");

// An address of their own for each customer: Passbase tells by it whom it knows.
FilledIn addressOf(const QString& reference) {
    return {{QStringLiteral("email"), reference.toLower() + QStringLiteral("@customers.example")}};
}

// Up to the provider's page, which begins when the customer presses its button.
void openButton(BrowserVisit& button, const QString& reference) {
    button.start(reference, addressOf(reference));
    button.pressOn();
    button.arrive();
}

// Whether what goes along, sealed, is of this very check.
bool isMarked(const QJsonObject& session, BackendEye& eye, const QString& reference) {
    const auto named = session[QLatin1String{"metadata"}][QLatin1String{"verification"}].toString();
    return !named.isEmpty() && named == eye.verification(reference)[QLatin1String{"id"}].toString();
}

QString statusOf(const QJsonObject& delivery) {
    return QString::number(delivery[QLatin1String{"attempts"}].toArray().last()[QLatin1String{"status"}].toInt());
}

// Those after the first `known`, in the order in which they were first brought; once they all were.
QStringList inOrderOfArrival(Visit& visit, BrowserVisit& browser, qsizetype known, qsizetype count) {
    QMap<QString, QString> byTime;
    visit.hand.waitUntil([&] {
        byTime.clear();
        const auto all = browser.deliveries();
        for (auto i = known; i < all.size(); ++i) {
            const auto attempts = all[i][QLatin1String{"attempts"}].toArray();
            if (!attempts.isEmpty()) {
                byTime[attempts.first()[QLatin1String{"at"}].toString()] = all[i][QLatin1String{"type"}].toString();
            }
        }
        return byTime.size() == count;
    });
    return byTime.values();
}

}  // namespace

void passbaseChapter(Visit& visit) {
    // The officer was here last.
    visit.signOut();
    visit.signIn(visit.backend.teller());
    auto& hand = visit.hand;
    BrowserVisit button{visit, passbaseButton()};
    BackendEye eye{visit.backend};
    const auto address = addressOf(first).first().second;
    visit.film.step(QStringLiteral("Before a check at Passbase, staff may fill in an address"), address, [&] {
        visit.startCheck(first, passbaseButton().card);
        hand.wait(QStringLiteral("formPage"));
        hand.type(QStringLiteral("answer.email"), address);
        visit.picture(QStringLiteral("passbase-form"));
        return hand.text(QStringLiteral("answer.email"));
    });
    visit.film.step(QStringLiteral("Passbase's button is shown"), QStringLiteral("its own address is shown"), [&] {
        button.startFromForm();
        const bool shown = button.isShown();
        visit.picture(QStringLiteral("passbase-button"));
        return shown ? QStringLiteral("its own address is shown") : hand.text(QStringLiteral("widgetOrigin"));
    });
    visit.film.step(
        QStringLiteral("The customer presses it"), address + QStringLiteral(", and this check's own number"), [&] {
            button.pressOn();
            button.arrive();
            visit.picture(QStringLiteral("passbase-consent"));
            const auto session = button.session();
            return session[QLatin1String{"email"}].toString() + (isMarked(session, eye, first)
                                                                     ? QStringLiteral(", and this check's own number")
                                                                     : QStringLiteral(", and nothing of this check"));
        });
    visit.film.step(QStringLiteral("The customer sends a face and a document, and Passbase looks at them"),
                    QStringLiteral("0.94 Pass"), [&] {
                        button.act(QStringLiteral("submit"), {{QStringLiteral("person"), QStringLiteral("maja")},
                                                              {QStringLiteral("processingMs"), 8'000}});
                        hand.wait(QStringLiteral("waitingPage"));
                        visit.picture(QStringLiteral("passbase-waiting"));
                        auto seen = button.scoreAndVerdict();
                        visit.picture(QStringLiteral("passbase-claims"));
                        return seen;
                    });
    visit.nextCustomer();
    struct Person {
        const char* id;
        const char* reference;
        const char* name;
        const char* expected;
        const char* picture;
    };
    const Person people[] = {
        {"joao", "C-2231-604", "A score between the account's thresholds", "0.78 Review", "passbase-review"},
        {"tilda", "C-2231-605", "Passbase declines", "0.41 Fail", "passbase-fail"},
        {"henrik", "C-2231-607", "A customer who stands on a watch list", "0.91 Review", "passbase-listed"}};
    for (const auto& person : people) {
        visit.film.step(QLatin1String{person.name}, QLatin1String{person.expected}, [&] {
            openButton(button, QLatin1String{person.reference});
            button.act(QStringLiteral("submit"), {{QStringLiteral("person"), QLatin1String{person.id}}});
            auto seen = button.scoreAndVerdict();
            visit.picture(QLatin1String{person.picture});
            return seen;
        });
        visit.nextCustomer();
    }
    visit.film.step(QStringLiteral("The customer cancels on Passbase's page"), QStringLiteral("VD-C002"), [&] {
        openButton(button, QStringLiteral("C-2231-606"));
        button.act(QStringLiteral("fail"), {{QStringLiteral("code"), QStringLiteral("CANCELLED_BY_USER")}});
        return button.outcome();
    });
    visit.nextCustomer();
}

void passbaseEventsChapter(Visit& visit) {
    BrowserVisit button{visit, passbaseButton()};
    BackendEye eye{visit.backend};
    const auto silent = QStringLiteral("C-2231-602");
    visit.film.step(QStringLiteral("The page says nothing, and an encrypted webhook brings the result"),
                    QStringLiteral("text/plain, sealed, taken: 0.94 Pass"), [&] {
                        button.setPage({{QStringLiteral("silent"), true}});
                        openButton(button, silent);
                        button.act(QStringLiteral("submit"), {{QStringLiteral("person"), QStringLiteral("maja")}});
                        const auto seen = button.scoreAndVerdict();
                        button.clear();
                        QJsonObject last;  // its answer may come after what it brought
                        visit.hand.waitUntil([&] {
                            last = button.deliveries().last().toObject();
                            return statusOf(last) == QLatin1String{"200"};
                        });
                        const auto body = last[QLatin1String{"body"}].toString();
                        const bool sealed = !body.isEmpty() &&
                                            !body.contains(button.session()[QLatin1String{"key"}].toString()) &&
                                            !QByteArray::fromBase64(body.toLatin1()).contains("event");
                        return last[QLatin1String{"headers"}][QLatin1String{"Content-Type"}].toString() +
                               (sealed ? QStringLiteral(", sealed") : QStringLiteral(", readable")) +
                               (statusOf(last) == QLatin1String{"200"} ? QStringLiteral(", taken: ")
                                                                       : QStringLiteral(", refused: ")) +
                               seen;
                    });
    visit.film.step(QStringLiteral("One with bad padding, one that holds no JSON, and one that is not encrypted"),
                    QStringLiteral("401, 401, 401, and nothing changes"), [&] {
                        const Stillness still{visit, eye, silent};
                        const QJsonObject declined{{QStringLiteral("event"), QStringLiteral("VERIFICATION_REVIEWED")},
                                                   {QStringLiteral("key"), button.session()[QLatin1String{"key"}]},
                                                   {QStringLiteral("status"), QStringLiteral("declined")}};
                        QStringList answers;
                        for (const auto& [how, value] : {std::pair{"badPadding", QJsonValue{true}},
                                                         std::pair{"text", QJsonValue{QStringLiteral("declined")}},
                                                         std::pair{"encrypted", QJsonValue{false}}}) {
                            auto forged = declined;
                            forged[QLatin1String{how}] = value;
                            answers << statusOf(button.control("POST", QStringLiteral("webhook"), forged));
                        }
                        return answers.join(QStringLiteral(", ")) + still.inWords();
                    });
    visit.nextCustomer();
    const auto turned = QStringLiteral("C-2231-603");
    visit.film.step(QStringLiteral("Two webhooks come out of order"),
                    QStringLiteral("VERIFICATION_REVIEWED, VERIFICATION_COMPLETED: Pass, and nothing changes"), [&] {
                        button.setFaults({{QStringLiteral("reviewedFirst"), true}});
                        openButton(button, turned);
                        const auto known = button.deliveries().size();
                        button.act(QStringLiteral("submit"), {{QStringLiteral("person"), QStringLiteral("maja")}});
                        const auto seen = button.verdict();
                        const Stillness still{visit, eye, turned};  // between the two
                        const auto order = inOrderOfArrival(visit, button, known, 2);
                        button.clear();
                        return order.join(QStringLiteral(", ")) + QStringLiteral(": ") + seen + still.ofTheCheck();
                    });
    visit.nextCustomer();
}

void passbaseLinkChapter(Visit& visit) {
    auto flow = passbaseButton();
    flow.card = QStringLiteral("flowCard.passbase_link.redirect");
    BrowserVisit link{visit, flow};
    BackendEye eye{visit.backend};
    const auto kept = QStringLiteral("C-2231-611");
    visit.film.step(
        QStringLiteral("Passbase's hosted link is opened"), QStringLiteral("its own address is shown"), [&] {
            link.open(kept, addressOf(kept));
            const bool shown = link.isShown();
            visit.picture(QStringLiteral("passbase-link"));
            return shown ? QStringLiteral("its own address is shown") : visit.hand.text(QStringLiteral("widgetOrigin"));
        });
    visit.film.step(QStringLiteral("The customer sends there, and the pictures are kept"),
                    QStringLiteral("0.93 Pass, 3 kept"), [&] {
                        link.act(QStringLiteral("submit"), {{QStringLiteral("person"), QStringLiteral("ines")}});
                        const auto seen = link.scoreAndVerdict();
                        visit.hand.waitUntil([&] { return eye.kept(kept) == 3; });
                        visit.picture(QStringLiteral("passbase-documents"));
                        return seen + QStringLiteral(", %1 kept").arg(eye.kept(kept));
                    });
    visit.nextCustomer();
    const auto without = QStringLiteral("C-2231-612");
    visit.film.step(QStringLiteral("The account lacks the permission for documents"),
                    QStringLiteral("Review: refused_access"), [&] {
                        link.control("PUT", QStringLiteral("project"), {{QStringLiteral("documents"), false}});
                        link.open(without, addressOf(without));
                        link.act(QStringLiteral("submit"), {{QStringLiteral("person"), QStringLiteral("ines")}});
                        link.verdict();
                        visit.hand.waitUntil([&] { return eye.notKept(without).size() == 3; });
                        auto why = eye.notKept(without);
                        why.removeDuplicates();
                        visit.rest(700);
                        visit.picture(QStringLiteral("passbase-no-permission"));
                        const auto seen = link.verdict();
                        link.control("PUT", QStringLiteral("project"), {{QStringLiteral("documents"), true}});
                        return seen + QStringLiteral(": ") + why.join(QStringLiteral(", "));
                    });
    visit.nextCustomer();
}

void knownCustomerChapter(Visit& visit) {
    auto& hand = visit.hand;
    BrowserFlow flow{QStringLiteral("passbase"), QStringLiteral("flowCard.passbase_again.widget")};
    BrowserVisit again{visit, flow};
    BackendEye eye{visit.backend};
    visit.film.step(
        QStringLiteral("A check for customers whom Passbase knows, and one whom it does not"),
        QStringLiteral("said why, and not begun"), [&] {
            const auto why = QStringLiteral("Passbase does not know them");
            fillInForm(hand, QStringLiteral("C-2231-621"));
            hand.waitUntil([&] { return hand.reads(why); });
            visit.picture(QStringLiteral("passbase-unknown"));
            hand.press(flow.card);
            visit.rest(700);
            return (hand.reads(why) ? QStringLiteral("said why, and ") : QStringLiteral("not said why, and ")) +
                   (hand.sees(QStringLiteral("newCheckPage")) ? QStringLiteral("not begun") : QStringLiteral("begun"));
        });
    visit.film.step(QStringLiteral("The first customer of Passbase's comes again"), addressOf(first).first().second,
                    [&] {
                        again.open(first);
                        again.isShown();
                        visit.picture(QStringLiteral("passbase-known"));
                        return again.session()[QLatin1String{"email"}].toString();
                    });
    visit.film.step(QStringLiteral("A look into the camera is enough"),
                    QStringLiteral("IDENTITY_AUTHENTICATED: 0.94 Pass, liveness proven"), [&] {
                        const auto known = again.deliveries().size();
                        again.act(QStringLiteral("authenticate"));
                        const auto seen = again.scoreAndVerdict();
                        visit.picture(QStringLiteral("passbase-again"));
                        const auto alive = eye.claims(first, QStringLiteral("liveness_verified"));
                        return inOrderOfArrival(visit, again, known, 1).join(QStringLiteral(", ")) +
                               QStringLiteral(": ") + seen + QStringLiteral(", liveness ") +
                               (alive.isEmpty() ? QString{} : alive.first()[QLatin1String{"status"}].toString());
                    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("Somebody else looks into the camera"), QStringLiteral("VD-F202"), [&] {
        again.open(first);
        again.act(QStringLiteral("fail"),
                  {{QStringLiteral("code"), QStringLiteral("BIOMETRIC_AUTHENTICATION_FAILED")}});
        auto seen = again.outcome();
        visit.picture(QStringLiteral("passbase-another-face"));
        return seen;
    });
    visit.nextCustomer();
}

}  // namespace verdesk::tour
