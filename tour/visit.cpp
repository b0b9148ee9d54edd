#include "tour/visit.h"

#include "desk/desk_session.h"
#include "tour/phone.h"
#include "ui/cases/case_list_model.h"
#include "ui/shell/main_window.h"
#include "ui/verify/flow_card.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSignalSpy>
#include <QTableView>

#include <stdexcept>

namespace verdesk::tour {
namespace {

constexpr int offerMs = 3'000;

}  // namespace

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

void Visit::picture(const QString& name, Phone& phone) {
    film.picture(name, [&phone](const QString& file) { phone.picture(file); });
}

void Visit::rest(int ms) {
    hand.waitUntil([] { return false; }, ms);
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
    // What a check depends on is asked of the backend as soon as the reference stands.
    const auto* offered = qobject_cast<ui::FlowCard*>(hand.wait(card));
    hand.waitUntil([&] { return offered == nullptr || offered->reason().isEmpty(); }, offerMs);
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
        throw std::runtime_error{"there is no form for the next customer"};
    }
}

void Visit::leaveOpen() {
    hand.press(QStringLiteral("anotherCheck"));
    hand.press(QStringLiteral("leaveCase"));
    hand.wait(QStringLiteral("newCheckPage"));
}

void Visit::backTo(const QString& check) {
    for (auto* each : hand.window().findChildren<QAbstractButton*>()) {
        if (each->isVisible() && each->objectName().startsWith(QStringLiteral("runningCheck.")) &&
            each->accessibleName().startsWith(check)) {
            hand.press(each->objectName());
            return;
        }
    }
    throw std::runtime_error{"there is no check \"" + check.toStdString() + "\" in the strip"};
}

void Visit::openCase(const QString& reference) {
    hand.press(QStringLiteral("nav.cases"));
    if (hand.sees(QStringLiteral("case.back"))) {
        hand.press(QStringLiteral("case.back"));
    }
    hand.type(QStringLiteral("cases.filter"), reference);
    hand.wait(QStringLiteral("cases.table"))->setFocus();
    hand.key(Qt::Key_Home);
    hand.key(Qt::Key_Return);
    hand.wait(QStringLiteral("case"));
    hand.waitUntil([&] { return hand.reads(reference); });
}

QString Visit::inTheList(const QString& reference) {
    using Model = ui::CaseListModel;
    const auto* table = qobject_cast<QTableView*>(hand.wait(QStringLiteral("cases.table")));
    for (int row = 0; table != nullptr && row < table->model()->rowCount(); ++row) {
        const auto text = [&](Model::Column column) { return table->model()->index(row, column).data().toString(); };
        if (text(Model::reference) == reference) {
            QStringList parts{text(Model::state), text(Model::verdict)};
            parts.removeAll({});
            return parts.join(QStringLiteral(", "));
        }
    }
    return QStringLiteral("missing");
}

}  // namespace verdesk::tour
