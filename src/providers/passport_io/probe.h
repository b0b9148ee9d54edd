#pragma once
// A look at an account before customers come: whether its credentials are taken, and what its pingbacks are worth.

#include "providers/provider.h"

#include <vector>

namespace verdesk::providers::passport_io {

// The references must outlive the exchange. Asks for one token, which opens nothing.
Exchange<std::vector<Finding>> probe(const Context& context);

}  // namespace verdesk::providers::passport_io
