#pragma once
// Private to src/sandbox/passid. How a call is answered: its result, the events that it causes, faults, the version.

#include "sandbox/passid/routes.h"

namespace verdesk::sandbox::passid {

struct Answer {
    http::Response response;
    std::vector<Event> events = {};
};

using Call = std::function<Answer(const http::Request&)>;

Answer refused(const Refusal& refusal);

// Of an institution: `fault` is the route's name in the fault plan. A BadBody becomes 400.
http::Handler withKey(const std::shared_ptr<Service>& service, std::string fault, Call call);
// Of the wallet, the dashboard or anybody: no faults.
http::Handler plain(const std::shared_ptr<Service>& service, Call call);
// The same for the control API, whose own waits a test may want to see.
http::Handler control(const std::shared_ptr<Service>& service, Call call);

// The subject of the bearer token, or 401.
Result<std::string> bearer(const Service& service, const http::Request& request, BearerRole role);

// "/passid/api/bridge" + path and "/passid/api/v1/bridge" + path.
void addBridge(http::Router& router, const std::string& method, const std::string& path, const http::Handler& handler);

}  // namespace verdesk::sandbox::passid
