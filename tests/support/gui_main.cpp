#include "tests/support/runner.h"

#include <QApplication>

int main(int argc, char** argv) {
    QApplication application{argc, argv};
    return verdesk::test::runRegistered(argc, argv);
}
