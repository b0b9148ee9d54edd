#pragma once
// Authenteq: the customer's browser is sent to its pages and comes back with a code. Two products, by the account's
// `kind`: Web KYC (the documented one) and its successor Web IDV.

#include "providers/provider.h"

namespace verdesk::providers::authenteq {

const Provider& provider();

}  // namespace verdesk::providers::authenteq
