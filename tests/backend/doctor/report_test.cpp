#include "backend/doctor/report.h"
#include "tests/support/registry.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>

using namespace verdesk::backend::doctor;

namespace {

const Report mixed{{"store", {Level::good, "schema", "is there", {}}},
                   {"account main", {Level::wrong, "key", "is refused", "get another"}},
                   {"flow full", {Level::warning, "environment", "is a sandbox", "go live"}},
                   {"account main", {Level::skipped, "round-trip", "not tried", {}}}};

}  // namespace

class DoctorReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_hasALineForEach_withItsRemedyBelow_andTheSum() {
        QCOMPARE(toText(mixed), std::string{"[good]     store, schema: is there\n"
                                            "[wrong]    account main, key: is refused\n"
                                            "           -> get another\n"
                                            "[warning]  flow full, environment: is a sandbox\n"
                                            "           -> go live\n"
                                            "[skipped]  account main, round-trip: not tried\n"
                                            "1 wrong, 1 warnings, 1 good, 1 skipped\n"});
    }

    void json_isOneLine_withEveryFinding() {
        const auto text = toJson(mixed);
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::ptrdiff_t{1});
        const auto all = nlohmann::json::parse(text);
        QCOMPARE(all.at("wrong").get<int>(), 1);
        QCOMPARE(all.at("warnings").get<int>(), 1);
        QVERIFY(all.at("findings").at(1) == nlohmann::json({{"about", "account main"},
                                                            {"check", "key"},
                                                            {"level", "wrong"},
                                                            {"what", "is refused"},
                                                            {"remedy", "get another"}}));
    }

    void json_ofWordsThatAreNoUtf8_isStillJson() {
        const Report odd{{"account main", {Level::wrong, "key", "said \xff", {}}}};
        QVERIFY(!nlohmann::json::parse(toJson(odd), nullptr, false).is_discarded());
    }

    void exitCode_goesByWhatIsWrong_andByWarningsWhereStrict() {
        const Report warned{mixed[0], mixed[2], mixed[3]};
        QCOMPARE(exitCode({}, true), 0);
        QCOMPARE(exitCode(mixed, false), 1);
        QCOMPARE(exitCode(warned, false), 0);
        QCOMPARE(exitCode(warned, true), 1);
        QCOMPARE(exitCode({mixed[0], mixed[3]}, true), 0);
    }
};

VERDESK_TEST(DoctorReportTest)
#include "report_test.moc"
