// [sessions], [desk], [limits] and [providers].
#include "backend/config/parts.h"

#include <regex>

namespace verdesk::backend::parts {
namespace {

void readSeconds(Table& table, const std::string& key, std::chrono::seconds& value, std::int64_t low,
                 std::int64_t high) {
    if (const auto given = table.integer(key, low, high)) {
        value = std::chrono::seconds{*given};
    }
}

void readSize(Table& table, const std::string& key, std::size_t& value, std::int64_t unit, std::int64_t low,
              std::int64_t high) {
    if (const auto given = table.integer(key, low, high)) {
        value = static_cast<std::size_t>(*given * unit);
    }
}

}  // namespace

void readLimits(Table& root, Config& config, const std::filesystem::path& folder) {
    auto sessions = root.table("sessions");
    readSeconds(sessions, "life_seconds", config.sessionLife, 300, 7 * 24 * 3600);
    readSeconds(sessions, "idle_seconds", config.sessionIdle, 60, 24 * 3600);
    readSeconds(sessions, "lock_seconds", config.idleLock, 30, 24 * 3600);
    readSeconds(sessions, "hide_claims_seconds", config.hideClaims, 10, 24 * 3600);
    if (config.idleLock > config.sessionIdle) {
        sessions.complain("lock_seconds", "is longer than idle_seconds: the session would end before the desk locks");
    }
    sessions.finish();

    auto desk = root.table("desk");
    config.minimumDesk = desk.text("minimum_version").value_or(config.minimumDesk);
    static const std::regex version{R"(\d{1,4}\.\d{1,4}\.\d{1,4})"};
    if (!std::regex_match(config.minimumDesk, version)) {
        desk.complain("minimum_version", "must be three numbers, such as \"0.1.0\"");
    }
    config.minimumEngine = desk.text("minimum_engine").value_or("");
    static const std::regex engine{R"(\d{1,5}(\.\d{1,5}){0,3})"};
    if (desk.has("minimum_engine") && !std::regex_match(config.minimumEngine, engine)) {
        desk.complainOnce("minimum_engine", "must be a version of Chromium, such as \"102\" or \"102.0.5005.177\"");
    }
    desk.finish();

    auto limits = root.table("limits");
    readSize(limits, "header_kib", config.limits.headerBytes, 1024, 4, 256);
    readSize(limits, "body_kib", config.limits.bodyBytes, 1024, 64, 16 * 1024);
    readSize(limits, "connections", config.limits.connections, 1, 10, 1'000'000);
    if (const auto rate = limits.integer("requests_per_second", 5, 100'000)) {
        config.limits.requestsPerSecond = static_cast<int>(*rate);
    }
    if (const auto rate = limits.integer("hooks_per_second", 1, 1'000'000)) {
        config.limits.hooksPerSecond = static_cast<int>(*rate);
    }
    if (const auto days = limits.integer("unmatched_days", 14, 3'650)) {
        config.limits.unmatchedKept = std::chrono::days{*days};
    }
    limits.finish();

    auto providers = root.table("providers");
    if (const auto timeout = providers.integer("timeout_ms", 1'000, 120'000)) {
        config.providerTimeout = std::chrono::milliseconds{*timeout};
    }
    config.proxy = providers.text("proxy").value_or("");
    static const std::regex proxy{R"(https?://[^\s/@]+)"};
    if (!config.proxy.empty() && !std::regex_match(config.proxy, proxy)) {
        providers.complain("proxy", "must be such as \"http://proxy.bank.example:3128\", without a name or password");
    }
    config.caFile = readPath(providers, "ca_file", folder);
    config.pollSpeed = providers.number("poll_speed", 0.01, 1'000).value_or(config.pollSpeed);
    providers.finish();
}

}  // namespace verdesk::backend::parts
