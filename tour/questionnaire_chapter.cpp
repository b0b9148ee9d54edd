// A questionnaire with conditions: staff fill in what they know, and the customer goes on from there, on their own
// phone.
#include "tour/backend_eye.h"
#include "tour/browser_visit.h"
#include "tour/phone.h"

#include <QComboBox>

#include <stdexcept>

namespace verdesk::tour {
namespace {

const auto reference = QStringLiteral("C-2231-661");
const auto number = QStringLiteral("+995555010203");

QString answerTo(const char* question) {
    return QStringLiteral("answer.funds/") + QLatin1String{question};
}

// By keys, down to the option that is called so.
void choose(Hand& hand, const QString& name, const QString& option) {
    auto* box = qobject_cast<QComboBox*>(hand.wait(name));
    if (box == nullptr || box->findText(option) < 0) {
        throw std::runtime_error{"there is no option \"" + option.toStdString() + "\""};
    }
    box->setFocus(Qt::TabFocusReason);
    while (box->currentIndex() < box->findText(option)) {
        hand.key(Qt::Key_Down);
    }
}

// The questions among these that are shown, by name.
QString shown(std::initializer_list<const char*> questions, const std::function<bool(const char*)>& sees) {
    QStringList names;
    for (const auto* question : questions) {
        if (sees(question)) {
            names << QLatin1String{question};
        }
    }
    return names.isEmpty() ? QStringLiteral("neither") : names.join(QStringLiteral(" and "));
}

}  // namespace

void questionnaireChapter(Visit& visit) {
    auto& hand = visit.hand;
    auto flow = identomatFrame();
    flow.card = QStringLiteral("flowCard.identomat_questions.widget");
    flow.asksStaff = true;
    BrowserVisit questions{visit, flow};
    BackendEye eye{visit.backend};
    const auto onForm = [&] {
        return shown({"explain", "countries"}, [&](const char* each) { return hand.sees(answerTo(each)); });
    };
    visit.film.step(QStringLiteral("Staff fill in a questionnaire, whose questions depend on each other"),
                    QStringLiteral("neither, then explain, then explain and countries"), [&] {
                        QStringList seen;
                        visit.startCheck(reference, flow.card);
                        hand.wait(QStringLiteral("formPage"));
                        visit.picture(QStringLiteral("questions-form"));
                        seen << onForm();
                        choose(hand, answerTo("source"), QStringLiteral("Something else"));
                        seen << onForm();
                        hand.type(answerTo("explain"), QStringLiteral("An inheritance"));
                        hand.check(answerTo("uses") + QStringLiteral(".transfers"));
                        seen << onForm();
                        visit.picture(QStringLiteral("questions-form-filled"));
                        return seen.join(QStringLiteral(", then "));
                    });
    Phone phone;
    visit.film.step(QStringLiteral("The customer goes on at their phone, and gets a code by the bank's own sender"),
                    QStringLiteral("sms to +995555010203, and nothing of it in the log"), [&] {
                        questions.control("PUT", QStringLiteral("company"), {{QStringLiteral("ownSms"), true}});
                        questions.startFromForm();
                        questions.arrive();
                        phone.open(QUrl{questions.session()[QLatin1String{"link"}].toString()});
                        phone.wait(QStringLiteral("start"));
                        visit.picture(QStringLiteral("questions-phone-start"), phone);
                        phone.press(QStringLiteral("agree"));
                        phone.waitFor(QStringLiteral("pictures"));
                        phone.press(QStringLiteral("next"));
                        phone.waitFor(QStringLiteral("to"));
                        phone.type(QStringLiteral("to"), number);
                        phone.press(QStringLiteral("send-code"));
                        hand.waitUntil([&] { return !visit.backend.sent().isEmpty(); });
                        const auto sent = visit.backend.sent().value(0);
                        const auto code = sent[QLatin1String{"text"}].toString().section(QLatin1Char{' '}, -1);
                        phone.type(QStringLiteral("code"), code);
                        visit.picture(QStringLiteral("questions-phone-code"), phone);
                        phone.press(QStringLiteral("next"));
                        phone.waitFor(QStringLiteral("form"));
                        const auto log = visit.backend.log();
                        const bool kept = log.contains(number) || log.contains(QStringLiteral("code is ") + code);
                        return sent[QLatin1String{"channel"}].toString() + QStringLiteral(" to ") +
                               sent[QLatin1String{"to"}].toString() +
                               (kept ? QStringLiteral(", and it stands in the log")
                                     : QStringLiteral(", and nothing of it in the log"));
                    });
    const auto onPhone = [&] {
        return shown({"explain", "countries"},
                     [&](const char* each) { return phone.sees(QStringLiteral("q-") + QLatin1String{each}); });
    };
    // The page draws itself anew in its own time.
    const auto answerOnPhone = [&](const QString& option, const QString& question, bool appears) {
        phone.press(option);
        hand.waitUntil([&] { return phone.sees(question) == appears; });
    };
    visit.film.step(
        QStringLiteral("The customer finds it filled in, and changes it"),
        QStringLiteral("An inheritance; explain and countries, then countries, then neither, then countries"), [&] {
            const auto preset = phone.read(QStringLiteral("q-explain"));
            QStringList seen{onPhone()};
            visit.picture(QStringLiteral("questions-phone-filled"), phone);
            answerOnPhone(QStringLiteral("q-source-salary"), QStringLiteral("q-explain"), false);
            seen << onPhone();
            answerOnPhone(QStringLiteral("q-uses-transfers"), QStringLiteral("q-countries"), false);
            seen << onPhone();
            answerOnPhone(QStringLiteral("q-uses-transfers"), QStringLiteral("q-countries"), true);
            seen << onPhone();
            phone.type(QStringLiteral("q-countries"), QStringLiteral("Georgia"));
            visit.picture(QStringLiteral("questions-phone-changed"), phone);
            visit.picture(QStringLiteral("questions-at-the-desk"));
            return preset + QStringLiteral("; ") + seen.join(QStringLiteral(", then "));
        });
    visit.film.step(QStringLiteral("The answers are there with the claims"),
                    QStringLiteral("Pass: Savings; Salary; Cards, Transfers abroad; Georgia"), [&] {
                        phone.press(QStringLiteral("next"));
                        phone.wait(QStringLiteral("end"));
                        visit.picture(QStringLiteral("questions-phone-end"), phone);
                        const auto verdict = questions.verdict();
                        visit.picture(QStringLiteral("questions-claims"));
                        QStringList answers;
                        for (const auto& each : eye.claims(reference, QStringLiteral("answer"))) {
                            answers << each[QLatin1String{"value"}][QLatin1String{"value"}].toString();
                        }
                        return verdict + QStringLiteral(": ") + answers.join(QStringLiteral("; "));
                    });
    visit.nextCustomer();
}

}  // namespace verdesk::tour
