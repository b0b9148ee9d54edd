// The routes of the server and the operations of the document are the same, with what each needs.
#include "tests/backend/api/harness.h"
#include "tests/backend/openapi/document.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::backend;
using namespace verdesk::backend::test;

class OpenApiRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routes_andOperations_areTheSame() {
        const Document document;
        Harness h;
        std::size_t ofStaff = 0;
        for (const auto& operation : document.operations()) {
            ofStaff += operation.listener == "staff" ? 1 : 0;
        }
        QCOMPARE(h.api->routes().size(), ofStaff);
        for (const auto& route : h.api->routes()) {
            const auto found =
                std::find_if(document.operations().begin(), document.operations().end(), [&](const auto& operation) {
                    return operation.method == route.method && operation.path == "/api/v1" + route.path;
                });
            QVERIFY2(found != document.operations().end(), (route.method + " " + route.path).c_str());
            QCOMPARE(found->listener, std::string{"staff"});
            QCOMPARE(found->needsSession, route.operation.has_value());
            QCOMPARE(found->needsKey, route.keyed);
            QCOMPARE(found->json.contains("requestBody"), route.bodyBytes > 0);
        }
    }
};

VERDESK_TEST(OpenApiRoutesTest)
#include "routes_test.moc"
