#include "commands.h"
#include "program.h"

#include <iostream>

namespace verdesk::verdeskd {

int checkConfig(const std::filesystem::path& file) {
    const auto config = readConfig(file);
    if (!config) {
        return wrongConfiguration;
    }
    std::cout << file.string() << ": no mistakes; " << config->branches.size() << " branches, "
              << config->accounts.size() << " accounts, " << config->flows.size() << " flows\n";
    for (const auto& [id, account] : config->accounts) {
        std::cout << "  " << id << ": " << account.displayName << ", " << toWord(account.account.environment);
        if (account.hookSegment.empty()) {
            std::cout << ", polled alone\n";
        } else {
            // The segment itself is a secret and stays in its file.
            std::cout << ", webhooks at " << config->publicOrigin << "/hooks/" << account.provider
                      << "/<hook_segment>\n";
        }
    }
    return 0;
}

}  // namespace verdesk::verdeskd
