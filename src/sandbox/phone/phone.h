#pragma once
// The customer's phone: a page, and the few calls behind it. They act as the wallet: each makes a user token and then
// uses PASSID's documented wallet calls.

#include "sandbox/passid/service.h"

#include "http/router.h"

namespace verdesk::sandbox::phone {

// `api` has PASSID's wallet routes.
void addRoutes(http::Router& router, const std::shared_ptr<passid::Service>& service,
               std::shared_ptr<const http::Router> api);

}  // namespace verdesk::sandbox::phone
