#include "tour/visit.h"

#include "desk/desk_session.h"
#include "ui/shell/main_window.h"

#include <QComboBox>
#include <QSignalSpy>

#include <stdexcept>

namespace verdesk::tour {

void openDesk(ui::DeskApplication& desk) {
    QSignalSpy ready{&desk, &ui::DeskApplication::readyToSignIn};
    desk.show();
    desk.window().resize(1366, 768);
    if (ready.isEmpty() && !ready.wait(20'000)) {
        throw std::runtime_error{"nobody can sign in"};
    }
}

void Visit::picture(const QString& name) {
    film.picture(name, hand.window(), desk.theme());
}

void Visit::signIn(const stage::Person& person) {
    hand.wait(QStringLiteral("signIn.name"));
    hand.type(QStringLiteral("signIn.name"), person.name);
    hand.type(QStringLiteral("signIn.password"), person.password);
    hand.press(QStringLiteral("signIn.submit"));
    hand.wait(QStringLiteral("nav.verify"));
}

void Visit::signOut() {
    desk.session().signOut();
    hand.wait(QStringLiteral("signIn.name"));
}

void fillInForm(Hand& hand, const QString& reference) {
    hand.wait(QStringLiteral("newCheckPage"));
    hand.type(QStringLiteral("referenceField"), reference);
    auto* purpose = qobject_cast<QComboBox*>(hand.wait(QStringLiteral("purposeBox")));
    if (purpose == nullptr || !hand.waitUntil([&] { return purpose->count() > 1; })) {
        throw std::runtime_error{"there is no purpose to choose"};
    }
    purpose->setFocus(Qt::TabFocusReason);
    if (purpose->currentIndex() < 1) {
        hand.key(Qt::Key_Down);
    }
    hand.check(QStringLiteral("consentBox"));
    hand.check(QStringLiteral("attestationBox"));
}

void Visit::startCheck(const QString& reference, const QString& card) {
    fillInForm(hand, reference);
    hand.press(card);
}

QString Visit::startQr(const QString& reference) {
    startCheck(reference, QStringLiteral("flowCard.passid.qr"));
    hand.wait(QStringLiteral("qrSessionPage"));
    return hand.text(QStringLiteral("sessionCode"));
}

void Visit::startToken(const QString& reference, const QString& token) {
    startCheck(reference, QStringLiteral("flowCard.passid.token"));
    hand.wait(QStringLiteral("tokenPage"));
    hand.type(QStringLiteral("tokenLine"), token);
    hand.key(Qt::Key_Return);
}

void Visit::nextCustomer() {
    for (const auto* way : {"finishButton", "closeCase"}) {
        if (hand.sees(QLatin1String{way})) {
            hand.press(QLatin1String{way});
            break;
        }
    }
    if (!hand.waitUntil([&] { return hand.sees(QStringLiteral("newCheckPage")); })) {
        picture(QStringLiteral("stuck"));
        throw std::runtime_error{"there is no form for the next customer"};
    }
}

}  // namespace verdesk::tour
