#include "ready_line.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace verdesk::verdeskd {

void printReady(const backend::Origins& origins, const std::string& sandbox,
                const std::vector<ReadyAccount>& accounts) {
    nlohmann::ordered_json line{
        {"ready", true},      {"staff", origins.staff}, {"public", origins.publicSide},
        {"ops", origins.ops}, {"sandbox", nullptr},     {"accounts", nlohmann::ordered_json::array()}};
    if (!sandbox.empty()) {
        line["sandbox"] = sandbox;
    }
    for (const auto& account : accounts) {
        line["accounts"].push_back({{"name", account.name},
                                    {"displayName", account.displayName},
                                    {"role", account.role},
                                    {"password", account.password},
                                    {"branch", account.branch}});
    }
    std::cout << line.dump() << std::endl;
}

}  // namespace verdesk::verdeskd
