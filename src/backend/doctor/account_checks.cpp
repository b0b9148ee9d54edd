#include "backend/doctor/account_checks.h"

#include "backend/egress/origin.h"

namespace verdesk::backend::doctor {
namespace {

void collect(const nlohmann::json& value, std::set<std::string>& into) {
    if (value.is_string()) {
        const auto origin = egress::originOf(value.get<std::string>());
        if (origin && origin->secure && !origin->loopback) {
            into.insert(origin->text());
        }
    }
    if (value.is_structured()) {
        for (const auto& each : value) {
            collect(each, into);
        }
    }
}

}  // namespace

boost::asio::awaitable<std::vector<Finding>> probed(const Config& config, const AccountConfig& account,
                                                    egress::Egress& egress, const Clock& clock) {
    const auto context = config.context(account, clock.now());
    const egress::Caller caller{account.account.id};
    std::vector<Finding> findings;
    try {
        findings = co_await egress::drive(config.provider(account.provider)->probe(context), egress, caller);
    } catch (const providers::ProviderError& error) {
        findings.push_back({Level::wrong, "key", error.what(), "look at the account's settings and at the network"});
    }
    if (findings.empty()) {
        findings.push_back({Level::skipped, "key", "this provider has nothing that could be asked beforehand", {}});
    }
    co_return findings;
}

std::set<std::string> configuredOrigins(const providers::Account& account) {
    std::set<std::string> origins;
    collect(account.options, origins);
    return origins;
}

}  // namespace verdesk::backend::doctor
