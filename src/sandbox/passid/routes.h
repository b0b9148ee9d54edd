#pragma once
// PASSID's routes, by who calls them.

#include "http/router.h"
#include "sandbox/passid/service.h"

namespace verdesk::sandbox::passid {

inline constexpr auto versionHeader = "X-PASSID-API-Version";

// With X-Institution-Key, or the institution's JWT: requests, status, verify, records, outcomes, the webhook's address.
void addInstitutionRoutes(http::Router& router, const std::shared_ptr<Service>& service);
// With a user's JWT or nothing: the public view, the code, shares, fulfil, decline.
void addWalletRoutes(http::Router& router, const std::shared_ptr<Service>& service);
// Below `prefix`, with nothing: for tests and for people who practise.
void addControlRoutes(http::Router& router, const std::string& prefix, const std::shared_ptr<Service>& service);

}  // namespace verdesk::sandbox::passid
