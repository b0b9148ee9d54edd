#include "desk/participants.h"

#include <algorithm>

namespace verdesk::desk {

int participantNumber(const std::vector<Verification>& all, const Verification& one) {
    const auto isHost = [&one](const Verification& each) { return each.id == one.parent; };
    if (one.parent.empty() || std::none_of(all.begin(), all.end(), isHost)) {
        return 0;
    }
    int number = 0;
    for (const auto& each : all) {
        number += each.parent == one.parent ? 1 : 0;
        if (each.id == one.id) {
            break;
        }
    }
    return number;
}

}  // namespace verdesk::desk
