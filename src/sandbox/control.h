#pragma once
// What the control routes of all doubles share. They have no credentials and are for programs of this machine: a page
// of another origin, which says so in its Origin header, is refused.

#include "http/router.h"
#include "sandbox/faults.h"
#include "sandbox/webhook_sender.h"

#include <functional>
#include <string>

namespace verdesk::sandbox {

// A BadBody becomes 400.
http::Handler controlled(http::Handler inner);
http::Handler controlled(std::function<http::Response(const http::Request&)> inner);

// GET, PUT and DELETE `prefix`/faults, GET `prefix`/deliveries. `faults` and `sender` outlive the router.
void addFaultRoutes(http::Router& router, const std::string& prefix, Faults& faults);
void addDeliveryRoutes(http::Router& router, const std::string& prefix, const WebhookSender& sender);

}  // namespace verdesk::sandbox
