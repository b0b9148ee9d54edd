// What a running backend looks up in its store when somebody asks for its metrics.
#include "backend/store/tables/erasures.h"
#include "tests/app/verdeskd/bank_store.h"
#include "tests/backend/api/http_client.h"
#include "tests/backend/store/story.h"
#include "tests/support/registry.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace verdesk;
using namespace verdesk::test;
using backend::store::ForgetRow;
using backend::store::Transaction;
using backend::test::clientOf;
namespace tables = backend::store::tables;

namespace {

// Of an account that is not configured any more: nobody can delete it.
void eraseInVain(Transaction& t, Instant since) {
    const auto story = tellApproved(t, sampleCase());
    ForgetRow wanted;
    wanted.verification = story.verification.id;
    wanted.caseId = story.kase.id;
    wanted.account = "given_up";
    wanted.provider = "passid";
    wanted.flow = story.verification.flow;
    wanted.launch = story.verification.launch;
    wanted.providerKeys = {story.verification.providerKey};
    wanted.nextAt = wanted.at = since;
    tables::insert(t, wanted);
    tables::eraseCase(t, {story.kase.id, since, StaffId{"officer"}, "Olga Officer", "asked for"});
}

double metric(const std::string& text, const std::string& name) {
    const auto at = text.find("\n" + name + " ");
    return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 2));
}

}  // namespace

class MetricsOfStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deletions_thatProvidersOwe_areCountedAndTimed() {
        const Installation at;
        {
            BankStore store{at};
            const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
            store.write([now](Transaction& t) {
                eraseInVain(t, now - std::chrono::hours{2});
                eraseInVain(t, now - std::chrono::hours{1});
            });
        }
        QProcess process;
        const auto ready = nlohmann::json::parse(at.serve(process).toStdString());
        const auto text = clientOf(ready.at("ops")).get("/metrics").body;
        QCOMPARE(metric(text, "verdesk_deletions_waiting"), 2.0);
        const auto oldest = metric(text, "verdesk_deletions_oldest_seconds");
        QVERIFY2(oldest >= 7'200 && oldest < 7'200 + 600, std::to_string(oldest).c_str());
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
    }
};

VERDESK_TEST(MetricsOfStoreTest)
#include "metrics_test.moc"
