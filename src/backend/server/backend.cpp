#include "backend/server/backend.h"

#include "backend/api/answer.h"
#include "backend/api/staff_api.h"
#include "backend/auth/sessions.h"
#include "backend/config/store_options.h"
#include "backend/egress/curl_client.h"
#include "backend/egress/driver.h"
#include "backend/hooks/receiver.h"
#include "backend/ops/metrics.h"
#include "backend/ops/ops_routes.h"
#include "backend/relay/sender.h"
#include "backend/returns/receiver.h"
#include "backend/server/housekeeping.h"
#include "backend/store/tables/erasures.h"
#include "backend/store/tables/hooks.h"
#include "backend/verification/service.h"
#include "http/server.h"

#include <spdlog/spdlog.h>

#include <random>

namespace verdesk::backend {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::milliseconds grace{5'000};  // for requests under way when the backend stops

egress::CurlOptions curlOptions(const Config& config) {
    egress::CurlOptions options;
    options.totalTimeout = std::max(options.totalTimeout, config.providerTimeout);
    options.proxy = config.proxy;
    options.caFile = config.caFile.string();
    return options;
}

egress::Policy policyOf(const Config& config) {
    egress::Policy policy;
    policy.proxied = !config.proxy.empty();
    policy.retry.total = config.providerTimeout;
    policy.retry.single = std::min(policy.retry.single, config.providerTimeout);
    return policy;
}

std::function<double()> randomNumbers() {
    return [engine = std::make_shared<std::mt19937_64>(std::random_device{}())] {
        return std::uniform_real_distribution<double>{0, 1}(*engine);  // for the jitter of pauses, nothing secret
    };
}

http::Options optionsOf(const ListenerConfig& listener, const LimitsConfig& limits) {
    http::Options options;
    options.address = listener.address;
    options.port = listener.port;
    options.limits.headerBytes = limits.headerBytes;
    options.limits.bodyBytes = limits.bodyBytes;
    options.limits.connections = limits.connections;
    if (!listener.certificate.empty()) {
        options.tls = http::Tls{listener.certificate.string(), listener.key.string()};
    }
    return options;
}

http::Response describePlainly(int status, std::string_view why) {
    return api::answerOf(api::problemOfStatus(status, why));
}

}  // namespace

struct Backend::State {
    State(asio::any_io_executor on, const Config& given)
        : executor{std::move(on)},
          config{given},
          store{executor, storeOptions(config)},
          client{curlOptions(config)},
          egress{client, timing, randomNumbers(), policyOf(config)},
          sessions{config, store, clock, passwords},
          verifications{executor, config, store, egress, clock, options()},
          staffApi{{config, store, clock, sessions, verifications,
                    [this](const std::string& account) { return egress.answering(account); }}},
          sender{config.sender},
          hooks{config,
                store,
                clock,
                [this](std::string hook, providers::Pushed pushed) {
                    verifications.hookArrived(std::move(hook), std::move(pushed));
                },
                [this](const std::string& account, HookOutcome outcome) { metrics.hook(account, outcome); },
                [this](providers::Relay message) { return sender.send(std::move(message)); }},
          returns{config, clock,
                  [this](std::string provider, std::string url, bool back) {
                      return verifications.cameBack(std::move(provider), std::move(url), back);
                  },
                  [this](const std::string& provider, ReturnOutcome outcome) { metrics.returned(provider, outcome); }},
          housekeeping{executor, store, clock, staffApi.idempotency(), config.limits.unmatchedKept} {
        for (const auto& warning : config.warnings) {
            spdlog::warn("{}", warning);
        }
        egress.observe([this](const egress::Sending& sending) {
            metrics.providerCall(sending.account, sending.status, sending.took);
        });
    }

    VerificationOptions options() {
        VerificationOptions made;
        made.dropped = [this](const std::string& provider) { metrics.returned(provider, ReturnOutcome::dropped); };
        return made;
    }

    http::Options observed(http::Options options, std::string name) {
        options.observe = [this, name = std::move(name)](const http::Request& request, std::string_view pattern,
                                                         int status, std::chrono::microseconds took) {
            metrics.request(name, request.method, pattern, status, took);
        };
        return options;
    }

    void listen();
    asio::awaitable<std::string> whyNotReady();
    asio::awaitable<Levels> levels();

