#pragma once
// A look at an account before customers come: whether its credentials are taken, and whether the address that browsers
// come back to is the registered one.

#include "providers/provider.h"

#include <vector>

namespace verdesk::providers::authenteq {

// The references must outlive the exchange. Web KYC: hands in a code that nobody was given, and asks for the page that
// a customer would see. Web IDV: asks where a browser would be sent.
Exchange<std::vector<Finding>> probe(const Context& context);

}  // namespace verdesk::providers::authenteq
