#pragma once
// Adding and changing staff, as `verdeskd staff` and practice mode do. Every change is an event; a disabled person's
// sessions and those with an old password end at once.

#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/store/rows.h"
#include "backend/store/store.h"
#include "crypto/password.h"

#include <string>
#include <vector>

namespace verdesk::backend {

struct NewStaff {
    std::string name;
    std::string displayName;
    Role role = Role::unknown;
    std::vector<std::string> branches;
};

class StaffAdmin {
public:
    StaffAdmin(const Config& config, store::Store& store, const Clock& clock, crypto::ScryptCost cost = {})
        : config_{config}, store_{store}, clock_{clock}, cost_{cost} {}

    // All throw std::runtime_error with a sentence for the administrator: a name that is taken or unknown, a branch
    // that the configuration does not have, a password that will not do.
    boost::asio::awaitable<StaffId> add(NewStaff staff, crypto::Secret password);
    boost::asio::awaitable<std::vector<store::StaffRow>> list();
    boost::asio::awaitable<void> disable(std::string name);
    // A new password; a disabled person may sign in again, and a lockout is over.
    boost::asio::awaitable<void> reset(std::string name, crypto::Secret password);

private:
    const Config& config_;
    store::Store& store_;
    const Clock& clock_;
    crypto::ScryptCost cost_;
};

}  // namespace verdesk::backend