    asio::any_io_executor executor;
    const Config& config;
    SystemClock clock;
    Metrics metrics;
    store::Store store;
    egress::SteadyTiming timing;
    egress::CurlClient client;
    egress::Egress egress;
    PasswordWorker passwords;
    Sessions sessions;
    Verifications verifications;
    api::StaffApi staffApi;
    Sender sender;
    HookReceiver hooks;
    ReturnReceiver returns;
    Housekeeping housekeeping;
    std::unique_ptr<http::Server> staff;
    std::unique_ptr<http::Server> publicSide;
    std::unique_ptr<http::Server> ops;
    Origins origins;
    bool stopping = false;
};

void Backend::State::listen() {
    auto staffOptions = observed(optionsOf(config.staff, config.limits), "staff");
    staffOptions.describe = [this](int status, std::string_view why) { return staffApi.describe(status, why); };
    staff = std::make_unique<http::Server>(executor, staffApi.router(), std::move(staffOptions));

    http::Router publicRouter;
    publicRouter.add("POST", "/hooks/{provider}/{segment}",
                     [this](http::Request request) { return hooks.receive(std::move(request)); });
    publicRouter.add("GET", "/return/{provider}",
                     [this](http::Request request) { return returns.receive(std::move(request), false); });
    publicRouter.add("GET", "/return/{provider}/back",
                     [this](http::Request request) { return returns.receive(std::move(request), true); });
    auto publicOptions = observed(optionsOf(config.publicSide, config.limits), "public");
    publicOptions.describe = describePlainly;
    publicSide = std::make_unique<http::Server>(executor, std::move(publicRouter), std::move(publicOptions));

    auto opsOptions = observed(optionsOf(config.ops, config.limits), "ops");
    opsOptions.limits.connections = 64;
    opsOptions.limits.bodyBytes = 1024;
    opsOptions.describe = describePlainly;
    auto opsRoutes = opsRouter({metrics, [this] { return whyNotReady(); }, [this] { return levels(); }});
    ops = std::make_unique<http::Server>(executor, std::move(opsRoutes), std::move(opsOptions));

    origins = {staff->origin(), publicSide->origin(), ops->origin()};
}

asio::awaitable<std::string> Backend::State::whyNotReady() {
    if (stopping) {
        co_return "the backend is stopping";
    }
    const bool writable = co_await store.healthy();  // g++ 12 breaks a co_await inside the condition
    co_return writable ? "" : "the store cannot be written";
}

asio::awaitable<Levels> Backend::State::levels() {
    const auto query = [now = clock.now()](store::Reading& r) {
        Levels kept;
        kept.unmatchedHooks = store::tables::countHooks(r, store::HookState::unmatched);
        kept.deletions = store::tables::countForgets(r);
        const auto oldest = store::tables::oldestForget(r).value_or(now);
        kept.longestOwed = std::max(std::chrono::milliseconds{0}, now - oldest);  // clocks of replicas differ
        return kept;
    };
    auto levels = co_await store.read(query);
    levels.openVerifications = verifications.openSessions();
    levels.feedPollers = staffApi.polling();
    levels.staffConnections = staff->connections();
    levels.publicConnections = publicSide->connections();
    levels.writer = store.load();
    co_return levels;
}

Backend::Backend(asio::any_io_executor executor, const Config& config)
    : state_{std::make_unique<State>(std::move(executor), config)} {}

Backend::~Backend() = default;

asio::awaitable<void> Backend::start() {
    co_await state_->verifications.resume();
    state_->listen();
    state_->housekeeping.start();
    spdlog::info("listening: staff {}, public {}, ops {}", state_->origins.staff, state_->origins.publicSide,
                 state_->origins.ops);
}

asio::awaitable<void> Backend::stop() {
    state_->stopping = true;
    state_->staffApi.stop();
    state_->housekeeping.stop();
    if (state_->staff) {
        co_await state_->staff->stop(grace);
        co_await state_->publicSide->stop(grace);
    }
    co_await state_->verifications.stop();
    if (state_->ops) {
        co_await state_->ops->stop(std::chrono::milliseconds{500});
    }
    spdlog::info("stopped");
}

const Origins& Backend::origins() const {
    return state_->origins;
}

store::Store& Backend::store() {
    return state_->store;
}

const Clock& Backend::clock() const {
    return state_->clock;
}

}  // namespace verdesk::backend
