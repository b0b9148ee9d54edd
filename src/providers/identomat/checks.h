#pragma once
// Every mistake of a configuration.

#include "providers/findings.h"

namespace verdesk::providers::identomat {

std::vector<ConfigProblem> checkAccount(const Account& account);
std::vector<ConfigProblem> checkFlow(const FlowOptions& flow);

}  // namespace verdesk::providers::identomat
