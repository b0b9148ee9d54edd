#pragma once
// The permissions that a request may ask for, and the claims that each of them shows (PASSID's documentation).

#include "sandbox/body.h"

#include <string>
#include <vector>

namespace verdesk::sandbox::passid {

struct Permission {
    std::string name;
    std::vector<std::string> claims;
};

// All seven, in the documented order.
const std::vector<Permission>& permissions();
std::vector<std::string> allPermissions();
bool isPermission(const std::string& name);
// Without the claims of the permissions that were not granted. A claim that no permission names (a test made it up)
// stays.
Json restrictClaims(const Json& claims, const std::vector<std::string>& granted);

}  // namespace verdesk::sandbox::passid
