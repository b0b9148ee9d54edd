#pragma once
// The public listener, from outside: its address, and the page that customers' browsers come back to.

#include "backend/config/config.h"
#include "backend/doctor/report.h"
#include "backend/egress/http_client.h"

#include <string>

namespace verdesk::backend::doctor {

// Of listen.public.origin. Pure.
Finding addressFinding(const std::string& origin, Environment environment);

// GET ORIGIN/return/PROVIDER without anything, which means nothing to the backend: is the page ours?
boost::asio::awaitable<Finding> returnPage(const std::string& origin, const std::string& provider,
                                           egress::HttpClient& client);

}  // namespace verdesk::backend::doctor
