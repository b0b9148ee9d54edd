#pragma once
// Deleting what Identomat holds of a session.

#include "providers/provider.h"

namespace verdesk::providers::identomat {

// The references must outlive the exchange. Done, too, where Identomat has no such session any more.
Exchange<void> forget(const Context& context, const Attempt& attempt);

}  // namespace verdesk::providers::identomat
