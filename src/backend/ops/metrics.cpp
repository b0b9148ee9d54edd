#include "backend/ops/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace verdesk::backend {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;

const prometheus::Histogram::BucketBoundaries requestSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                             0.25,  0.5,    1,     2.5,  5,     10,   30};
const prometheus::Histogram::BucketBoundaries callSeconds{0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20};

std::string wordOf(HookOutcome outcome) {
    switch (outcome) {
        case HookOutcome::accepted:
            return "accepted";
        case HookOutcome::replayed:
            return "replayed";
        case HookOutcome::rejected:
            return "rejected";
        case HookOutcome::unknownAccount:
            return "unknown_account";
        case HookOutcome::foreign:
            return "foreign";
        case HookOutcome::limited:
            return "limited";
        case HookOutcome::relayed:
            return "relayed";
        case HookOutcome::unsent:
            return "unsent";
    }
    return "unknown";
}

std::string wordOf(ReturnOutcome outcome) {
    switch (outcome) {
        case ReturnOutcome::taken:
            return "taken";
        case ReturnOutcome::unknown:
            return "unknown";
        case ReturnOutcome::dropped:
            return "dropped";
        case ReturnOutcome::limited:
            return "limited";
        case ReturnOutcome::failed:
            return "failed";
    }
    return "unknown";
}

// Few enough to be a label.
std::string outcomeOf(int status) {
    if (status == 0) {
        return "no_answer";
    }
    if (status == 429) {
        return "slow_down";
    }
    return status < 400 ? "ok" : status < 500 ? "refused" : "broken";
}

// The words of a request line are the sender's: only the usual ones become a label.
std::string methodOf(std::string_view method) {
    for (const auto* known : {"GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS"}) {
        if (method == known) {
            return known;
        }
    }
    return "other";
}

template <class Time>
double seconds(Time time) {
    return std::chrono::duration<double>(time).count();
}

}  // namespace

struct Metrics::State {
    prometheus::Registry registry;

    prometheus::Family<prometheus::Counter>& counters(const char* name, const char* help) {
        return BuildCounter().Name(name).Help(help).Register(registry);
    }
    prometheus::Gauge& gauge(const char* name, const char* help) {
        return BuildGauge().Name(name).Help(help).Register(registry).Add({});
    }

    prometheus::Family<prometheus::Counter>& requests =
        counters("verdesk_http_requests_total", "Requests by listener, route and status");
    prometheus::Family<prometheus::Histogram>& requestTimes =
        BuildHistogram()
            .Name("verdesk_http_request_seconds")
            .Help("How long requests took, long polls among them, by listener and route")
            .Register(registry);
    prometheus::Family<prometheus::Counter>& hooks =
        counters("verdesk_hooks_total", "Webhooks by account and outcome; rejected: the signature was wrong");
    prometheus::Family<prometheus::Counter>& returns = counters(
        "verdesk_returns_total", "Browsers that came back, by provider and outcome; unknown: with a state of nobody's");
    prometheus::Family<prometheus::Counter>& calls =
        counters("verdesk_provider_calls_total", "Requests sent to providers by account and outcome");
    prometheus::Family<prometheus::Histogram>& callTimes = BuildHistogram()
                                                               .Name("verdesk_provider_call_seconds")
                                                               .Help("How long providers took, by account")
                                                               .Register(registry);
    prometheus::Gauge& open = gauge("verdesk_verifications_open", "Verifications that are not final");
    prometheus::Gauge& pollers = gauge("verdesk_feed_pollers", "Desks that wait for changes just now");
    prometheus::Family<prometheus::Gauge>& connectionFamily =
        BuildGauge().Name("verdesk_http_connections").Help("Open connections by listener").Register(registry);
    prometheus::Gauge& staffConnections = connectionFamily.Add({{"listener", "staff"}});
    prometheus::Gauge& publicConnections = connectionFamily.Add({{"listener", "public"}});
    prometheus::Gauge& unmatched =
        gauge("verdesk_hooks_unmatched", "Webhooks that were authentic and belong to no verification");
    prometheus::Gauge& deletions =
        gauge("verdesk_deletions_waiting", "Checks of erased cases that their providers are still to delete");
    prometheus::Gauge& longestOwed =
        gauge("verdesk_deletions_oldest_seconds", "How long the oldest of these has been waiting; 0 where none does");
    prometheus::Gauge& queue = gauge("verdesk_store_queue", "Changes that wait for the writer");
    prometheus::Counter& batches = counters("verdesk_store_batches_total", "Commits of the writer").Add({});
    prometheus::Counter& changes = counters("verdesk_store_changes_total", "Changes in those commits").Add({});
};

Metrics::Metrics() : state_{std::make_unique<State>()} {
    BuildGauge()
        .Name("verdesk_build_info")
        .Help("The running version")
        .Register(state_->registry)
        .Add({{"version", VERDESK_VERSION}})
        .Set(1);
}

Metrics::~Metrics() = default;

void Metrics::request(std::string_view listener, std::string_view method, std::string_view route, int status,
                      std::chrono::microseconds took) {
    const std::string where{listener};
    const std::string pattern{route.empty() ? "none" : route};
    state_->requests
        .Add(
            {{"listener", where}, {"method", methodOf(method)}, {"route", pattern}, {"status", std::to_string(status)}})
        .Increment();
    state_->requestTimes.Add({{"listener", where}, {"route", pattern}}, requestSeconds).Observe(seconds(took));
}

void Metrics::hook(const std::string& account, HookOutcome outcome) {
    state_->hooks.Add({{"account", account}, {"outcome", wordOf(outcome)}}).Increment();
}

void Metrics::returned(const std::string& provider, ReturnOutcome outcome) {
    state_->returns.Add({{"provider", provider}, {"outcome", wordOf(outcome)}}).Increment();
}

void Metrics::providerCall(const std::string& account, int status, std::chrono::milliseconds took) {
    state_->calls.Add({{"account", account}, {"outcome", outcomeOf(status)}}).Increment();
    state_->callTimes.Add({{"account", account}}, callSeconds).Observe(seconds(took));
}

void Metrics::set(const Levels& levels) {
    state_->open.Set(static_cast<double>(levels.openVerifications));
    state_->pollers.Set(static_cast<double>(levels.feedPollers));
    state_->staffConnections.Set(static_cast<double>(levels.staffConnections));
    state_->publicConnections.Set(static_cast<double>(levels.publicConnections));
    state_->unmatched.Set(static_cast<double>(levels.unmatchedHooks));
    state_->deletions.Set(static_cast<double>(levels.deletions));
    state_->longestOwed.Set(seconds(levels.longestOwed));
    state_->queue.Set(static_cast<double>(levels.writer.waiting));
    state_->batches.Increment(static_cast<double>(levels.writer.batches) - state_->batches.Value());
    state_->changes.Increment(static_cast<double>(levels.writer.changes) - state_->changes.Value());
}

std::string Metrics::text() const {
    return prometheus::TextSerializer{}.Serialize(state_->registry.Collect());
}

}  // namespace verdesk::backend
