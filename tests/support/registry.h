#pragma once
// The test classes of one program. A file enters its class with VERDESK_TEST(Class); the program runs all of them, or
// only those named on its command line before "--" (Qt Test's own arguments follow it).

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace verdesk::test {

struct RegisteredClass {
    const char* name;
    std::function<std::unique_ptr<QObject>()> make;
};

inline std::vector<RegisteredClass>& registeredClasses() {
    static std::vector<RegisteredClass> classes;
    return classes;
}

}  // namespace verdesk::test

#define VERDESK_TEST(Class)                                                                               \
    static const bool registered_##Class = [] {                                                           \
        verdesk::test::registeredClasses().push_back({#Class, [] { return std::make_unique<Class>(); }}); \
        return true;                                                                                      \
    }();
