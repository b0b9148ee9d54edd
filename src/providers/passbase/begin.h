#pragma once
// Beginning a check.

#include "providers/passbase/prefill.h"
#include "providers/provider.h"

namespace verdesk::providers::passbase {

// The references must outlive the exchange.
Exchange<Begun> begin(const Context& context, const Subject& subject);

// The launch that staff picked, with all but the attempt's key. Throws ProviderError(configuration) where it cannot be.
Begun begunOf(const Context& context, const Subject& subject, const Prefill& prefill);

}  // namespace verdesk::providers::passbase
