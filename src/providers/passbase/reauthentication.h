#pragma once
// A customer whom Passbase knows looks into the camera again. It ends on the event IDENTITY_AUTHENTICATED about that
// customer since the check began: nothing else is documented, and no question tells of it. The identity is asked all
// the same: whether it is still accepted, and the same but for the time of its last change (`updated`).
//
// A later `updated` alone may be anything, such as a screening or somebody at the dashboard: after a while in which the
// event may come, a person judges. So it is where something else changed as well.

#include "providers/passbase/keys.h"
#include "providers/provider.h"

#include <cstdint>
#include <string>

namespace verdesk::providers::passbase {

// The references must outlive the exchanges.
Exchange<Begun> beginAgain(const Context& context, const Subject& subject);
Exchange<Progress> askAwaited(const Context& context, const Attempt& attempt, const Awaited& awaited);

// What IDENTITY_AUTHENTICATED says. `at`: Unix seconds of Passbase's clock; 0 where it does not say when.
News newsOf(const std::string& person, std::int64_t at);

}  // namespace verdesk::providers::passbase
