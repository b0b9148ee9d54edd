// What a provider finds out when all is done and decided.
#include "tour/browser_visit.h"

namespace verdesk::tour {

void lateFindingChapter(Visit& visit) {
    auto& hand = visit.hand;
    const auto reference = QStringLiteral("C-2231-631");
    BrowserVisit button{visit, passbaseButton()};
    visit.film.step(QStringLiteral("An officer approves a customer who is in order"),
                    QStringLiteral("Pass, approved and closed"), [&] {
                        button.start(reference, {{QStringLiteral("email"), QStringLiteral("ines@customers.example")}});
                        button.pressOn();
                        button.arrive();
                        button.act(QStringLiteral("submit"), {{QStringLiteral("person"), QStringLiteral("ines")}});
                        const auto seen = button.verdict();
                        visit.leaveOpen();
                        visit.signOut();
                        visit.signIn(visit.backend.officer());
                        visit.openCase(reference);
                        hand.press(QStringLiteral("case.approve"));
                        hand.type(QStringLiteral("decision.reason"), QStringLiteral("Everything is in order."));
                        hand.press(QStringLiteral("decision.confirm"));
                        hand.wait(QStringLiteral("case.done"));
                        const bool closed = hand.reads(QStringLiteral("Approved. The case is closed."));
                        return seen +
                               (closed ? QStringLiteral(", approved and closed") : QStringLiteral(", still open"));
                    });
    visit.film.step(
        QStringLiteral("Long after, Passbase finds the customer on a watch list"),
        QStringLiteral("Review, open again, and whoever looks is told"), [&] {
            button.control(
                "POST",
                QStringLiteral("identities/%1/watchlist").arg(button.session()[QLatin1String{"key"}].toString()));
            hand.wait(QStringLiteral("case.newFinding"));
            visit.picture(QStringLiteral("late-finding"));
            const bool open = hand.sees(QStringLiteral("case.approve"));
            return hand.text(QStringLiteral("case.verdict")) +
                   (open ? QStringLiteral(", open again") : QStringLiteral(", still closed")) +
                   (hand.reads(QStringLiteral("New finding since the decision"))
                        ? QStringLiteral(", and whoever looks is told")
                        : QString{});
        });
    visit.film.step(QStringLiteral("The list of cases says so, too"), QStringLiteral("New finding, Review"), [&] {
        hand.press(QStringLiteral("case.back"));
        QString seen;
        hand.waitUntil([&] { return (seen = visit.inTheList(reference)).startsWith(QStringLiteral("New")); });
        visit.picture(QStringLiteral("late-finding-cases"));
        return seen;
    });
}

}  // namespace verdesk::tour
