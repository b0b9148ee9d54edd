#include "tour/browser_visit.h"

#include <stdexcept>

namespace verdesk::tour {
namespace {

constexpr int resultMs = 20'000;  // a provider looks at what it was sent for a while
constexpr int fadeInMs = 700;

}  // namespace

BrowserFlow passportIoWidget() {
    return {QStringLiteral("passport_io"), QStringLiteral("flowCard.passport_io.widget"), false,
            QStringLiteral("opened")};
}

BrowserFlow authenteqRedirect() {
    return {QStringLiteral("authenteq"), QStringLiteral("flowCard.authenteq.redirect")};
}

BrowserFlow passbaseButton() {
    return {QStringLiteral("passbase"),
            QStringLiteral("flowCard.passbase.widget"),
            true,
            QStringLiteral("open"),
            QStringLiteral("id"),
            QColor{0x14, 0x50, 0xd2}};
}

BrowserFlow identomatFrame() {
    return {QStringLiteral("identomat"),
            QStringLiteral("flowCard.identomat.widget"),
            false,
            QStringLiteral("open"),
            QStringLiteral("token"),
            QColor{0x0b, 0x6e, 0x6e}};
}

BrowserVisit::BrowserVisit(Visit& visit, BrowserFlow flow) : visit_{visit}, flow_{std::move(flow)} {
    id_ = sessions().last()[flow_.idMember].toString();
}

void BrowserVisit::open(const QString& reference, const FilledIn& form) {
    start(reference, form);
    arrive();
}

void BrowserVisit::start(const QString& reference, const FilledIn& form) {
    auto& hand = visit_.hand;
    visit_.startCheck(reference, flow_.card);
    if (!flow_.asksStaff) {
        hand.wait(QStringLiteral("widgetPage"));
        return;
    }
    hand.wait(QStringLiteral("formPage"));
    for (const auto& [question, answer] : form) {
        hand.type(QStringLiteral("answer.") + question, answer);
    }
    startFromForm();
}

void BrowserVisit::startFromForm() {
    visit_.hand.press(QStringLiteral("formStart"));
    visit_.hand.wait(QStringLiteral("widgetPage"));
}

void BrowserVisit::arrive() {
    auto& hand = visit_.hand;
    if (flow_.card.endsWith(QStringLiteral(".redirect"))) {
        hand.press(QStringLiteral("providerButton"));
    }
    const auto before = id_;
    const bool there = hand.waitUntil([&] {
        const auto last = sessions().last().toObject();
        const auto id = last[flow_.idMember].toString();
        if (last[QLatin1String{"status"}].toString() != flow_.opened || id == before) {
            return false;
        }
        id_ = id;
        return true;
    });
    if (!there || !hand.waitUntil([&] { return hand.sees(QStringLiteral("widgetView")); })) {
        throw std::runtime_error{"the provider's page was not opened"};
    }
}

void BrowserVisit::pressOn() {
    visit_.hand.clickOn(QStringLiteral("widgetView"), flow_.colour);
}

QJsonArray BrowserVisit::sessions() {
    return control("GET", QStringLiteral("sessions"))[QLatin1String{"sessions"}].toArray();
}

QJsonObject BrowserVisit::session() {
    for (const auto& each : sessions()) {
        if (each.toObject()[flow_.idMember].toString() == id_) {
            return each.toObject();
        }
    }
    return {};
}

QJsonObject BrowserVisit::act(const QString& act, const QJsonObject& how) {
    return control("POST", QStringLiteral("sessions/") + id_ + QLatin1Char{'/'} + act, how);
}

QJsonObject BrowserVisit::control(const QByteArray& method, const QString& what, const QJsonObject& body) {
    return visit_.sandbox.http().must(method, QStringLiteral("/control/") + flow_.provider + QLatin1Char{'/'} + what,
                                      body);
}

QJsonArray BrowserVisit::deliveries() {
    return control("GET", QStringLiteral("deliveries"))[QLatin1String{"deliveries"}].toArray();
}

void BrowserVisit::setPage(const QJsonObject& tricks) {
    control("PUT", QStringLiteral("page"), tricks);
}

void BrowserVisit::setFaults(const QJsonObject& faults) {
    control("PUT", QStringLiteral("faults"), faults);
}

QString BrowserVisit::report(const QString& what) {
    QString result;
    visit_.hand.waitUntil([&] {
        for (const auto& each : control("GET", QStringLiteral("page"))[QLatin1String{"reports"}].toArray()) {
            if (each[QLatin1String{"what"}].toString() == what) {
                result = each[QLatin1String{"result"}].toString();
            }
        }
        return !result.isEmpty();
    });
    return result;
}

void BrowserVisit::clear() {
    control("DELETE", QStringLiteral("page"));
    control("DELETE", QStringLiteral("faults"));
}

bool BrowserVisit::isShown() {
    const auto base = visit_.sandbox.told(flow_.provider.toLatin1().constData(), "base");
    const bool shown = visit_.hand.waitUntil([&] {
        const auto origin = visit_.hand.text(QStringLiteral("widgetOrigin"));
        return origin.contains(QStringLiteral(".localhost")) && base.contains(origin);
    });
    visit_.rest(fadeInMs);
    return shown;
}

QString BrowserVisit::verdict() {
    visit_.hand.wait(QStringLiteral("claimSummaryPage"), resultMs);
    return visit_.hand.text(QStringLiteral("verdictChip"));
}

QString BrowserVisit::scoreAndVerdict() {
    const auto seen = verdict();
    return visit_.hand.text(QStringLiteral("scoreValue")) + QLatin1Char{' '} + seen;
}

QString BrowserVisit::outcome() {
    visit_.hand.wait(QStringLiteral("outcomePage"));
    return visit_.hand.text(QStringLiteral("outcomeCode")).section(QLatin1Char{' '}, 1, 1);
}

void BrowserVisit::cancel() {
    visit_.hand.press(QStringLiteral("cancelButton"));
    if (visit_.hand.waitUntil([&] { return visit_.hand.sees(QStringLiteral("cancelYes")); }, 1'000)) {
        visit_.hand.press(QStringLiteral("cancelYes"));
    }
}

}  // namespace verdesk::tour
