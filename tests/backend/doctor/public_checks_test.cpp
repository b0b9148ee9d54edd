#include "backend/doctor/public_checks.h"
#include "backend/returns/page.h"
#include "tests/backend/doctor/surgery.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::doctor;
using egress::test::reply;
using test::Surgery;

namespace {

Finding pageOf(Surgery& surgery) {
    return egress::test::run(returnPage("https://hooks.bank.example", "authenteq", surgery.toUs));
}

}  // namespace

class PublicChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void address_hasToBeWhatTheInternetKnows_data() {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("live");
        QTest::addColumn<int>("level");
        const auto row = [](const char* origin, bool live, Level level) {
            QTest::addRow("%s %d", origin, live) << QByteArray{origin} << live << static_cast<int>(level);
        };
        row("https://hooks.bank.example", true, Level::good);
        row("https://hooks.bank.example", false, Level::good);
        row("http://hooks.bank.example", false, Level::wrong);
        row("http://127.0.0.1:8461", false, Level::warning);
        row("http://127.0.0.1:8461", true, Level::wrong);
        row("https://localhost", true, Level::wrong);
    }
    void address_hasToBeWhatTheInternetKnows() {
        QFETCH(QByteArray, origin);
        QFETCH(bool, live);
        QFETCH(int, level);
        const auto finding = addressFinding(origin.toStdString(), live ? Environment::live : Environment::sandbox);
        QCOMPARE(static_cast<int>(finding.level), level);
        QCOMPARE(finding.remedy.empty(), finding.level == Level::good);
    }

    void page_isOurs_orSomethingElse() {
        Surgery surgery;
        const auto ours = returns::answer(returns::Page::done, "en");
        surgery.toUs.then(reply(200, ours.body));
        QCOMPARE(pageOf(surgery).level, Level::good);
        QCOMPARE(surgery.toUs.sent.at(0).url, std::string{"https://hooks.bank.example/return/authenteq"});
        QCOMPARE(surgery.toUs.sent.at(0).method, std::string{"GET"});
        surgery.toUs.then(reply(429, "later"));
        QCOMPARE(pageOf(surgery).level, Level::good);
        surgery.toUs.then(reply(200, "<h1>Welcome to nginx!</h1>"));
        QCOMPARE(pageOf(surgery).level, Level::wrong);
        surgery.toUs.then(reply(404, ours.body));
        QCOMPARE(pageOf(surgery).level, Level::wrong);
        surgery.toUs.then(egress::test::noConnection());
        QCOMPARE(pageOf(surgery).level, Level::wrong);
    }
};

VERDESK_TEST(PublicChecksTest)
#include "public_checks_test.moc"
