// The customer's phone of the tour: a browser in the size of a phone, a program of its own as the real one is a machine
// of its own. It is told what to do on its standard input, a JSON object a line, and answers each with one:
//
//     {"do":"open","url":U}        loads the page              {"do":"press","id":I}           a true click on it
//     {"do":"wait","section":S}    until that part is shown    {"do":"type","id":I,"text":T}   true keys, after a click
//     {"do":"waitFor","id":I}      until that is               {"do":"read","id":I}            its text, or what is in
//     it
//     {"do":"see","id":I}          "yes" if it is now          {"do":"picture","file":F}       what the screen shows
//
// An answer is {"text":T} or {"trouble":T}. Ends with its standard input.

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineSettings>
#include <QWebEngineView>

#include <unistd.h>
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>

namespace {

constexpr QSize screen{390, 844};
constexpr int patienceMs = 15'000;

class Phone {
public:
    Phone() : page_{&profile_} {
        profile_.setHttpAcceptLanguage(QStringLiteral("en"));
        page_.settings()->setAttribute(QWebEngineSettings::ShowScrollBars, false);  // a phone has none
        view_.setPage(&page_);
        view_.setFixedSize(screen);
        view_.show();
    }
    ~Phone() {
        view_.setPage(nullptr);
    }

    QString answer(const QJsonObject& what) {
        const auto of = [&what](const char* member) { return what[QLatin1String{member}].toString(); };
        const auto act = of("do");
        if (act == QLatin1String{"open"}) {
            open(QUrl{of("url")});
        } else if (act == QLatin1String{"press"}) {
            press(of("id"));
        } else if (act == QLatin1String{"type"}) {
            type(of("id"), of("text"));
        } else if (act == QLatin1String{"wait"}) {
            wait(of("section"));
        } else if (act == QLatin1String{"waitFor"}) {
            waitFor(of("id"));
        } else if (act == QLatin1String{"see"}) {
            return sees(of("id")) ? QStringLiteral("yes") : QStringLiteral("no");
        } else if (act == QLatin1String{"read"}) {
            return run(element(of("id")) +
                       QStringLiteral("return e.dataset.token ?? (e.value || e.textContent.trim())"))
                .toString();
        } else if (act == QLatin1String{"picture"}) {
            picture(of("file"));
        } else {
            throw std::runtime_error{"there is no such act"};
        }
        return {};
    }

private:
    static QString element(QString id) {
        id.remove(QLatin1Char{'\''});
        return QStringLiteral("const e = document.getElementById('%1'); ").arg(id);
    }

    // What the page's document says; the page's own scripts do not see who asks.
    QVariant run(const QString& script) {
        const auto result = std::make_shared<std::optional<QVariant>>();  // an answer may come too late
        page_.runJavaScript(QStringLiteral("(() => { %1; })()").arg(script), QWebEngineScript::ApplicationWorld,
                            [result](const QVariant& value) { *result = value; });
        if (!QTest::qWaitFor([&result] { return result->has_value(); }, patienceMs)) {
            throw std::runtime_error{"the page does not answer"};
        }
        return **result;
    }

    void open(const QUrl& url) {
        std::optional<bool> loaded;
        const auto heard = QObject::connect(&page_, &QWebEnginePage::loadFinished, [&loaded](bool ok) { loaded = ok; });
        page_.load(url);
        const bool came = QTest::qWaitFor([&loaded] { return loaded.has_value(); }, patienceMs);
        QObject::disconnect(heard);
        if (!came || !*loaded) {
            throw std::runtime_error{"the page did not load"};
        }
    }

    QString section() {
        return run(QStringLiteral("const s = document.querySelector('main > section:not([hidden])'); "
                                  "return s ? s.id : ''"))
            .toString();
    }

    void wait(const QString& wanted) {
        QString seen;
        if (!QTest::qWaitFor([&] { return (seen = section()) == wanted; }, patienceMs)) {
            throw std::runtime_error{"the phone shows \"" + seen.toStdString() + "\""};
        }
    }

    bool sees(const QString& id) {
        return run(element(id) + QStringLiteral("return Boolean(e) && e.offsetParent !== null")).toBool();
    }

    void waitFor(const QString& id) {
        if (!QTest::qWaitFor([&] { return sees(id); }, patienceMs)) {
            throw std::runtime_error{"\"" + id.toStdString() + "\" is not shown"};
        }
    }

    void press(const QString& id) {
        QVariantList at;
        const auto ready = [&] {
            at = run(element(id) + QStringLiteral("if (!e || e.disabled || e.offsetParent === null) return []; "
                                                  "e.scrollIntoView({block: 'nearest', behavior: 'instant'}); "
                                                  "const r = e.getBoundingClientRect(); "
                                                  "return [r.x + r.width / 2, r.y + r.height / 2]"))
                     .toList();
            return at.size() == 2;
        };
        if (!QTest::qWaitFor(ready, patienceMs)) {
            throw std::runtime_error{"\"" + id.toStdString() + "\" cannot be pressed"};
        }
        QTest::mouseClick(&glass(), Qt::LeftButton, {}, QPointF{at[0].toDouble(), at[1].toDouble()}.toPoint());
    }

    void type(const QString& id, const QString& text) {
        press(id);
        QTest::keyClick(&glass(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&glass(), text);
        const auto written = [&] { return run(element(id) + QStringLiteral("return e.value")).toString() == text; };
        if (!QTest::qWaitFor(written, patienceMs)) {
            throw std::runtime_error{"\"" + id.toStdString() + "\" does not take what is typed"};
        }
    }

    QWidget& glass() {
        auto* glass = view_.focusProxy();
        if (glass == nullptr) {
            throw std::runtime_error{"the page takes neither clicks nor keys"};
        }
        return *glass;
    }

    void picture(const QString& file) {
        QTest::qWait(250);  // the frame that shows the last change is on its way, and nothing tells when it is there
        if (!view_.grab().save(file)) {
            throw std::runtime_error{"cannot write the picture"};
        }
    }

    QWebEngineProfile profile_;  // keeps nothing
    QWebEnginePage page_;
    QWebEngineView view_;
};

void say(const QJsonObject& what) {
    std::printf("%s\n", QJsonDocument{what}.toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application{argc, argv};
    Phone phone;
    QSocketNotifier notifier{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray waiting;
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&] {
        char piece[4096];
        const auto length = ::read(STDIN_FILENO, piece, sizeof piece);
        if (length <= 0) {
            QCoreApplication::quit();
            return;
        }
        waiting.append(piece, static_cast<qsizetype>(length));
        const auto end = waiting.indexOf('\n');
        if (end < 0) {
            return;
        }
        // Whoever asks waits for the answer: there is never a second line.
        const auto question = QJsonDocument::fromJson(waiting.left(end)).object();
        waiting.clear();
        try {
            say({{QStringLiteral("text"), phone.answer(question)}});
        } catch (const std::exception& trouble) {
            say({{QStringLiteral("trouble"), QString::fromUtf8(trouble.what())}});
        }
    });
    say({{QStringLiteral("ready"), true}});
    return QApplication::exec();
}
