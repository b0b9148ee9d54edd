#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passport_io/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassportFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documents_arePictures() {
        PassportFixture fixture;
        for (const auto* name : {"/files/front.jpg", "/files/back.jpg"}) {
            const auto file = fixture.own("GET", name);
            QCOMPARE(file.status, 200);
            QCOMPARE(file.headers.at("content-type"), std::string{"image/jpeg"});
            QVERIFY(file.text.starts_with("\xFF\xD8\xFF") && file.text.ends_with("\xFF\xD9"));
        }
    }

    void traps_areWhatTheyShouldBe() {
        PassportFixture fixture;
        const auto inside = fixture.own("GET", "/files/inside.jpg");
        QCOMPARE(inside.status, 302);
        QVERIFY(inside.headers.at("location").starts_with("http://127.0.0.1:"));
        QVERIFY(fixture.own("GET", "/files/page.jpg").text.starts_with("<!doctype html>"));
    }

    void faults_befallDocuments() {
        PassportFixture fixture;
        fixture.put("/faults", {{"route", "document"}, {"drop", 1}, {"fail500", 1}, {"malformed", 1}});
        QCOMPARE(fixture.own("GET", "/files/front.jpg").status, 0);
        QCOMPARE(fixture.own("GET", "/files/front.jpg").status, 500);
        QVERIFY(!fixture.own("GET", "/files/front.jpg").text.ends_with("\xFF\xD9"));
        QVERIFY(fixture.own("GET", "/files/front.jpg").text.ends_with("\xFF\xD9"));
    }
};

VERDESK_TEST(PassportFileTest)
#include "file_test.moc"
