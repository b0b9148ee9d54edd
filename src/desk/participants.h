#pragma once
// People who were added to a check: verifications of their own, which name it as their parent.

#include "contract/verification.h"

#include <vector>

namespace verdesk::desk {

// Which of the people added to its check it is, from 1, in the order of `all` (oldest first); 0: it was added to none
// of these.
int participantNumber(const std::vector<Verification>& all, const Verification& one);

}  // namespace verdesk::desk
