#include "backend/auth/staff_admin.h"

#include "backend/auth/password_rules.h"
#include "backend/events/build.h"
#include "backend/store/tables/staff.h"
#include "contract/text_length.h"
#include "crypto/password.h"
#include "crypto/random.h"

#include <regex>
#include <stdexcept>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;
using store::Reading;
using store::StaffRow;
using store::Transaction;

namespace {

[[noreturn]] void refuse(const std::string& why) {
    throw std::runtime_error{why};
}

void requireFit(const crypto::Secret& password, const std::string& name) {
    if (const auto why = whyUnfit(password, name)) {
        refuse(*why);
    }
}

StaffRow existing(Reading& r, const std::string& name) {
    auto row = tables::findStaffByName(r, name);
    if (!row) {
        refuse("There is nobody with the name \"" + name + "\": see \"verdeskd staff list\".");
    }
    return std::move(*row);
}

}  // namespace

asio::awaitable<StaffId> StaffAdmin::add(NewStaff staff, crypto::Secret password) {
    static const std::regex name{"[a-z0-9][a-z0-9._-]{1,59}"};
    if (!std::regex_match(staff.name, name)) {
        refuse("A name has 2 to 60 of a-z, 0-9, dot, dash and underscore, and starts with a letter or digit.");
    }
    if (staff.displayName.empty() || characterCount(staff.displayName) > 100) {
        refuse("The display name must have 1 to 100 characters.");
    }
    if (staff.role == Role::unknown) {
        refuse("The role must be teller, officer or admin.");
    }
    if (staff.branches.empty()) {
        refuse("At least one branch is needed.");
    }
    for (const auto& branch : staff.branches) {
        if (config_.branch(branch) == nullptr) {
            refuse("The configuration has no branch \"" + branch + "\".");
        }
    }
    requireFit(password, staff.name);
    StaffRow row;
    const auto now = clock_.now();
    row.id = StaffId{crypto::uuid7(now)};
    row.name = staff.name;
    row.displayName = staff.displayName;
    row.role = staff.role;
    row.branches = staff.branches;
    row.passwordHash = crypto::hashPassword(password, cost_);
    row.createdAt = now;
    const auto change = [row, now, event = newEventId(now)](Transaction& t) {
        if (tables::findStaffByName(t, row.name)) {
            refuse("The name \"" + row.name + "\" is taken.");
        }
        tables::insert(t, row);
        t.append(event::ofStaffChange("added", row.id, systemActor(row.branches.front()), now, event));
    };
    co_await store_.write(change);
    co_return row.id;
}

asio::awaitable<std::vector<StaffRow>> StaffAdmin::list() {
    const auto query = [](Reading& r) { return tables::listStaff(r); };
    co_return co_await store_.read(query);
}

asio::awaitable<void> StaffAdmin::disable(std::string name) {
    const auto now = clock_.now();
    const auto change = [name, now, event = newEventId(now)](Transaction& t) {
        auto row = existing(t, name);
        row.disabled = true;
        tables::update(t, row);
        tables::endSessionsOf(t, row.id);
        t.append(event::ofStaffChange("disabled", row.id, systemActor(row.branches.front()), now, event));
    };
    co_await store_.write(change);
}

asio::awaitable<void> StaffAdmin::reset(std::string name, crypto::Secret password) {
    requireFit(password, name);
    const auto now = clock_.now();
    const auto hash = crypto::hashPassword(password, cost_);
    const auto change = [name, hash, now, event = newEventId(now)](Transaction& t) {
        auto row = existing(t, name);
        row.passwordHash = hash;
        row.disabled = false;
        row.failures = 0;
        row.lockedUntil.reset();
        tables::update(t, row);
        tables::endSessionsOf(t, row.id);
        t.append(event::ofStaffChange("reset", row.id, systemActor(row.branches.front()), now, event));
    };
    co_await store_.write(change);
}

}  // namespace verdesk::backend
