#pragma once
// A customer whom Passbase knows looks into the camera again. What is documented of it is the event
// IDENTITY_AUTHENTICATED alone; as with every event nothing is believed of it, and the identity is asked. Assumed: it
// was changed since the check began (`updated`), and nothing else that stands there was. Where something else was, that
// may be what changed it, and a person judges.

#include "providers/passbase/keys.h"
#include "providers/provider.h"

namespace verdesk::providers::passbase {

// The references must outlive the exchanges.
Exchange<Begun> beginAgain(const Context& context, const Subject& subject);
Exchange<Progress> askAwaited(const Context& context, const Awaited& awaited);

}  // namespace verdesk::providers::passbase
