#pragma once
// The one line on standard output that says that the backend is ready, for whoever started it.

#include "backend/server/backend.h"

#include <string>
#include <vector>

namespace verdesk::verdeskd {

// Practice mode alone tells passwords: they were made a moment ago and are told nowhere else.
struct ReadyAccount {
    std::string name;
    std::string displayName;
    std::string role;
    std::string password;
    std::string branch;
};

void printReady(const backend::Origins& origins, const std::string& sandbox, const std::vector<ReadyAccount>& accounts);

}  // namespace verdesk::verdeskd
