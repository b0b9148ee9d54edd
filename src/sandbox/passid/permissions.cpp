#include "sandbox/passid/permissions.h"

#include <algorithm>

namespace verdesk::sandbox::passid {

const std::vector<Permission>& permissions() {
    static const std::vector<Permission> all{
        {"full_score", {"fsi_score", "fsi_low", "fsi_high", "tier", "confidence", "p_stable"}},
        {"income_verified", {"income_verified", "income_band"}},
        {"identity_verified", {"identity_verified"}},
        {"sanctions_clear", {"sanctions_clear"}},
        {"payment_reliability", {"payment_reliability"}},
        {"savings_consistency", {"savings_consistency"}},
        {"fraud_risk", {"fraud_risk"}},
    };
    return all;
}

std::vector<std::string> allPermissions() {
    std::vector<std::string> names;
    for (const auto& permission : permissions()) {
        names.push_back(permission.name);
    }
    return names;
}

bool isPermission(const std::string& name) {
    const auto& all = permissions();
    return std::any_of(all.begin(), all.end(), [&](const Permission& permission) { return permission.name == name; });
}

Json restrictClaims(const Json& claims, const std::vector<std::string>& granted) {
    Json shown = claims;
    for (const auto& permission : permissions()) {
        if (std::find(granted.begin(), granted.end(), permission.name) == granted.end()) {
            for (const auto& claim : permission.claims) {
                shown.erase(claim);
            }
        }
    }
    return shown;
}

}  // namespace verdesk::sandbox::passid
