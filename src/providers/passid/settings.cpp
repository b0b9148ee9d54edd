#include "providers/passid/settings.h"

#include "contract/json_reader.h"
#include "providers/base_url.h"
#include "providers/findings.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::passid {
namespace {

using Where = ConfigProblem::Where;

constexpr std::string_view usualPrefix = "/api/bridge";

// PASSID's seven permissions, by the claims that each gives.
struct Given {
    std::string_view claim;
    std::string_view permission;
};
constexpr std::array<Given, 10> given{{
    {claims::name::score, "full_score"},
    {claims::name::tier, "full_score"},
    {claims::name::stability, "full_score"},
    {claims::name::income, "income_verified"},
    {claims::name::incomeBand, "income_verified"},
    {claims::name::identity, "identity_verified"},
    {claims::name::sanctionsClear, "sanctions_clear"},
    {claims::name::paymentReliability, "payment_reliability"},
    {claims::name::savingsConsistency, "savings_consistency"},
    {claims::name::fraudRisk, "fraud_risk"},
}};

std::vector<ConfigProblem> checkAccount(const Account& account) {
    Findings found{Where::account};
    const JsonReader options{tableOf(account.options)};
    if (!options.has("base_url")) {
        found.add("base_url", "is missing");
    } else if (const auto url = found.take([&] { return options.text("base_url"); })) {
        if (const auto problem = problemOfBaseUrl(*url)) {
            found.add("base_url", *problem);
        }
    }
    if (const auto prefix = found.take([&] { return options.text("path_prefix"); }); prefix && !isPath(*prefix)) {
        found.add("path_prefix", "must be a path such as /api/bridge");
    }
    const auto* key = account.secret("key");
    if (key == nullptr) {
        found.add("key", "is missing: the institution's key, as PASSID shows it once");
    } else if (std::any_of(key->reveal().begin(), key->reveal().end(), [](char c) { return c <= ' ' || c > '~'; })) {
        found.add("key", "has a blank, a line break or another character that no key has");
    }
    return std::move(found).problems();
}

std::vector<ConfigProblem> checkFlow(const FlowOptions& flow) {
    Findings found{Where::flow};
    const JsonReader options{tableOf(flow.options)};
    const auto ttl = found.take([&] { return options.integer("ttl_seconds"); });
    if (ttl && (*ttl < 1 || *ttl > maxTtlSeconds)) {
        found.add("ttl_seconds", "must be from 1 to " + std::to_string(maxTtlSeconds) + ", as PASSID allows");
    }
    found.take([&] { return options.text("institution_name"); });
    for (const auto& asked : flow.asks) {
        if (!permissionFor(asked)) {
            found.add("asks", "\"" + asked + "\" is nothing that PASSID proves");
        }
    }
    if (flow.launches.empty()) {
        found.add("launches", "is empty: PASSID can do qr and token");
    }
    for (const auto launch : flow.launches) {
        if (launch != LaunchKind::qr && launch != LaunchKind::token) {
            found.add("launches", "\"" + std::string{toWord(launch)} + "\" is nothing that PASSID can do: qr or token");
        }
    }
    return std::move(found).problems();
}

[[noreturn]] void misconfigured(const ConfigProblem& problem) {
    throw ProviderError{Failure::configuration, problem.key + " " + problem.message};
}

}  // namespace

std::optional<std::string_view> permissionFor(std::string_view claim) {
    for (const auto& each : given) {
        if (each.claim == claim) {
            return each.permission;
        }
    }
    return std::nullopt;
}

std::vector<std::string> provableClaims() {
    std::vector<std::string> names;
    names.reserve(given.size());
    for (const auto& each : given) {
        names.emplace_back(each.claim);
    }
    return names;
}

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow) {
    auto problems = checkAccount(account);
    if (flow != nullptr) {
        for (auto& problem : checkFlow(*flow)) {
            problems.push_back(std::move(problem));
        }
    }
    return problems;
}

AccountSettings settingsOf(const Account& account) {
    if (const auto problems = checkAccount(account); !problems.empty()) {
        misconfigured(problems.front());
    }
    const JsonReader options{account.options};
    return {withoutTrailingSlashes(options.requiredText("base_url")) +
                withoutTrailingSlashes(options.text("path_prefix").value_or(std::string{usualPrefix})),
            account.secret("key")};
}

FlowSettings settingsOf(const FlowOptions& flow) {
    if (const auto problems = checkFlow(flow); !problems.empty()) {
        misconfigured(problems.front());
    }
    const JsonReader options{tableOf(flow.options)};
    FlowSettings settings{options.integer("ttl_seconds"), options.text("institution_name").value_or(""), {}};
    for (const auto& asked : flow.asks) {
        std::string permission{*permissionFor(asked)};
        if (std::find(settings.permissions.begin(), settings.permissions.end(), permission) ==
            settings.permissions.end()) {
            settings.permissions.push_back(std::move(permission));
        }
    }
    return settings;
}

}  // namespace verdesk::providers::passid
