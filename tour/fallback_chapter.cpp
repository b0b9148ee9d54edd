// An account that does not answer: after some failures the backend leaves it alone, and the desk offers what to use
// instead, with everything that was typed.
#include "tour/browser_visit.h"

#include <QAbstractButton>

namespace verdesk::tour {
namespace {

constexpr int mostFailures = 8;  // the backend leaves an account alone after fewer

// Starts again until the backend does not even try any more.
bool tryUntilLeftAlone(Visit& visit) {
    auto& hand = visit.hand;
    for (int i = 0; i < mostFailures; ++i) {
        hand.press(QStringLiteral("tryAgain"));
        hand.waitUntil([&] { return !hand.sees(QStringLiteral("outcomePage")); }, 1'000);
        hand.waitUntil(
            [&] { return hand.sees(QStringLiteral("outcomePage")) || hand.sees(QStringLiteral("openCaseCard")); },
            30'000);
        if (hand.sees(QStringLiteral("openCaseCard"))) {
            return true;
        }
    }
    return false;
}

bool isChecked(Hand& hand, const QString& name) {
    auto* box = qobject_cast<QAbstractButton*>(hand.wait(name));
    return box != nullptr && box->isChecked();
}

}  // namespace

void fallbackChapter(Visit& visit) {
    BrowserVisit widget{visit, passportIoWidget()};
    auto& hand = visit.hand;
    visit.film.step(QStringLiteral("Passport.io does not answer"), QStringLiteral("VD-F201, and another check"), [&] {
        widget.setFaults({{QStringLiteral("route"), QStringLiteral("token")}, {QStringLiteral("dropBefore"), 100}});
        visit.startCheck(QStringLiteral("C-2231-541"), QStringLiteral("flowCard.passport_io.widget"));
        const auto code = widget.outcome();
        visit.picture(QStringLiteral("account-down"));
        return code + (hand.sees(QStringLiteral("useFallback")) ? QStringLiteral(", and another check") : QString{});
    });
    visit.film.step(QStringLiteral("It fails again and again"), QStringLiteral("it is left alone for a moment"), [&] {
        const bool spared = tryUntilLeftAlone(visit);
        hand.press(QStringLiteral("leaveCase"));
        return spared ? QStringLiteral("it is left alone for a moment") : QStringLiteral("it is asked on and on");
    });
    const auto reference = QStringLiteral("C-2231-542");
    visit.film.step(QStringLiteral("The next customer is told at once, and of another check"),
                    QStringLiteral("everything typed is kept"), [&] {
                        visit.startCheck(reference, QStringLiteral("flowCard.passport_io.widget"));
                        hand.wait(QStringLiteral("useFallback"));
                        visit.picture(QStringLiteral("fallback-offered"));
                        const bool kept = hand.text(QStringLiteral("referenceField")) == reference &&
                                          isChecked(hand, QStringLiteral("consentBox")) &&
                                          isChecked(hand, QStringLiteral("attestationBox"));
                        return kept ? QStringLiteral("everything typed is kept") : QStringLiteral("something is gone");
                    });
    visit.film.step(QStringLiteral("Staff take it, and it completes"), QStringLiteral("812 Pass"), [&] {
        hand.press(QStringLiteral("useFallback"));
        hand.wait(QStringLiteral("qrSessionPage"));
        visit.sandbox.approve(hand.text(QStringLiteral("sessionCode")));
        const auto verdict = widget.verdict();
        visit.picture(QStringLiteral("fallback-claims"));
        return hand.text(QStringLiteral("scoreValue")) + QLatin1Char{' '} + verdict;
    });
    widget.clear();
    visit.nextCustomer();
}

}  // namespace verdesk::tour
