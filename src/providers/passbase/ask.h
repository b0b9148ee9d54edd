#pragma once
// Asking where an attempt stands.

#include "providers/passbase/keys.h"
#include "providers/passbase/settings.h"
#include "providers/provider.h"

#include <string>

namespace verdesk::providers::passbase {

// Whatever the attempt's key says. The references must outlive the exchange.
Exchange<Progress> ask(const Context& context, const Attempt& attempt);
// The same, and the page said that this identity is the attempt's. It is taken for that only where nothing speaks
// against it. Where Passbase does not know it yet, or does not answer, the attempt's key says which it is, and the next
// question is about it.
Exchange<Progress> askNamed(const Context& context, const Attempt& attempt, std::string identity);

// One identity, with its documents where the flow keeps them.
Exchange<Progress> askIdentity(const Context& context, const AccountSettings& settings, std::string identity);
// The same of an answer that is there already.
Exchange<Progress> withResources(const Context& context, const AccountSettings& settings, Progress progress);

}  // namespace verdesk::providers::passbase
