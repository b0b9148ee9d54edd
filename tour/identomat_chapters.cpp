// Checks at Identomat: its page in a frame and on its own, video calls with one person and several, and answers that
// are not believed.
#include "tour/backend_eye.h"
#include "tour/browser_visit.h"
#include "tour/stillness.h"

namespace verdesk::tour {
namespace {

constexpr int severalQuestionsMs = 8'000;  // the backend asks every two seconds at first, then less often

QJsonObject as(const char* person) {
    return {{QStringLiteral("person"), QLatin1String{person}}};
}

}  // namespace

void identomatChapter(Visit& visit) {
    auto& hand = visit.hand;
    BrowserVisit frame{visit, identomatFrame()};
    BackendEye eye{visit.backend};
    const auto framed = QStringLiteral("C-2231-651");
    visit.film.step(
        QStringLiteral("Identomat's page is opened in a frame"), QStringLiteral("its own address is shown"), [&] {
            frame.open(framed);
            const bool shown = frame.isShown();
            visit.picture(QStringLiteral("identomat"));
            return shown ? QStringLiteral("its own address is shown") : hand.text(QStringLiteral("widgetOrigin"));
        });
    visit.film.step(QStringLiteral("The page says DONE, and what came of it is asked for"),
                    QStringLiteral("Pass, 4 kept"), [&] {
                        frame.act(QStringLiteral("approve"), as("nino"));
                        const auto seen = frame.verdict();
                        hand.waitUntil([&] { return eye.kept(framed) == 4; });
                        visit.picture(QStringLiteral("identomat-claims"));
                        return seen + QStringLiteral(", %1 kept").arg(eye.kept(framed));
                    });
    visit.nextCustomer();
    auto onTop = identomatFrame();
    onTop.card = QStringLiteral("flowCard.identomat.redirect");
    BrowserVisit redirect{visit, onTop};
    visit.film.step(QStringLiteral("Identomat's page on its own comes back by return_url"),
                    QStringLiteral("/return/identomat: Pass"), [&] {
                        redirect.open(QStringLiteral("C-2231-652"));
                        redirect.isShown();
                        visit.picture(QStringLiteral("identomat-redirect"));
                        const auto back =
                            redirect.session()[QLatin1String{"flags"}][QLatin1String{"return_url"}].toString();
                        redirect.act(QStringLiteral("approve"), as("emil"));
                        const auto seen = redirect.verdict();
                        return QString{back}.remove(visit.backend.publicOrigin()) + QStringLiteral(": ") + seen;
                    });
    visit.nextCustomer();
    struct Person {
        const char* id;
        const char* reference;
        const char* name;
        const char* expected;
        const char* picture;
    };
    const Person people[] = {{"sofia", "C-2231-654", "The face is another one's", "Fail", "identomat-fail"},
                             {"irina", "C-2231-655", "The document contradicts itself", "Review", "identomat-mismatch"},
                             {"oleg", "C-2231-656", "A screening has an open match", "Review", "identomat-screening"},
                             {"jonas", "C-2231-657", "Somebody at Identomat has to decide", "Review", nullptr}};
    for (const auto& person : people) {
        visit.film.step(QLatin1String{person.name}, QLatin1String{person.expected}, [&] {
            frame.open(QLatin1String{person.reference});
            frame.act(QStringLiteral("finish"), as(person.id));
            auto seen = frame.verdict();
            if (person.picture != nullptr) {
                visit.picture(QLatin1String{person.picture});
            }
            return seen;
        });
        visit.nextCustomer();
    }
    visit.film.step(QStringLiteral("The customer does not agree to Identomat's terms"), QStringLiteral("VD-C002"), [&] {
        frame.open(QStringLiteral("C-2231-653"));
        frame.act(QStringLiteral("disagree"));
        return frame.outcome();
    });
    visit.nextCustomer();
}

void videoCallChapter(Visit& visit) {
    auto& hand = visit.hand;
    const auto reference = QStringLiteral("C-2231-671");
    auto flow = identomatFrame();
    flow.card = QStringLiteral("flowCard.identomat_call.widget");
    flow.asksStaff = true;
    BrowserVisit call{visit, flow};
    BrowserVisit another{visit, flow};
    visit.film.step(QStringLiteral("The customer shows a document and joins a video call"),
                    QStringLiteral("Camera allowed, Microphone allowed"), [&] {
                        call.open(reference);
                        call.pressOn();  // agrees
                        call.pressOn();  // shows the document
                        call.pressOn();  // joins
                        hand.wait(QStringLiteral("widgetMicrophone"));
                        visit.rest(700);
                        visit.picture(QStringLiteral("identomat-call"));
                        return hand.text(QStringLiteral("widgetCamera")) + QStringLiteral(", ") +
                               hand.text(QStringLiteral("widgetMicrophone"));
                    });
    visit.film.step(QStringLiteral("Somebody else is added to it"),
                    QStringLiteral("a page of their own, in the same call"), [&] {
                        hand.press(QStringLiteral("addParticipant"));
                        hand.wait(QStringLiteral("formPage"));
                        visit.picture(QStringLiteral("identomat-participant-form"));
                        another.startFromForm();
                        another.arrive();
                        another.isShown();
                        visit.picture(QStringLiteral("identomat-participant"));
                        const auto parent = another.session()[QLatin1String{"parent"}].toString();
                        return parent == call.session()[QLatin1String{"token"}].toString()
                                   ? QStringLiteral("a page of their own, in the same call")
                                   : QStringLiteral("in the call ") + parent;
                    });
    visit.film.step(QStringLiteral("Both say goodbye, and each has a result"),
                    QStringLiteral("Pass, and Pass of a participant"), [&] {
                        another.act(QStringLiteral("approve"), as("emil"));
                        const auto theirs = another.verdict();
                        visit.backTo(reference);
                        hand.wait(QStringLiteral("widgetPage"));
                        call.pressOn();  // ends the call
                        const auto seen = call.verdict();
                        visit.openCase(reference);
                        visit.picture(QStringLiteral("identomat-call-case"));
                        BackendEye eye{visit.backend};
                        const auto all = eye.verifications(reference);
                        const bool isParticipant = all.size() == 2 && all[1][QLatin1String{"parent"}].toString() ==
                                                                          all[0][QLatin1String{"id"}].toString();
                        return seen + QStringLiteral(", and ") + theirs +
                               (isParticipant ? QStringLiteral(" of a participant") : QString{});
                    });
    hand.press(QStringLiteral("nav.verify"));
    visit.nextCustomer();
}

void identomatRefusalsChapter(Visit& visit) {
    auto& hand = visit.hand;
    BrowserVisit frame{visit, identomatFrame()};
    BackendEye eye{visit.backend};
    const auto forgedFor = QStringLiteral("C-2231-681");
    visit.film.step(
        QStringLiteral("Somebody forges a callback, with another key and with none"),
        QStringLiteral("401, 401, and nothing changes"), [&] {
            frame.open(forgedFor);
            const Stillness still{visit, eye, forgedFor};
            const QJsonObject approved{{QStringLiteral("sessionId"), frame.session()[QLatin1String{"token"}]},
                                       {QStringLiteral("status"), QStringLiteral("approved")}};
            QStringList answers;
            for (const auto& [how, value] : {std::pair{"callbackApiKey", QJsonValue{QStringLiteral("guessed")}},
                                             std::pair{"withoutKey", QJsonValue{true}}}) {
                auto forged = approved;
                forged[QLatin1String{how}] = value;
                const auto delivery = frame.control("POST", QStringLiteral("callback"), forged);
                answers << QString::number(
                    delivery[QLatin1String{"attempts"}].toArray().last()[QLatin1String{"status"}].toInt());
            }
            return answers.join(QStringLiteral(", ")) + still.inWords();
        });
    const auto refused = [&] {
        const auto code = frame.outcome();
        return code + (hand.sees(QStringLiteral("useFallback")) ? QStringLiteral(", and another check") : QString{});
    };
    visit.film.step(QStringLiteral("A result with a bad HMAC is not believed"),
                    QStringLiteral("it goes on waiting; signed, it is Pass"), [&] {
                        frame.setFaults({{QStringLiteral("badSignature"), true}});
                        frame.act(QStringLiteral("approve"), as("nino"));
                        hand.wait(QStringLiteral("waitingPage"));
                        visit.rest(severalQuestionsMs);
                        visit.picture(QStringLiteral("identomat-bad-hmac"));
                        const bool waits = hand.sees(QStringLiteral("waitingPage"));
                        frame.clear();
                        return (waits ? QStringLiteral("it goes on waiting; signed, it is ")
                                      : QStringLiteral("believed; signed, it is ")) +
                               frame.verdict();
                    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("A session that is answered with one is not opened"),
                    QStringLiteral("VD-F202, and another check"), [&] {
                        frame.setFaults({{QStringLiteral("badSignature"), true}});
                        visit.startCheck(QStringLiteral("C-2231-682"), identomatFrame().card);
                        auto seen = refused();
                        frame.clear();
                        return seen;
                    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("Identomat answers COMPANY_KEY_INVALID"), QStringLiteral("VD-F203"), [&] {
        frame.setFaults({{QStringLiteral("companyKeyInvalid"), true}});
        visit.startCheck(QStringLiteral("C-2231-683"), identomatFrame().card);
        auto seen = refused();
        visit.picture(QStringLiteral("identomat-key-invalid"));
        frame.clear();
        return seen;
    });
    visit.nextCustomer();
}

}  // namespace verdesk::tour
