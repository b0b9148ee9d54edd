#pragma once
// Two JSON values side by side, told in full where they differ. (QCOMPARE takes nlohmann's value for a number.)

#include "sandbox/body.h"

#include <QTest>

#define COMPARE_JSON(actual, expected)                                                                               \
    do {                                                                                                             \
        const verdesk::sandbox::Json actualValue = (actual);                                                         \
        const verdesk::sandbox::Json expectedValue = (expected);                                                     \
        QVERIFY2(                                                                                                    \
            actualValue == expectedValue,                                                                            \
            (verdesk::sandbox::textOf(actualValue) + " is not " + verdesk::sandbox::textOf(expectedValue)).c_str()); \
    } while (false)
