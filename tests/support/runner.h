#pragma once
// Included by the two mains alone: what they share.

#include "tests/support/registry.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <string_view>

namespace verdesk::test {

// Runs what was registered, in the order of names; returns the number of classes that failed, 1 if none was chosen.
inline int runRegistered(int argc, char** argv) {
    QDir::setCurrent(QStringLiteral(VERDESK_SOURCE_DIR));  // in vain where it may not be read, as by another user
    // Qt Test attaches a debugger to a program that is asked to end, and may wait for it for ever.
    qputenv("QTEST_DISABLE_STACK_DUMP", "1");
    static char noCrashHandler[] = "-nocrashhandler";
    std::vector<std::string_view> chosen;
    std::vector<char*> rest{argv[0], noCrashHandler};
    bool own = true;
    for (int i = 1; i < argc; ++i) {
        if (own && std::string_view{argv[i]} == "--") {
            own = false;
        } else if (own) {
            chosen.emplace_back(argv[i]);
        } else {
            rest.push_back(argv[i]);
        }
    }
    auto classes = registeredClasses();
    std::sort(classes.begin(), classes.end(),
              [](const auto& a, const auto& b) { return std::string_view{a.name} < std::string_view{b.name}; });
    int failed = 0;
    int ran = 0;
    for (const auto& entry : classes) {
        if (!chosen.empty() && std::find(chosen.begin(), chosen.end(), entry.name) == chosen.end()) {
            continue;
        }
        ++ran;
        auto object = entry.make();
        auto arguments = rest;
        failed += QTest::qExec(object.get(), static_cast<int>(arguments.size()), arguments.data()) == 0 ? 0 : 1;
    }
    return ran == 0 ? 1 : failed;
}

}  // namespace verdesk::test
