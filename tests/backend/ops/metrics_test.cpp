#include "backend/ops/metrics.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace std::chrono_literals;

class MetricsTest : public QObject {
    Q_OBJECT

    static void verify(const Metrics& metrics, const std::string& line) {
        const auto text = metrics.text();
        QVERIFY2(text.find(line + "\n") != std::string::npos, (line + "\n" + text).c_str());
    }

private Q_SLOTS:
    void requests_areCountedByRouteAndStatus() {
        Metrics metrics;
        metrics.request("staff", "GET", "/api/v1/cases/{id}", 200, 3ms);
        metrics.request("staff", "GET", "/api/v1/cases/{id}", 200, 30ms);
        metrics.request("staff", "BREW", "", 404, 1ms);
        verify(
            metrics,
            R"(verdesk_http_requests_total{listener="staff",method="GET",route="/api/v1/cases/{id}",status="200"} 2)");
        verify(metrics, R"(verdesk_http_requests_total{listener="staff",method="other",route="none",status="404"} 1)");
        verify(metrics,
               R"(verdesk_http_request_seconds_bucket{listener="staff",route="/api/v1/cases/{id}",le="0.005"} 1)");
        verify(metrics, R"(verdesk_http_request_seconds_count{listener="staff",route="/api/v1/cases/{id}"} 2)");
    }

    void hooks_andProviderCalls_areCountedByAccountAndOutcome() {
        Metrics metrics;
        metrics.hook("main", HookOutcome::rejected);
        metrics.hook("main", HookOutcome::replayed);
        metrics.hook("", HookOutcome::unknownAccount);
        for (const int status : {0, 200, 401, 429, 503}) {
            metrics.providerCall("main", status, 20ms);
        }
        verify(metrics, R"(verdesk_hooks_total{account="main",outcome="rejected"} 1)");
        verify(metrics, R"(verdesk_hooks_total{account="main",outcome="replayed"} 1)");
        verify(metrics, R"(verdesk_hooks_total{account="",outcome="unknown_account"} 1)");
        for (const auto* outcome : {"no_answer", "ok", "refused", "slow_down", "broken"}) {
            verify(metrics,
                   "verdesk_provider_calls_total{account=\"main\",outcome=\"" + std::string{outcome} + "\"} 1");
        }
        verify(metrics, R"(verdesk_provider_call_seconds_count{account="main"} 5)");
    }

    void levels_areThoseOfTheMoment_andCountersOnlyRise() {
        Metrics metrics;
        Levels levels;
        levels.openVerifications = 7;
        levels.unmatchedHooks = 2;
        levels.deletions = 3;
        levels.longestOwed = 90s;
        levels.writer = {3, 10, 40};
        metrics.set(levels);
        verify(metrics, "verdesk_deletions_waiting 3");
        verify(metrics, "verdesk_deletions_oldest_seconds 90");
        levels.openVerifications = 1;
        levels.deletions = 1;
        levels.longestOwed = 1500ms;
        levels.writer = {0, 12, 50};
        metrics.set(levels);
        verify(metrics, "verdesk_verifications_open 1");
        verify(metrics, "verdesk_hooks_unmatched 2");
        verify(metrics, "verdesk_deletions_waiting 1");
        verify(metrics, "verdesk_deletions_oldest_seconds 1.5");
        verify(metrics, "verdesk_store_queue 0");
        verify(metrics, "verdesk_store_batches_total 12");
        verify(metrics, "verdesk_store_changes_total 50");
    }
};

VERDESK_TEST(MetricsTest)
#include "metrics_test.moc"
