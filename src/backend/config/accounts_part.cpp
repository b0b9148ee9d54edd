// [accounts.*] and [flows.*]: what is ours is read here, the rest goes to the provider, who says what is wrong with it.
#include "backend/config/parts.h"
#include "crypto/digest.h"

#include <algorithm>
#include <regex>
#include <set>

namespace verdesk::backend::parts {
namespace {

using providers::ConfigProblem;

std::string digestOf(const nlohmann::json& value) {
    return crypto::toHex(crypto::sha256(crypto::viewOf(value.dump())));
}

bool isId(const std::string& id) {
    static const std::regex word{"[a-z0-9_-]{1,40}"};
    return std::regex_match(id, word);
}

void readSegment(Table& table, AccountConfig& config, const SecretReader& secrets) {
    static const std::regex segment{"[A-Za-z0-9_-]{22,128}"};
    if (!table.has("hook_segment")) {
        for (const auto& [name, secret] : config.account.secrets) {
            if (!secret.empty() && name.find("webhook") != std::string::npos) {
                table.complain("hook_segment", "is missing: without it no webhook can arrive, and " + name +
                                                   " is of no use; or leave both out, and sessions are polled");
            }
        }
        return;
    }
    if (const auto given = secrets.one(table, "hook_segment")) {
        config.hookSegment = std::string{given->reveal()};
        if (!std::regex_match(config.hookSegment, segment)) {
            table.complain("hook_segment",
                           "must be 22 to 128 letters, digits, - or _: make one with "
                           "\"openssl rand -hex 16\"");
        }
    }
}

void readDocumentOrigins(Table& table, AccountConfig& config) {
    static const std::regex origin{R"(https?://[A-Za-z0-9.\-\[\]:]+)"};
    for (auto& text : table.texts("document_origins")) {
        if (!std::regex_match(text, origin)) {
            table.complain("document_origins",
                           "\"" + text + "\" must be scheme, host and perhaps a port, without a path");
        }
        config.documentOrigins.push_back(std::move(text));
    }
}

// `whole`: nothing is missing, so that the key can tell.
void readEnvironment(Table& table, AccountConfig& config, const providers::Provider& provider, bool whole) {
    const auto told = provider.environmentOf(config.account);
    const auto given = table.text("environment");
    auto said = Environment::unknown;
    if (given) {
        said = fromWord<Environment>(*given).value_or(Environment::unknown);
        if (said != Environment::sandbox && said != Environment::live) {
            table.complain("environment", "must be \"sandbox\" or \"live\"");
            return;
        }
    }
    if (said == Environment::unknown && told == Environment::unknown) {
        if (whole) {
            table.complain("environment", "is missing, and the key does not tell: \"sandbox\" or \"live\"");
        }
    } else if (said != Environment::unknown && told != Environment::unknown && said != told) {
        table.complain("environment", "says \"" + *given + "\", but the key is one of the " +
                                          std::string{toWord(told)} + " environment");
    }
    config.account.environment = said == Environment::unknown ? told : said;
}

// Null where there is no such provider.
const providers::Provider* readAccount(const std::string& id, Table table, Config& config, const SecretReader& secrets,
                                       const Surroundings& surroundings) {
    AccountConfig account;
    account.account.id = id;
    account.provider = table.requiredText("provider", "which provider this account is at, such as \"passid\"");
    const auto* provider = surroundings.provider(account.provider);
    if (provider == nullptr) {
        if (!account.provider.empty()) {
            std::string known;
            for (const auto& each : surroundings.providerIds()) {
                known += (known.empty() ? "" : ", ") + each;
            }
            table.complain("provider", "there is no provider \"" + account.provider + "\"; there are: " + known);
        }
        config.accounts.emplace(id, std::move(account));
        return nullptr;
    }
    account.displayName = provider->info().displayName;
    for (const auto& name : provider->info().secrets) {
        if (table.has(name)) {  // what is needed and missing is for the provider to say
            account.account.secrets[name] = secrets.several(table, name);
        }
    }
    readSegment(table, account, secrets);
    account.hookSources = readNetworks(table, "hook_sources");
    readDocumentOrigins(table, account);
    account.account.options = table.options(provider->info().accountOptions);
    const auto problems = provider->check(account.account, nullptr);
    for (const auto& problem : problems) {
        table.complainOnce(problem.key, problem.message);
    }
    readEnvironment(table, account, *provider, problems.empty());
    table.finish();
    account.optionsDigest = digestOf({{"provider", account.provider},
                                      {"environment", toWord(account.account.environment)},
                                      {"options", account.account.options}});
    config.accounts.emplace(id, std::move(account));
    return provider;
}

std::vector<LaunchKind> readLaunches(Table& table, const providers::Provider* provider) {
    std::vector<LaunchKind> launches;
    const auto words = table.texts("launches");
    if (words.empty()) {
        table.complain("launches", "needs at least one, the usual one first, such as [\"qr\", \"token\"]");
    }
    for (const auto& word : words) {
        const auto kind = fromWord<LaunchKind>(word).value_or(LaunchKind::unknown);
        if (kind == LaunchKind::unknown) {
            table.complain("launches", "\"" + word + "\" is no launch; there are: qr, token, widget, redirect, script");
        } else if (std::find(launches.begin(), launches.end(), kind) != launches.end()) {
            table.complain("launches", "\"" + word + "\" stands there twice");
        } else if (provider != nullptr) {
            const auto& offered = provider->info().launches;
            if (std::find(offered.begin(), offered.end(), kind) == offered.end()) {
                table.complain("launches", provider->info().displayName + " does not offer \"" + word + "\"");
            }
        }
        launches.push_back(kind);
    }
    return launches;
}

std::vector<std::string> readAsks(Table& table, const providers::Provider* provider) {
    auto asks = table.texts("asks");
    if (asks.empty()) {
        table.complain("asks", "needs at least one claim to ask for, such as [\"identity_verified\"]");
    }
    std::set<std::string> seen;
    for (const auto& ask : asks) {
        if (!seen.insert(ask).second) {
            table.complain("asks", "\"" + ask + "\" stands there twice");
        }
        if (provider == nullptr) {
            continue;
        }
        const auto& provable = provider->info().claims;
        if (std::find(provable.begin(), provable.end(), ask) == provable.end()) {
            auto wrong = provider->info().displayName;
            wrong.append(" cannot prove \"").append(ask).append("\"").append(didYouMean(ask, provable));
            table.complain("asks", wrong);
        }
    }
    return asks;
}

// The claims are always kept; what else, the provider's own habit says where the flow does not.
providers::Keep readKeep(Table& table, const providers::Provider* provider) {
    const auto words = table.texts("keep");
    if (!table.has("keep")) {
        return provider == nullptr ? providers::Keep{} : provider->info().keeps;
    }
    providers::Keep keep;
    for (const auto& word : words) {
        if (word == "documents") {
            keep.documents = true;
        } else if (word == "video") {
            keep.video = true;
        } else if (word != "claims") {
            table.complain("keep", "\"" + word + "\" cannot be kept; there are: claims, documents, video");
        }
    }
    return keep;
}

void readFlow(const std::string& id, Table table, Config& config,
              const std::map<std::string, const providers::Provider*>& accounts) {
    FlowConfig flow;
    flow.flow.id = id;
    flow.title = table.requiredLocalized("title", config.institution.languages);
    flow.description = table.localized("description");
    flow.account = table.requiredText("account", "the name of one of your [accounts.*]");
    flow.fallback = table.text("fallback").value_or("");
    flow.usualSeconds = table.integer("usual_seconds", 1, 24 * 3600).value_or(0);
    const auto* account = config.account(flow.account);
    if (account == nullptr && !flow.account.empty()) {
        std::vector<std::string> known;
        for (const auto& [name, each] : config.accounts) {
            known.push_back(name);
        }
        table.complain("account", "there is no [accounts." + flow.account + "]" + didYouMean(flow.account, known));
    }
    const auto found = accounts.find(flow.account);
    const auto* provider = found == accounts.end() ? nullptr : found->second;
    flow.flow.launches = readLaunches(table, provider);
    flow.flow.asks = readAsks(table, provider);
    flow.flow.keep = readKeep(table, provider);
    if (provider != nullptr) {  // without, nobody knows which settings there may be
        flow.flow.options = table.options(provider->info().flowOptions);
        table.finish();
        for (const auto& problem : provider->check(account->account, &flow.flow)) {
            if (problem.where == ConfigProblem::Where::flow) {  // the account's own were told already
                table.complainOnce(problem.key, problem.message);
            }
        }
    }
    if (account != nullptr) {
        auto launches = nlohmann::json::array();
        for (const auto kind : flow.flow.launches) {
            launches.push_back(toWord(kind));
        }
        flow.digest = digestOf({{"account", account->optionsDigest},
                                {"launches", std::move(launches)},
                                {"asks", flow.flow.asks},
                                {"keep", {{"documents", flow.flow.keep.documents}, {"video", flow.flow.keep.video}}},
                                {"options", flow.flow.options}});
    }
    config.flows.push_back(std::move(flow));
}

// Each leads to another flow. One that asks for less is allowed, and told.
void checkFallbacks(const std::vector<std::pair<std::string, Table>>& flows, Config& config) {
    for (const auto& [id, table] : flows) {
        const auto& flow = *config.flow(id);
        if (flow.fallback.empty()) {
            continue;
        }
        const auto* other = config.flow(flow.fallback);
        if (flow.fallback == id) {
            table.complain("fallback", "leads back to the flow itself");
        } else if (other == nullptr) {
            std::vector<std::string> known;
            for (const auto& each : config.flows) {
                known.push_back(each.flow.id);
            }
            table.complain("fallback", "there is no [flows." + flow.fallback + "]" + didYouMean(flow.fallback, known));
        } else {
            std::string less;
            for (const auto& ask : flow.flow.asks) {
                const auto& asks = other->flow.asks;
                if (std::find(asks.begin(), asks.end(), ask) == asks.end()) {
                    less += (less.empty() ? "" : ", ") + ask;
                }
            }
            if (!less.empty()) {
                auto warning = "flows." + id;
                warning.append(".fallback: ").append(flow.fallback).append(" does not ask for ").append(less);
                config.warnings.push_back(std::move(warning));
            }
        }
    }
}

}  // namespace

void readAccountsAndFlows(Table& root, Config& config, const SecretReader& secrets, const Surroundings& surroundings) {
    std::map<std::string, const providers::Provider*> read;
    std::set<std::string> segments;
    auto accounts = root.table("accounts");
    for (auto& [id, table] : accounts.tables()) {
        if (!isId(id)) {
            accounts.complain(id, "an account's name has only a-z, 0-9, _ and -, at most 40 of them");
        }
        read.emplace(id, readAccount(id, table, config, secrets, surroundings));
        const auto& segment = config.accounts.at(id).hookSegment;
        if (!segment.empty() && !segments.insert(segment).second) {
            table.complain("hook_segment", "is the same as another account's: each needs its own");
        }
    }
    auto flows = root.table("flows");
    if (!flows.present() || flows.keys().empty()) {
        flows.complain({}, "is missing or empty: without a flow there is nothing that staff could start");
    }
    const auto tables = flows.tables();
    for (const auto& [id, table] : tables) {
        if (!isId(id)) {
            flows.complain(id, "a flow's name has only a-z, 0-9, _ and -, at most 40 of them");
        }
        readFlow(id, table, config, read);
    }
    checkFallbacks(tables, config);
}

}  // namespace verdesk::backend::parts
