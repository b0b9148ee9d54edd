#include "backend/doctor/doctor.h"

#include "backend/doctor/account_checks.h"
#include "backend/doctor/flow_checks.h"
#include "backend/doctor/proxy_check.h"
#include "backend/doctor/public_checks.h"
#include "backend/doctor/recording_client.h"
#include "backend/doctor/round_trip.h"
#include "backend/doctor/secret_checks.h"
#include "backend/doctor/store_check.h"
#include "backend/doctor/tls_checks.h"
#include "backend/egress/origin.h"

#include <algorithm>
#include <set>

namespace verdesk::backend::doctor {

namespace asio = boost::asio;

namespace {

constexpr const char* publicListener = "public listener";

// One examination: collects the lines, and remembers which hosts turned up on the way.
class Examination {
public:
    Examination(const Patient& patient, const Instruments& with)
        : config_{patient.config},
          patient_{patient},
          with_{with},
          recorder_{with.toProviders, with.clock},
          egress_{recorder_, with.timing, [] { return 0.5; }, policyOf(patient.config)} {}

    asio::awaitable<Report> run() {
        append(secretChecks(config_, patient_.file, patient_.secrets, with_.files));
        add("store", storeFinding(with_.schema));
        append(flowChecks(config_));
        co_await lookAtPublicSide();
        for (const auto& [id, account] : config_.accounts) {
            co_await lookAtAccount(id, account);
        }
        lookAtCertificates();
        lookAtPages();
        add("this machine", clockFinding(recorder_.times()));
        co_return std::move(report_);
    }

private:
    static egress::Policy policyOf(const Config& config) {
        egress::Policy policy;
        policy.proxied = !config.proxy.empty();
        policy.retry.total = config.providerTimeout;
        policy.retry.single = std::min(policy.retry.single, config.providerTimeout);
        return policy;
    }

    void add(const std::string& about, Finding finding) {
        report_.push_back({about, std::move(finding)});
    }
    void append(Report more) {
        std::move(more.begin(), more.end(), std::back_inserter(report_));
    }

    // Those whose customers' browsers come back here, each once.
    std::set<std::string> returning() const {
        std::set<std::string> providers;
        for (const auto& flow : config_.flows) {
            const auto* account = config_.account(flow.account);
            const auto& launches = flow.flow.launches;
            if (account != nullptr &&
                std::find(launches.begin(), launches.end(), LaunchKind::redirect) != launches.end()) {
                providers.insert(account->provider);
            }
        }
        return providers;
    }

    asio::awaitable<void> lookAtPublicSide() {
        add(publicListener, addressFinding(config_.publicOrigin, config_.environment()));
        for (const auto& provider : returning()) {
            auto finding = co_await returnPage(config_.publicOrigin, provider, with_.toUs);
            add(publicListener, std::move(finding));
        }
    }

    asio::awaitable<void> lookAtAccount(const std::string& id, const AccountConfig& account) {
        const auto about = "account " + id;
        auto findings = co_await probed(config_, account, egress_, with_.clock);
        auto further = co_await roundTrip(config_, account, with_.toUs, with_.clock);
        std::move(further.begin(), further.end(), std::back_inserter(findings));
        for (auto& finding : findings) {
            add(about, std::move(finding));
        }
        called_.merge(recorder_.takeOrigins());
        called_.merge(configuredOrigins(account.account));
    }

    static bool isOutside(const std::string& origin) {
        const auto read = egress::originOf(origin);
        return read && read->secure && !read->loopback;
    }

    void lookAtCertificates() {
        const auto now = with_.clock.now();
        std::optional<TlsLook> any;
        for (const auto& origin : called_) {
            if (isOutside(origin)) {
                const auto look = with_.look(origin, {config_.proxy, config_.caFile.string(), {}});
                any = any && any->reached ? any : look;  // one that is reached shows that the way is open
                add("network", tlsFinding(origin, look, Whose::provider, now));
            }
        }
        add("network", proxyFinding(config_.proxy, with_.environment, any));
        if (isOutside(config_.publicOrigin)) {
            add(publicListener,
                tlsFinding(config_.publicOrigin, with_.look(config_.publicOrigin, {}), Whose::ours, now));
        }
        if (!config_.staff.certificate.empty()) {
            const auto origin = "https://" + config_.staff.address + ":" + std::to_string(config_.staff.port);
            add("staff listener", endFinding(origin, with_.look(origin, {}), now));
        }
    }

    // The pages that desks open in their browser, by the roots that a browser brings along.
    void lookAtPages() {
        std::set<std::string> pages;
        for (const auto& flow : config_.flows) {
            const auto* account = config_.account(flow.account);
            if (account == nullptr || !opensPages(flow)) {
                continue;
            }
            for (const auto& page : config_.provider(account->provider)->pageOrigins(account->account, flow.flow)) {
                if (const auto origin = egress::originOf(page)) {
                    pages.insert(origin->text());
                }
            }
        }
        for (const auto& origin : pages) {
            if (!isOutside(origin)) {
                continue;
            }
            if (with_.browserRoots.empty()) {
                add("counters", noBrowserRoots());
                return;
            }
            add("counters", browserFinding(origin, with_.look(origin, {config_.proxy, {}, with_.browserRoots})));
        }
    }

    const Config& config_;
    const Patient& patient_;
    const Instruments& with_;
    RecordingClient recorder_;
    egress::Egress egress_;
    Report report_;
    std::set<std::string> called_;
};

}  // namespace

asio::awaitable<Report> examine(const Patient& patient, const Instruments& instruments) {
    Examination examination{patient, instruments};
    co_return co_await examination.run();
}

}  // namespace verdesk::backend::doctor
