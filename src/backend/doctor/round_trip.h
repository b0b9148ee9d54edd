#pragma once
// A webhook that is about nobody, sent to our own public address as the provider would send it; and another with
// secrets that nobody has, which must be refused.

#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/doctor/report.h"
#include "backend/egress/http_client.h"

#include <vector>

namespace verdesk::backend::doctor {

// The references must outlive the awaitable.
boost::asio::awaitable<std::vector<Finding>> roundTrip(const Config& config, const AccountConfig& account,
                                                       egress::HttpClient& client, const Clock& clock);

}  // namespace verdesk::backend::doctor
