#pragma once
// A look at the project before customers come.

#include "providers/provider.h"

#include <vector>

namespace verdesk::providers::passbase {

// The references must outlive the exchange.
Exchange<std::vector<Finding>> probe(const Context& context);

}  // namespace verdesk::providers::passbase
