#include "claims/claim.h"

#include <algorithm>

namespace verdesk::claims {

const Claim* find(const std::vector<Claim>& claims, std::string_view name) {
    const auto found =
        std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) { return claim.name == name; });
    return found == claims.end() ? nullptr : &*found;
}

}  // namespace verdesk::claims
