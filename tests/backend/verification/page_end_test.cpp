// The end of a provider's page, as the desk saw it, of a provider that can be asked.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using test::Office;

class PageEndTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void page_that_gave_up_fails_with_its_own_word() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        office.scripted.gaveUp.emplace(Failure::providerBroken, "its page gave up", "{}", "FATAL_ERROR at RESOURCE");
        office.returned(id, providers::MessageReturn{"{}"});
        QVERIFY(office.reaches(id, State::failed));
        QCOMPARE(office.get(id).providerCode, std::string{"FATAL_ERROR at RESOURCE"});
        QCOMPARE(office.get(id).code, std::string{"VD-F202"});
        QCOMPARE(office.rawAnswers(id), std::vector<std::string>{"failure"});
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(PageEndTest)
#include "page_end_test.moc"
