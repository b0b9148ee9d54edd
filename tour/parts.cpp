#include "tour/parts.h"

#include "tour/phone.h"
#include "tour/visit.h"
#include "ui/shell/main_window.h"

#include <QApplication>

#include <stdexcept>

namespace verdesk::tour {

void atTheBank(QApplication& application, Film& film, const QString& programs, const QString& folder) {
    stage::Sandbox sandbox{programs};
    stage::Backend backend{programs, folder, sandbox, {}};
    ui::DeskOptions options;
    desk::Settings settings;
    settings.address = backend.address();
    settings.counter = QStringLiteral("3");
    options.settings = settings;
    options.scheme = ui::SchemeChoice::light;
    ui::DeskApplication desk{application, options};
    openDesk(desk);
    Hand hand{desk.window()};
    Visit visit{sandbox, backend, desk, hand, film};
    film.setWitness([&visit](const QString& name) { visit.picture(name); });
    for (auto* chapter : {&signInChapter,       &counterChapter,           &refusalsChapter,    &outageChapter,
                          &widgetChapter,       &redirectChapter,          &fallbackChapter,    &sanctionsChapter,
                          &officerChapter,      &unmatchedChapter,         &passbaseChapter,    &passbaseEventsChapter,
                          &passbaseLinkChapter, &knownCustomerChapter,     &identomatChapter,   &questionnaireChapter,
                          &videoCallChapter,    &identomatRefusalsChapter, &lateFindingChapter, &soundChapter}) {
        try {
            (*chapter)(visit);
        } catch (const std::exception& trouble) {
            film.step(QStringLiteral("The chapter ends"), QStringLiteral("as it should"),
                      [&] { return QString::fromUtf8(trouble.what()); });
        }
    }
    film.setWitness({});
}

void inPractice(QApplication& application, Film& film, const QString& folder) {
    ui::DeskOptions options;
    options.practiceData = folder;
    options.scheme = ui::SchemeChoice::light;
    QUrl phone;
    options.openUrl = [&phone](const QUrl& url) { phone = url; };
    ui::DeskApplication desk{application, options};
    Hand hand{desk.window()};
    film.step(QStringLiteral("Practice mode, with nothing configured"), QStringLiteral("the three roles are offered"),
              [&] {
                  openDesk(desk);
                  for (const auto* role : {"signIn.teller", "signIn.officer", "signIn.admin"}) {
                      hand.wait(QLatin1String{role});
                  }
                  film.picture(QStringLiteral("practice-roles"), desk.window(), desk.theme());
                  return QStringLiteral("the three roles are offered");
              });
    film.step(QStringLiteral("A teller practises"), QStringLiteral("marked as practice"), [&] {
        hand.press(QStringLiteral("signIn.teller"));
        hand.wait(QStringLiteral("newCheckPage"));
        fillInForm(hand, QStringLiteral("100482-K"));
        film.picture(QStringLiteral("practice"), desk.window(), desk.theme());
        return hand.reads(QStringLiteral("Practice")) ? QStringLiteral("marked as practice")
                                                      : QStringLiteral("not marked as practice");
    });
    film.step(QStringLiteral("The teller plays the customer"), QStringLiteral("812"), [&] {
        hand.press(QStringLiteral("flowCard.passid.qr"));
        hand.wait(QStringLiteral("qrSessionPage"));
        hand.press(QStringLiteral("playCustomer"));
        if (!hand.waitUntil([&] { return phone.isValid(); })) {
            throw std::runtime_error{"the phone was not opened"};
        }
        Phone customer;
        customer.open(phone);
        customer.wait(QStringLiteral("request"));
        film.picture(QStringLiteral("practice-phone"), [&customer](const QString& file) { customer.picture(file); });
        customer.press(QStringLiteral("share"));
        hand.wait(QStringLiteral("claimSummaryPage"));
        film.picture(QStringLiteral("practice-claims"), desk.window(), desk.theme());
        return hand.text(QStringLiteral("scoreValue"));
    });
}

}  // namespace verdesk::tour
