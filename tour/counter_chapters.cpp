// What a teller meets: signing in, a check by QR code, one by each sandbox token, and every kind of no.
#include "tour/phone.h"
#include "tour/visit.h"

#include <QAbstractButton>

#include <optional>

namespace verdesk::tour {
namespace {

QString pageWith(Visit& visit, const QString& page, const QString& what) {
    visit.hand.wait(page);
    return visit.hand.text(what);
}

QString summary(Visit& visit) {
    visit.hand.wait(QStringLiteral("claimSummaryPage"));
    return visit.hand.text(QStringLiteral("scoreValue")) + QLatin1Char{' '} +
           visit.hand.text(QStringLiteral("verdictChip"));
}

QUrl phonePage(Visit& visit, const QString& code = {}) {
    return QUrl{visit.sandbox.origin() + QStringLiteral("/phone") +
                (code.isEmpty() ? QString{} : QStringLiteral("?code=") + code)};
}

// What the strip of running checks says of each: "C-2231-201 · PASSID, Waiting".
QStringList strip(Visit& visit) {
    QStringList said;
    for (const auto* each : visit.hand.window().findChildren<QAbstractButton*>()) {
        if (each->isVisible() && each->objectName().startsWith(QStringLiteral("runningCheck."))) {
            said << each->accessibleName();
        }
    }
    return said;
}

// The code at the foot of a page that ended without a proof: "VD-D103" and what follows it.
QString outcome(Visit& visit) {
    return pageWith(visit, QStringLiteral("outcomePage"), QStringLiteral("outcomeCode"))
        .section(QLatin1Char{' '}, 0, 1);
}

}  // namespace

void signInChapter(Visit& visit) {
    visit.film.step(QStringLiteral("Sign-in page"), QStringLiteral("asks for name and password"), [&] {
        visit.hand.wait(QStringLiteral("signIn.password"));
        visit.picture(QStringLiteral("sign-in"));
        return QStringLiteral("asks for name and password");
    });
    visit.film.step(QStringLiteral("A wrong password"), QStringLiteral("said in words, the name is kept"), [&] {
        visit.hand.type(QStringLiteral("signIn.name"), visit.backend.teller().name);
        visit.hand.type(QStringLiteral("signIn.password"), QStringLiteral("not the password"));
        visit.hand.press(QStringLiteral("signIn.submit"));
        visit.hand.waitUntil([&] { return !visit.hand.text(QStringLiteral("signIn.problem")).isEmpty(); });
        visit.picture(QStringLiteral("sign-in-refused"));
        return visit.hand.text(QStringLiteral("signIn.name")) == visit.backend.teller().name
                   ? QStringLiteral("said in words, the name is kept")
                   : visit.hand.text(QStringLiteral("signIn.problem"));
    });
    visit.film.step(QStringLiteral("The teller signs in"), QStringLiteral("the form for a new check"), [&] {
        visit.signIn(visit.backend.teller());
        visit.hand.wait(QStringLiteral("newCheckPage"));
        visit.picture(QStringLiteral("new-check-empty"));
        return QStringLiteral("the form for a new check");
    });
}

void counterChapter(Visit& visit) {
    QString code;
    visit.film.step(QStringLiteral("A check by QR code is started"), QStringLiteral("a code of eight characters"), [&] {
        fillInForm(visit.hand, QStringLiteral("C-2231-884"));
        visit.picture(QStringLiteral("new-check"));
        visit.hand.press(QStringLiteral("flowCard.passid.qr"));
        visit.hand.wait(QStringLiteral("qrSessionPage"));
        visit.picture(QStringLiteral("qr-session"));
        code = visit.hand.text(QStringLiteral("sessionCode"));
        return code.size() == 9 && code[4] == QLatin1Char{'-'} ? QStringLiteral("a code of eight characters") : code;
    });
    std::optional<Phone> phone;
    visit.film.step(QStringLiteral("The customer's phone shows who asks"), QStringLiteral("Northbridge Savings"), [&] {
        phone.emplace();
        phone->open(phonePage(visit, code));
        phone->wait(QStringLiteral("request"));
        visit.picture(QStringLiteral("phone-request"), *phone);
        return phone->read(QStringLiteral("institution"));
    });
    visit.film.step(QStringLiteral("The customer presses Share & Verify"), QStringLiteral("Shared, 812 Pass"), [&] {
        phone->press(QStringLiteral("share"));
        phone->wait(QStringLiteral("end"));
        visit.picture(QStringLiteral("phone-shared"), *phone);
        auto seen = phone->read(QStringLiteral("endTitle")) + QStringLiteral(", ") + summary(visit);
        visit.picture(QStringLiteral("claims"));
        return seen;
    });
    struct Known {
        const char* token;
        const char* expected;
        const char* picture;
    };
    const Known tokens[] = {{"ke8v3txyz72l", "812 Pass", "token-pass"},
                            {"NG4M-XQRS-T88W", "743 Pass", nullptr},
                            {"gh2p abcd 56kl", "671 Review", "token-review"}};
    int number = 100;
    for (const auto& known : tokens) {
        const QLatin1String token{known.token};
        visit.nextCustomer();
        visit.film.step(QStringLiteral("Sandbox token %1").arg(token), QLatin1String{known.expected}, [&] {
            visit.startToken(QStringLiteral("C-2231-%1").arg(number++), token);
            auto seen = summary(visit);
            if (known.picture != nullptr) {
                visit.picture(QLatin1String{known.picture});
            }
            return seen;
        });
    }
    visit.nextCustomer();
    visit.film.step(QStringLiteral("The customer gets a one-time token on the phone and reads it out"),
                    QStringLiteral("812 Pass"), [&] {
                        phone->open(phonePage(visit));
                        phone->wait(QStringLiteral("home"));
                        visit.picture(QStringLiteral("phone-home"), *phone);
                        phone->press(QStringLiteral("getToken"));
                        phone->wait(QStringLiteral("token"));
                        visit.picture(QStringLiteral("phone-token"), *phone);
                        visit.startToken(QStringLiteral("C-2231-110"), phone->read(QStringLiteral("tokenText")));
                        return summary(visit);
                    });
    visit.nextCustomer();
    const auto first = QStringLiteral("C-2231-201");
    const auto second = QStringLiteral("C-2231-202");
    visit.film.step(QStringLiteral("Two checks at once"),
                    QStringLiteral("C-2231-201 · PASSID, Waiting; C-2231-202 · PASSID, Pass"), [&] {
                        code = visit.startQr(first);
                        visit.hand.press(QStringLiteral("newCheckButton"));
                        const auto its = visit.startQr(second);
                        visit.picture(QStringLiteral("two-checks"));
                        visit.sandbox.approve(its);
                        visit.hand.wait(QStringLiteral("claimSummaryPage"));
                        return strip(visit).join(QStringLiteral("; "));
                    });
    visit.film.step(
        QStringLiteral("The first of the two is gone on with"), QStringLiteral("its own code, then 812 Pass"), [&] {
            visit.backTo(first);
            visit.hand.wait(QStringLiteral("qrSessionPage"));
            const auto shown = visit.hand.text(QStringLiteral("sessionCode"));
            visit.sandbox.approve(shown);
            const auto seen = summary(visit);
            return (shown == code ? QStringLiteral("its own code, then ") : shown + QLatin1Char{' '}) + seen;
        });
    visit.nextCustomer();
    visit.backTo(second);
    visit.nextCustomer();
}

void refusalsChapter(Visit& visit) {
    visit.film.step(QStringLiteral("The customer presses Decline"), QStringLiteral("Declined, VD-D101"), [&] {
        Phone phone{Phone::Scheme::dark};
        phone.open(phonePage(visit, visit.startQr(QStringLiteral("C-2231-301"))));
        phone.wait(QStringLiteral("request"));
        visit.picture(QStringLiteral("phone-request-dark"), phone);
        phone.press(QStringLiteral("decline"));
        phone.wait(QStringLiteral("end"));
        visit.picture(QStringLiteral("phone-declined-dark"), phone);
        const auto seen = outcome(visit);
        visit.picture(QStringLiteral("declined"));
        return phone.read(QStringLiteral("endTitle")) + QStringLiteral(", ") + seen.section(QLatin1Char{' '}, -1);
    });
    visit.nextCustomer();
    QString expired;
    visit.film.step(QStringLiteral("The request expires"), QStringLiteral("VD-D102"), [&] {
        expired = visit.startQr(QStringLiteral("C-2231-302"));
        visit.sandbox.expire(expired);
        const auto seen = outcome(visit);
        visit.picture(QStringLiteral("expired"));
        return seen.section(QLatin1Char{' '}, -1);
    });
    visit.film.step(QStringLiteral("New code after expiry"), QStringLiteral("another code in the same case, 812 Pass"),
                    [&] {
                        const auto number = [&] {
                            return visit.hand.text(QStringLiteral("pageSubtitle")).section(QStringLiteral(" · "), 2, 2);
                        };
                        const auto before = number();
                        visit.hand.press(QStringLiteral("tryAgain"));
                        visit.hand.wait(QStringLiteral("qrSessionPage"));
                        const auto shown = visit.hand.text(QStringLiteral("sessionCode"));
                        const bool same = !before.isEmpty() && number() == before;
                        visit.sandbox.approve(shown);
                        const auto seen = summary(visit);
                        return (shown == expired ? shown : QStringLiteral("another code")) +
                               (same ? QStringLiteral(" in the same case, ")
                                     : QStringLiteral(" in case ") + number() + QLatin1Char{' '}) +
                               seen;
                    });
    visit.nextCustomer();
    struct Refused {
        const char* kind;
        const char* code;
    };
    const Refused refusals[] = {
        {"expired", "VD-D104"}, {"revoked", "VD-D105"}, {"used", "VD-D107"}, {"other-institution", "VD-D108"}};
    int number = 310;
    visit.film.step(QStringLiteral("A wrong token"), QStringLiteral("VD-D103"), [&] {
        visit.startToken(QStringLiteral("C-2231-303"), QStringLiteral("PASSID-AB3X-7YQM-K9PQ-3MNX"));
        const auto seen = outcome(visit);
        visit.picture(QStringLiteral("wrong-token"));
        return seen.section(QLatin1Char{' '}, -1);
    });
    for (const auto& refused : refusals) {
        const QLatin1String kind{refused.kind};
        visit.nextCustomer();
        visit.film.step(QStringLiteral("A token that is refused: %1").arg(kind), QLatin1String{refused.code}, [&] {
            visit.startToken(QStringLiteral("C-2231-%1").arg(number++), visit.sandbox.tokenOfKind(kind));
            return outcome(visit).section(QLatin1Char{' '}, -1);
        });
    }
    visit.nextCustomer();
    visit.film.step(QStringLiteral("The provider is broken"), QStringLiteral("VD-F202"), [&] {
        visit.sandbox.setFaults(
            {{QStringLiteral("route"), QStringLiteral("request")}, {QStringLiteral("malformed"), 9}});
        visit.startCheck(QStringLiteral("C-2231-320"), QStringLiteral("flowCard.passid.qr"));
        const auto seen = outcome(visit);
        visit.sandbox.clearFaults();
        visit.picture(QStringLiteral("provider-broken"));
        return seen.section(QLatin1Char{' '}, -1);
    });
    visit.nextCustomer();
}

void outageChapter(Visit& visit) {
    QString code;
    visit.film.step(QStringLiteral("The backend is killed in the middle of a QR session"),
                    QStringLiteral("the desk says so and keeps the session"), [&] {
                        code = visit.startQr(QStringLiteral("C-2231-401"));
                        visit.backend.kill();
                        visit.hand.waitUntil([&] { return !visit.hand.reads(QStringLiteral("Connected")); });
                        visit.hand.wait(QStringLiteral("work.offline"));
                        visit.picture(QStringLiteral("backend-gone"));
                        return visit.hand.sees(QStringLiteral("qrSessionPage"))
                                   ? QStringLiteral("the desk says so and keeps the session")
                                   : QStringLiteral("the session is gone");
                    });
    visit.film.step(QStringLiteral("The customer approves meanwhile, the backend comes back"),
                    QStringLiteral("812 Pass"), [&] {
                        visit.sandbox.approve(code);
                        visit.backend.start();
                        auto seen = summary(visit);
                        visit.picture(QStringLiteral("backend-back"));
                        return seen;
                    });
    visit.nextCustomer();
}

}  // namespace verdesk::tour
