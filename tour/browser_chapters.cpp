// Checks on a provider's own page, in the desk's embedded browser: what they are like when all goes well, and what
// happens when somebody else speaks, nobody does, or the page's process ends.
#include "tour/backend_eye.h"
#include "tour/browser_visit.h"
#include "tour/stage/inside.h"
#include "tour/stillness.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <csignal>

namespace verdesk::tour {
namespace {

constexpr auto review = "Review";

// 0 where there is no such process.
int parentOf(int process) {
    QFile stat{QStringLiteral("/proc/%1/stat").arg(process)};
    if (!stat.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const auto text = stat.readAll();
    return text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toInt();
}

bool isOurs(int process) {
    while (process > 1 && process != QCoreApplication::applicationPid()) {
        process = parentOf(process);
    }
    return process > 1;
}

QByteArray commandOf(int process) {
    QFile commandLine{QStringLiteral("/proc/%1/cmdline").arg(process)};
    return commandLine.open(QIODevice::ReadOnly) ? commandLine.readAll() : QByteArray{};
}

// Ends the processes that render pages, as a crash would: the children of Chromium's zygote, whose words they keep.
// True if there was one.
bool killRenderers() {
    bool any = false;
    for (const auto& entry : QDir{QStringLiteral("/proc")}.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        const auto process = entry.toInt();
        const bool fromZygote = commandOf(parentOf(process)).contains("--type=zygote");
        if (fromZygote && isOurs(process) && !commandOf(process).contains("--no-zygote-sandbox")) {
            any = ::kill(process, SIGKILL) == 0 || any;
        }
    }
    return any;
}

QString notice(Visit& visit) {
    visit.hand.wait(QStringLiteral("widgetNotice"), 30'000);
    return visit.hand.text(QStringLiteral("noticeCode")).section(QLatin1Char{' '}, 1, 1);
}

}  // namespace

void widgetChapter(Visit& visit) {
    BrowserVisit widget{visit, passportIoWidget()};
    auto& hand = visit.hand;
    visit.film.step(QStringLiteral("Passport.io's page is opened"), QStringLiteral("its own address is shown"), [&] {
        widget.open(QStringLiteral("C-2231-501"));
        const bool shown = widget.isShown();
        visit.picture(QStringLiteral("widget"));
        return shown ? QStringLiteral("its own address is shown") : hand.text(QStringLiteral("widgetOrigin"));
    });
    visit.film.step(QStringLiteral("The customer sends, and Passport.io tells without a signature"),
                    QLatin1String{review}, [&] {
                        widget.act(QStringLiteral("complete"), {{QStringLiteral("person"), QStringLiteral("ada")}});
                        auto seen = widget.verdict();
                        visit.picture(QStringLiteral("widget-claims"));
                        return seen;
                    });
    visit.nextCustomer();
    visit.film.step(
        QStringLiteral("Somebody else says that the widget closed"), QStringLiteral("counted, and nothing happens"),
        [&] {
            widget.setPage({{QStringLiteral("foreignMessage"), true}});
            widget.open(QStringLiteral("C-2231-502"));
            widget.report(QStringLiteral("foreignMessage"));
            hand.waitUntil([&] { return hand.text(QStringLiteral("widgetDiagnostics")).contains(QLatin1Char{'1'}); });
            const bool there = hand.sees(QStringLiteral("widgetPage"));
            const auto counted = hand.text(QStringLiteral("widgetDiagnostics"));
            widget.clear();
            return there && counted.contains(QLatin1Char{'1'}) ? QStringLiteral("counted, and nothing happens")
                                                               : counted;
        });
    visit.film.step(QStringLiteral("The page's process ends"), QStringLiteral("VD-W103"), [&] {
        if (!killRenderers()) {
            return QStringLiteral("there was no process");
        }
        auto seen = notice(visit);
        visit.picture(QStringLiteral("widget-crashed"));
        return seen;
    });
    visit.film.step(QStringLiteral("The page is loaded again, and the check goes on"), QLatin1String{review}, [&] {
        hand.press(QStringLiteral("noticeReload"));
        hand.waitUntil([&] { return !hand.sees(QStringLiteral("widgetNotice")); });
        widget.act(QStringLiteral("complete"));
        return widget.verdict();
    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("The page never says that it closed"), QLatin1String{review}, [&] {
        widget.setPage({{QStringLiteral("silent"), true}});
        widget.open(QStringLiteral("C-2231-503"));
        widget.act(QStringLiteral("complete"));
        auto seen = widget.verdict();
        widget.clear();
        return seen;
    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("A widget that never answers"), QStringLiteral("VD-W104"), [&] {
        widget.setFaults({{QStringLiteral("route"), QStringLiteral("widget")}, {QStringLiteral("latencyMs"), 60'000}});
        widget.open(QStringLiteral("C-2231-507"));
        auto seen = notice(visit);
        visit.picture(QStringLiteral("widget-silent"));
        widget.clear();
        return seen;
    });
    visit.film.step(QStringLiteral("It answers when it is loaded again"), QLatin1String{review}, [&] {
        hand.press(QStringLiteral("noticeReload"));
        hand.waitUntil(
            [&] { return hand.text(QStringLiteral("widgetOrigin")).contains(QStringLiteral("passport-io")); });
        widget.act(QStringLiteral("complete"));
        return widget.verdict();
    });
    visit.nextCustomer();
    const auto reference = QStringLiteral("C-2231-504");
    stage::Inside inside;
    BackendEye eye{visit.backend};
    visit.film.step(QStringLiteral("A document lies inside our own network"),
                    QStringLiteral("refused_address, and nobody asked for it"), [&] {
                        widget.open(reference);
                        widget.act(QStringLiteral("complete"), {{QStringLiteral("documentUrl"), inside.address()}});
                        widget.verdict();
                        QStringList why;
                        hand.waitUntil([&] {
                            why = eye.notKept(reference);
                            return why.size() == 2;
                        });
                        visit.rest(700);
                        visit.picture(QStringLiteral("widget-document-inside"));
                        why.removeDuplicates();
                        return why.join(QLatin1Char{' '}) + (inside.asked().isEmpty()
                                                                 ? QStringLiteral(", and nobody asked for it")
                                                                 : QStringLiteral(", and it was asked for"));
                    });
    visit.film.step(QStringLiteral("Its pingback is sent once more"), QStringLiteral("taken, and nothing changes"),
                    [&] {
                        const Stillness still{visit, eye, reference};
                        const auto event = widget.deliveries().last()[QLatin1String{"eventId"}].toString();
                        const auto again =
                            widget.control("POST", QStringLiteral("deliveries/") + event + QStringLiteral("/replay"));
                        const bool taken = again[QLatin1String{"state"}] == QLatin1String{"delivered"};
                        return (taken ? QStringLiteral("taken") : QStringLiteral("refused")) + still.inWords();
                    });
    visit.film.step(
        QStringLiteral("Somebody forges one, at the address of an account that has them signed"),
        QStringLiteral("401, and nothing changes"), [&] {
            const Stillness still{visit, eye, reference};
            stage::Http stranger{visit.backend.publicOrigin()};
            const auto forged = stranger.call(
                "POST", visit.backend.signedHookPath(),
                {{QStringLiteral("data"),
                  QJsonObject{{QStringLiteral("status"), QStringLiteral("declined")},
                              {QStringLiteral("referenceId"), eye.verification(reference)[QLatin1String{"id"}]}}}});
            return QString::number(forged.status) + still.inWords();
        });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("A pingback that names nobody"), QStringLiteral("kept for an officer"), [&] {
        widget.open(QStringLiteral("C-2231-505"));
        widget.act(QStringLiteral("complete"), {{QStringLiteral("reference"), QStringLiteral("none")}});
        visit.rest(2'500);
        const bool waits = !hand.sees(QStringLiteral("claimSummaryPage"));
        visit.picture(QStringLiteral("widget-waiting"));
        return waits ? QStringLiteral("kept for an officer") : QStringLiteral("it was taken for somebody's");
    });
}

void redirectChapter(Visit& visit) {
    BrowserVisit redirect{visit, authenteqRedirect()};
    auto& hand = visit.hand;
    const auto another = [&] {
        if (hand.sees(QStringLiteral("newCheckButton"))) {
            hand.press(QStringLiteral("newCheckButton"));
        }
    };
    another();
    visit.film.step(QStringLiteral("Authenteq's page is opened"), QStringLiteral("behind the provider's button"), [&] {
        redirect.open(QStringLiteral("C-2231-521"));
        visit.rest(700);
        visit.picture(QStringLiteral("redirect"));
        return QStringLiteral("behind the provider's button");
    });
    visit.film.step(QStringLiteral("The customer comes back with a code"), QStringLiteral("Pass"), [&] {
        redirect.act(QStringLiteral("approve"));
        auto seen = redirect.verdict();
        visit.rest(700);
        visit.picture(QStringLiteral("redirect-claims"));
        return seen;
    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("The customer comes back with another state"),
                    QStringLiteral("VD-W109: dropped, and the check waits on"), [&] {
                        redirect.setFaults({{QStringLiteral("wrongState"), true}});
                        redirect.open(QStringLiteral("C-2231-522"));
                        redirect.act(QStringLiteral("approve"));
                        const auto seen = notice(visit);
                        visit.picture(QStringLiteral("redirect-wrong-state"));
                        BackendEye eye{visit.backend};
                        const auto state = eye.verification(QStringLiteral("C-2231-522")).value(QLatin1String{"state"});
                        redirect.clear();
                        return seen + (state == QLatin1String{"awaiting"}
                                           ? QStringLiteral(": dropped, and the check waits on")
                                           : QStringLiteral(": it ended"));
                    });
    visit.film.step(QStringLiteral("The page is opened again from there"), QStringLiteral("VD-C002"), [&] {
        hand.press(QStringLiteral("noticeReload"));
        hand.press(QStringLiteral("providerButton"));
        hand.wait(QStringLiteral("widgetView"));
        redirect.cancel();
        return redirect.outcome();
    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("The code was used before"), QStringLiteral("VD-D102"), [&] {
        redirect.setFaults({{QStringLiteral("route"), QStringLiteral("token")}, {QStringLiteral("latencyMs"), 400}});
        redirect.open(QStringLiteral("C-2231-523"));
        redirect.act(QStringLiteral("approve"));
        redirect.act(QStringLiteral("use-up-code"));
        auto seen = redirect.outcome();
        redirect.clear();
        return seen;
    });
    visit.nextCustomer();
    visit.film.step(QStringLiteral("The answer to the exchange of the code is lost"), QStringLiteral("VD-F206"), [&] {
        redirect.setFaults({{QStringLiteral("route"), QStringLiteral("token")}, {QStringLiteral("drop"), 1}});
        redirect.open(QStringLiteral("C-2231-524"));
        redirect.act(QStringLiteral("approve"));
        auto seen = redirect.outcome();
        visit.picture(QStringLiteral("redirect-lost"));
        redirect.clear();
        return seen;
    });
    visit.nextCustomer();
}

}  // namespace verdesk::tour
