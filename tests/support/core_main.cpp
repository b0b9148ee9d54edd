#include "tests/support/runner.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    QCoreApplication application{argc, argv};
    return verdesk::test::runRegistered(argc, argv);
}
