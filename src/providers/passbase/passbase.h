#pragma once
// Passbase: the customer shows a document and their face in Passbase's own page, a button in the desk or a link on
// their phone. Passbase says no more than that something happened; what is true is asked for by a call.

#include "providers/provider.h"

namespace verdesk::providers::passbase {

const Provider& provider();

}  // namespace verdesk::providers::passbase
