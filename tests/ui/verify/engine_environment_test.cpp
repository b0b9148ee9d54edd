#include "ui/verify/engine_environment.h"

#include "tests/support/registry.h"

#include <QTest>

#include <array>

using namespace verdesk::ui;

class EngineEnvironmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weakening_variable_is_known() {
        for (const auto* name :
             {"QTWEBENGINE_CHROMIUM_FLAGS", "QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINE_REMOTE_DEBUGGING",
              "QTWEBENGINE_RESOURCES_PATH", "QTWEBENGINEPROCESS_PATH", "SSLKEYLOGFILE"}) {
            QVERIFY2(weakensEngine(name, false), name);
        }
        for (const auto* name : {"PATH", "QT_QPA_PLATFORM", "HOME", "WEBENGINE_FLAGS"}) {
            QVERIFY2(!weakensEngine(name, false), name);
        }
    }

    // Windows looks variables up without regard to case, and so does Chromium there with its switches.
    void case_and_dashes_make_no_difference() {
        for (const auto* name :
             {"qtwebengine_chromium_flags", "QtWebEngine_Remote_Debugging", "QtWebEngineProcess_Path", "SslKeyLogFile",
              "Chrome_Devel_Sandbox", "qtwebengine_disable_sandbox"}) {
            QVERIFY2(weakensEngine(name, false), name);
        }
        QVERIFY(!weakensEngine("qtwebengine_disable_sandbox", true));
        for (const auto* argument : {"--No-Sandbox", "-no-sandbox", "--REMOTE-DEBUGGING-PORT=1", "--webengineargs"}) {
            QVERIFY2(isEngineSwitch(argument), argument);
        }
        QVERIFY(!isEngineSwitch("no-sandbox"));
        QVERIFY(!isEngineSwitch("--theme=no-sandbox"));
    }

    void variable_in_another_case_is_taken_away() {
        qputenv("qtWebEngine_Chromium_Flags", "--no-sandbox");
        char program[] = "verdesk";
        std::array<char*, 2> arguments{program, nullptr};
        int count = 1;

        const auto removed = hardenEngine(count, arguments.data());

        QVERIFY(!qEnvironmentVariableIsSet("qtWebEngine_Chromium_Flags"));
        QVERIFY(removed.contains("qtWebEngine_Chromium_Flags"));
    }

    void test_build_keeps_the_sandbox_switch_and_nothing_else() {
        QVERIFY(!weakensEngine("QTWEBENGINE_DISABLE_SANDBOX", true));
        QVERIFY(weakensEngine("QTWEBENGINE_CHROMIUM_FLAGS", true));
    }

    void variables_and_arguments_are_taken_away() {
        qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "9222");
        char program[] = "verdesk";
        char theme[] = "--theme=dark";
        char port[] = "--remote-debugging-port=9222";
        char sandbox[] = "--no-sandbox";
        char all[] = "-webengineArgs";
        char rest[] = "--disable-something";
        std::array<char*, 7> arguments{program, port, theme, sandbox, all, rest, nullptr};
        int count = 6;

        const auto removed = hardenEngine(count, arguments.data());

        QCOMPARE(count, 2);
        QCOMPARE(arguments[1], theme);
        QVERIFY(arguments[2] == nullptr);
        QVERIFY(!qEnvironmentVariableIsSet("QTWEBENGINE_REMOTE_DEBUGGING"));
        QVERIFY(removed.contains("QTWEBENGINE_REMOTE_DEBUGGING"));
        QVERIFY(removed.contains("--remote-debugging-port"));
        QVERIFY(!removed.join().contains("9222"));
    }

    void program_without_arguments_is_left_alone() {
        char program[] = "verdesk";
        std::array<char*, 2> arguments{program, nullptr};
        int count = 1;

        hardenEngine(count, arguments.data());

        QCOMPARE(count, 1);
        QCOMPARE(arguments[0], program);
    }
};

VERDESK_TEST(EngineEnvironmentTest)
#include "engine_environment_test.moc"
