#pragma once
// What went wrong, in words for staff, chosen from the error's kind and code and never from its text.

#include "desk/call_error.h"

#include <QString>

namespace verdesk::desk {

// What happened and what to do, one or two sentences.
QString inWords(const CallError& error);

}  // namespace verdesk::desk
