#pragma once
// What an account and a flow may say about PASSID, checked once and then read.
//
// account: base_url (required), path_prefix ("/api/bridge"; newer pages of PASSID's documentation show
// "/api/v1/bridge") flow:    ttl_seconds (1 to 3600; PASSID's own default is 600), institution_name (instead of the
// institution's own)

#include "providers/provider.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::providers::passid {

inline constexpr std::int64_t maxTtlSeconds = 3600;
inline constexpr std::int64_t usualTtlSeconds = 600;

struct AccountSettings {
    std::string root;  // base address and path prefix: calls are put behind it
    const crypto::Secret* key;
};

struct FlowSettings {
    std::optional<std::int64_t> ttlSeconds;
    std::string institutionName;           // empty: the institution's own
    std::vector<std::string> permissions;  // of PASSID; empty: all
};

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow);

// Of a configuration that `check` found nothing wrong with. Throw ProviderError(configuration) otherwise.
AccountSettings settingsOf(const Account& account);
FlowSettings settingsOf(const FlowOptions& flow);

// The generic claims that PASSID can prove.
std::vector<std::string> provableClaims();
// The permission under which PASSID gives that claim, or nothing.
std::optional<std::string_view> permissionFor(std::string_view claim);

}  // namespace verdesk::providers::passid
