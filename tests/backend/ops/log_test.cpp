#include "backend/ops/log.h"
#include "tests/support/registry.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace verdesk::backend;

class LogLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What is logged cannot start a line of its own, and broken text breaks nothing.
    void jsonLine_isOneLine_whateverTheMessage() {
        const std::string message = "two\nlines \"quoted\" \x01 \xff";
        const auto line = jsonLine("2026-03-17T14:12:11.000Z", "error", message);
        QVERIFY(line.find('\n') == std::string::npos);
        const auto parsed = nlohmann::json::parse(line);
        QCOMPARE(parsed.at("level").get<std::string>(), std::string{"error"});
        QVERIFY(parsed.at("message").get<std::string>().starts_with("two\nlines \"quoted\" \x01 "));
    }
};

VERDESK_TEST(LogLineTest)
#include "log_test.moc"
