#pragma once
// Every mistake of a configuration.

#include "providers/findings.h"

namespace verdesk::providers::passbase {

inline constexpr std::size_t webhookSecretSize = 32;

std::vector<ConfigProblem> checkAccount(const Account& account);
// What can be told without the account.
std::vector<ConfigProblem> checkFlow(const FlowOptions& flow);
// What the flow needs of the account.
std::vector<ConfigProblem> checkTogether(const Account& account, const FlowOptions& flow);

// ISO 3166-1 alpha-2, in small letters.
bool isCountry(std::string_view text);

}  // namespace verdesk::providers::passbase
