#include "backend/doctor/secret_checks.h"
#include "tests/backend/doctor/surgery.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::doctor;
using test::Surgery;

namespace {

Report checked(const Surgery& surgery) {
    return secretChecks(surgery.config, Surgery::configFile, surgery.secrets, surgery.files);
}

bool saysWrong(const Report& report, const char* piece) {
    return report.size() == 1 && report.front().finding.level == Level::wrong &&
           report.front().finding.what.find(piece) != std::string::npos && !report.front().finding.remedy.empty();
}

}  // namespace

class SecretChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsKeptApart_areOneGoodLine() {
        const Surgery surgery;
        const auto report = checked(surgery);
        QCOMPARE(report.size(), std::size_t{1});
        QCOMPARE(report.front().finding.level, Level::good);
        QVERIFY(report.front().finding.what.starts_with("2 secrets"));
    }

    void file_thatOthersMayRead_isWrong() {
        Surgery surgery;
        surgery.files.there["/etc/verdesk/passid.key"].mode = 0640;
        QVERIFY(saysWrong(checked(surgery), "accounts.main.key: others may read"));
        surgery.files.there["/etc/verdesk/passid.key"] = {0600, false, false};
        QVERIFY(saysWrong(checked(surgery), "belongs to somebody else"));
        surgery.files.there.erase("/etc/verdesk/passid.key");
        QVERIFY(saysWrong(checked(surgery), "is gone"));
    }

    void keyOfAListener_isASecret_too() {
        Surgery surgery;
        surgery.config.staff.key = "/etc/ssl/desk.key";
        surgery.files.there["/etc/ssl"] = {0755, true, true};
        surgery.files.there["/etc/ssl/desk.key"] = {0644, true, false};
        QVERIFY(saysWrong(checked(surgery), "listen.staff.key: others may read /etc/ssl/desk.key"));
    }

    void folder_thatOthersMayWriteTo_isWrong_onceForAll() {
        Surgery surgery;
        surgery.files.there["/etc/verdesk"].mode = 0770;
        QVERIFY(saysWrong(checked(surgery), "others may write to /etc/verdesk,"));
        surgery.files.there["/etc/verdesk"].mode = 01777;  // nobody renames what is another's there
        QCOMPARE(checked(surgery).front().finding.level, Level::good);
    }

    void configuration_thatOthersMayWrite_isWrong() {
        Surgery surgery;
        surgery.files.there[Surgery::configFile].mode = 0660;
        QVERIFY(saysWrong(checked(surgery), "others may write to /etc/verdesk/verdesk.toml"));
    }

    void workingCopyOfGit_isWarnedOf() {
        Surgery surgery;
        surgery.files.there["/etc/verdesk/.git"] = {0755, true, true};
        const auto report = checked(surgery);
        QCOMPARE(report.size(), std::size_t{1});
        QCOMPARE(report.front().finding.level, Level::warning);
        QVERIFY(report.front().finding.what.find("working copy of git") != std::string::npos);
    }

    void valueInTheConfiguration_isWrong_andNotRepeated() {
        Surgery surgery;
        surgery.files.texts[Surgery::configFile] = std::string{"# old: "} + Surgery::webhookSecret + "\n";
        const auto report = checked(surgery);
        QVERIFY(saysWrong(report, "holds the value of accounts.main.webhook_secret"));
        QVERIFY(toText(report).find(Surgery::webhookSecret) == std::string::npos);
        surgery.files.texts[Surgery::configFile] = std::string{"x = \""} + Surgery::segment + "\"\n";
        QVERIFY(saysWrong(checked(surgery), "accounts.main.hook_segment"));
    }

    void root_isTold() {
        Surgery surgery;
        surgery.files.root = true;
        QCOMPARE(checked(surgery).front().finding.level, Level::warning);
    }
};

VERDESK_TEST(SecretChecksTest)
#include "secret_checks_test.moc"
