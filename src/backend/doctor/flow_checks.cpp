#include "backend/doctor/flow_checks.h"

#include <algorithm>

namespace verdesk::backend::doctor {
namespace {

Environment environmentOf(const Config& config, const FlowConfig& flow) {
    const auto* account = config.account(flow.account);
    return account == nullptr ? Environment::unknown : account->account.environment;
}

Finding environmentFinding(const Config& config, const FlowConfig& flow) {
    if (environmentOf(config, flow) == Environment::live) {
        return {Level::good, "environment", "checks real customers with the live account " + flow.account, {}};
    }
    if (config.environment() == Environment::live) {
        return {Level::wrong, "environment",
                "runs on the sandbox account " + flow.account + ", beside live ones: its results are invented",
                "give the flow a live account, or take it out of what staff can pick"};
    }
    return {Level::warning, "environment", "runs on the sandbox account " + flow.account + ": its results are invented",
            "before going live, give it a live account"};
}

}  // namespace

Report flowChecks(const Config& config) {
    Report report;
    for (const auto& flow : config.flows) {
        const auto about = "flow " + flow.flow.id;
        report.push_back({about, environmentFinding(config, flow)});
        const auto* fallback = config.flow(flow.fallback);
        if (fallback != nullptr && environmentOf(config, flow) == Environment::live &&
            environmentOf(config, *fallback) != Environment::live) {
            report.push_back(
                {about,
                 {Level::wrong, "fallback", "leads customers to " + flow.fallback + ", whose account is no live one",
                  "name a live flow in fallback, or none"}});
        }
    }
    return report;
}

bool opensPages(const FlowConfig& flow) {
    return std::any_of(flow.flow.launches.begin(), flow.flow.launches.end(), [](LaunchKind kind) {
        return kind == LaunchKind::widget || kind == LaunchKind::redirect || kind == LaunchKind::script;
    });
}

}  // namespace verdesk::backend::doctor
