#pragma once
// A look at an account before customers come, as PASSID's go-live list has it: the key is taken, the version is the one
// that this was written for, the same Idempotency-Key gets the same answer, webhooks can be checked.

#include "providers/provider.h"

#include <vector>

namespace verdesk::providers::passid {

// The references must outlive the exchange. Sandbox accounts alone redeem a token, one of the documented test tokens,
// which nobody's check can use up.
Exchange<std::vector<Finding>> probe(const Context& context);

}  // namespace verdesk::providers::passid
