#pragma once
// The two ways to Passbase's page: the button in a frame of the desk, and the project's hosted link.

#include "providers/passbase/prefill.h"
#include "providers/passbase/settings.h"

#include <string>
#include <vector>

namespace verdesk::providers::passbase {

// `metadata`: encrypted; empty where none goes along.
WidgetLaunch buttonLaunch(const AccountSettings& account, const FlowSettings& flow, const Prefill& prefill,
                          const std::string& metadata);
RedirectLaunch linkLaunch(const AccountSettings& account, const Prefill& prefill);

// Of the pages of these launches.
std::vector<std::string> pageOrigins(const AccountSettings& account, const std::vector<LaunchKind>& launches);

// The hosted link with what is filled in.
std::string linkOf(const AccountSettings& account, const Prefill& prefill);
// The same for the customer's phone; empty where none can reach it, or where its result would be nobody's because
// nothing but the address tells whose it is.
std::string phoneUrlOf(const AccountSettings& account, const Prefill& prefill);

}  // namespace verdesk::providers::passbase
