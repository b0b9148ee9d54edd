#pragma once
// Who asks: a signed-in person at a counter of a branch. Every operation takes one, so that none can forget to ask.

#include "contract/session.h"

#include <string>

namespace verdesk::backend {

struct Who {
    StaffId staff;
    std::string displayName;
    Role role = Role::unknown;
    std::string branch;  // the one this session works in
    std::string counter;
    std::string session;      // the token's hash
    std::string userAgent{};  // what the desk's request calls itself
};

}  // namespace verdesk::backend
