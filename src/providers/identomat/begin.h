#pragma once
// Opening a session, and what the desk shows of it.

#include "providers/provider.h"

namespace verdesk::providers::identomat {

// The references must outlive the exchange.
Exchange<Begun> begin(const Context& context, const Subject& subject);

}  // namespace verdesk::providers::identomat
