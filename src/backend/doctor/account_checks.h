#pragma once
// What a provider says about an account when it is asked.

#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/doctor/report.h"
#include "backend/egress/driver.h"

#include <set>
#include <string>
#include <vector>

namespace verdesk::backend::doctor {

// Provider::probe, driven. The references must outlive the awaitable.
boost::asio::awaitable<std::vector<Finding>> probed(const Config& config, const AccountConfig& account,
                                                    egress::Egress& egress, const Clock& clock);

// The https origins outside this machine that stand in the account's options: "https://my.passport.io:443". Pure.
std::set<std::string> configuredOrigins(const providers::Account& account);

}  // namespace verdesk::backend::doctor
