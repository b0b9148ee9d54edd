#include "tour/browser_visit.h"

#include <QJsonArray>

#include <stdexcept>

namespace verdesk::tour {

QString BrowserVisit::path(const QString& what) const {
    return QStringLiteral("/control/") + provider_ + QLatin1Char{'/'} + what;
}

void BrowserVisit::open(const QString& reference) {
    const auto before = id_;
    const bool isWidget = provider_ == QLatin1String{"passport_io"};
    visit_.startCheck(reference, isWidget ? QStringLiteral("flowCard.passport_io.widget")
                                          : QStringLiteral("flowCard.authenteq.redirect"));
    visit_.hand.wait(QStringLiteral("widgetPage"));
    if (!isWidget) {
        visit_.hand.press(QStringLiteral("providerButton"));
    }
    const auto opened = isWidget ? QStringLiteral("opened") : QStringLiteral("open");
    const bool there = visit_.hand.waitUntil([&] {
        const auto sessions = visit_.sandbox.http().must("GET", path(QStringLiteral("sessions")));
        const auto last = sessions[QLatin1String{"sessions"}].toArray().last().toObject();
        if (last[QLatin1String{"status"}].toString() != opened || last[QLatin1String{"id"}].toString() == before) {
            return false;
        }
        id_ = last[QLatin1String{"id"}].toString();
        return true;
    });
    if (!there || !visit_.hand.waitUntil([&] { return visit_.hand.sees(QStringLiteral("widgetView")); })) {
        throw std::runtime_error{"the provider's page was not opened"};
    }
}

QJsonObject BrowserVisit::session() {
    for (const auto& each :
         visit_.sandbox.http().must("GET", path(QStringLiteral("sessions")))[QLatin1String{"sessions"}].toArray()) {
        if (each.toObject()[QLatin1String{"id"}].toString() == id_) {
            return each.toObject();
        }
    }
    return {};
}

QJsonObject BrowserVisit::act(const QString& act, const QJsonObject& how) {
    return visit_.sandbox.http().must("POST", path(QStringLiteral("sessions/") + id_ + QLatin1Char{'/'} + act), how);
}

void BrowserVisit::setPage(const QJsonObject& tricks) {
    visit_.sandbox.http().must("PUT", path(QStringLiteral("page")), tricks);
}

void BrowserVisit::setFaults(const QJsonObject& faults) {
    visit_.sandbox.http().must("PUT", path(QStringLiteral("faults")), faults);
}

QString BrowserVisit::report(const QString& what) {
    QString result;
    visit_.hand.waitUntil([&] {
        const auto page = visit_.sandbox.http().must("GET", path(QStringLiteral("page")));
        for (const auto& each : page[QLatin1String{"reports"}].toArray()) {
            if (each[QLatin1String{"what"}].toString() == what) {
                result = each[QLatin1String{"result"}].toString();
            }
        }
        return !result.isEmpty();
    });
    return result;
}

void BrowserVisit::clear() {
    visit_.sandbox.http().must("DELETE", path(QStringLiteral("page")));
    visit_.sandbox.http().must("DELETE", path(QStringLiteral("faults")));
}

QString BrowserVisit::verdict() {
    visit_.hand.wait(QStringLiteral("claimSummaryPage"));
    return visit_.hand.text(QStringLiteral("verdictChip"));
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
