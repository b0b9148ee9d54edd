// The three programs together: what a customer's camera reads off the true window, and what staff see of what the
// customer does.
#include "tests/support/registry.h"
#include "tests/ui/support/read_qr.h"
#include "tour/hand.h"
#include "tour/stage/backend.h"
#include "tour/stage/sandbox.h"
#include "tour/visit.h"
#include "ui/shell/main_window.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace verdesk;

namespace {

// A desk at a counter of an institution of its own.
struct Counter {
    QTemporaryDir folder;
    QString programs{QStringLiteral(VERDESK_BIN_DIR)};
    stage::Sandbox sandbox{programs};
    stage::Backend backend;
    ui::DeskApplication desk;
    tour::Hand hand{desk.window()};
    tour::Film film{QDir{folder.filePath(QStringLiteral("film"))}};
    tour::Visit visit{sandbox, backend, desk, hand, film};

    explicit Counter(const stage::Backend::Options& options = {})
        : backend{programs, folder.filePath(QStringLiteral("institution")), sandbox, options},
          desk{*qobject_cast<QApplication*>(QCoreApplication::instance()), optionsFor(backend)} {
        tour::openDesk(desk);
        visit.signIn(backend.teller());
    }

    static ui::DeskOptions optionsFor(const stage::Backend& backend) {
        ui::DeskOptions options;
        desk::Settings settings;
        settings.address = backend.address();
        settings.counter = QStringLiteral("3");
        options.settings = settings;
        options.scheme = ui::SchemeChoice::dark;  // the harder one for a camera
        return options;
    }

    QJsonObject session(const QString& code) {
        const auto all =
            sandbox.http().must("GET", QStringLiteral("/control/passid/sessions"))[QLatin1String{"sessions"}].toArray();
        for (const auto& each : all) {
            if (each[QLatin1String{"code"}].toString() == code) {
                return each.toObject();
            }
        }
        return {};
    }
};

}  // namespace

class CounterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paintedQrCode_read_isTheDeepLink() {
        Counter counter;
        const auto code = counter.visit.startQr(QStringLiteral("C-0001-001"));
        const auto link = counter.session(code)[QLatin1String{"deepLink"}].toString();
        QVERIFY(link.startsWith(QStringLiteral("passid://verify-request?")));
        QCOMPARE(test::readQrCodes(counter.desk.window().grab().toImage()), QStringList{link});
    }

    void approval_withEachWebhook_showsClaims_data() {
        QTest::addColumn<QString>("webhook");
        QTest::addColumn<bool>("namesSession");
        QTest::newRow("names the session") << QStringLiteral("normal") << true;
        QTest::newRow("names no session") << QStringLiteral("normal") << false;
        QTest::newRow("twice") << QStringLiteral("twice") << true;
        QTest::newRow("before the reply") << QStringLiteral("before-reply") << false;
        QTest::newRow("never") << QStringLiteral("never") << false;
    }
    void approval_withEachWebhook_showsClaims() {
        QFETCH(QString, webhook);
        QFETCH(bool, namesSession);
        Counter counter;
        counter.sandbox.setFaults(
            {{QStringLiteral("webhook"), webhook}, {QStringLiteral("namesSession"), namesSession}});
        counter.sandbox.approve(counter.visit.startQr(QStringLiteral("C-0001-002")));
        counter.hand.wait(QStringLiteral("claimSummaryPage"));
        QCOMPARE(counter.hand.text(QStringLiteral("scoreValue")), QStringLiteral("812"));
        QVERIFY(counter.backend.stop());
        QString said;
        QVERIFY2(counter.backend.storeIsSound(&said), qPrintable(said));
    }

    void logOfABusyDay_saysNothingPersonal() {
        Counter counter;
        counter.visit.startToken(QStringLiteral("C-0001-003"), QStringLiteral("KE8V-3TXY-Z72L"));
        counter.hand.wait(QStringLiteral("claimSummaryPage"));
        QVERIFY(counter.backend.stop());
        QFile log{counter.folder.filePath(QStringLiteral("institution/verdeskd.log"))};
        QVERIFY(log.open(QIODevice::ReadOnly));
        const auto text = log.readAll();
        QVERIFY(!text.isEmpty());
        for (const auto& secret :
             {QByteArray{"C-0001-003"}, QByteArray{"KE8V"}, QByteArray{"40k-60k"}, counter.sandbox.passidKey(),
              counter.backend.hookSecret(), counter.backend.teller().password.toUtf8()}) {
            QVERIFY2(!text.contains(secret), secret.constData());
        }
    }
};

VERDESK_TEST(CounterTest)
#include "counter_test.moc"
