#pragma once
// A look at the account before customers come: a session is opened, which nobody sees, and deleted.

#include "providers/provider.h"

#include <vector>

namespace verdesk::providers::identomat {

// The references must outlive the exchange.
Exchange<std::vector<Finding>> probe(const Context& context);

}  // namespace verdesk::providers::identomat
