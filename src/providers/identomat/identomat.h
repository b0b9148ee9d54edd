#pragma once
// Identomat: the customer goes through steps in Identomat's own page (a document, their face, questions, a call with an
// operator ...). A session is opened by a call, and what became of it is asked for by another.

#include "providers/provider.h"

namespace verdesk::providers::identomat {

const Provider& provider();

}  // namespace verdesk::providers::identomat
