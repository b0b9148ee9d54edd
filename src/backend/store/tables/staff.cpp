#include "backend/store/tables/staff.h"

#include "backend/store/tables/sealed.h"

#include <nlohmann/json.hpp>

namespace verdesk::backend::store::tables {
namespace {

constexpr std::string_view staffColumns =
    "id, name, display_name, role, branches, password_hash, disabled, failures, locked_until, created_at";

StaffRow staffFrom(Row& row) {
    StaffRow s;
    std::string branches;
    row.into(s.id, s.name, s.displayName, s.role, branches, s.passwordHash, s.disabled, s.failures, s.lockedUntil,
             s.createdAt);
    s.branches = nlohmann::json::parse(branches).get<std::vector<std::string>>();
    return s;
}

std::optional<StaffRow> firstOf(std::vector<Row> rows) {
    return rows.empty() ? std::nullopt : std::optional{staffFrom(rows.front())};
}

std::string textOf(const std::vector<std::string>& branches) {
    return nlohmann::json(branches).dump();
}

}  // namespace

void insert(Transaction& t, const StaffRow& s) {
    const auto added = execute(t,
                               "insert into staff (id, name, display_name, role, branches, password_hash, disabled, "
                               "failures, locked_until, created_at) values (:id, :name, :display_name, :role, "
                               ":branches, :password_hash, :disabled, :failures, :locked_until, :created_at) "
                               "on conflict (name) do nothing",
                               s.id, s.name, s.displayName, s.role, textOf(s.branches), s.passwordHash, s.disabled,
                               s.failures, s.lockedUntil, s.createdAt);
    if (added != 1) {
        throw std::runtime_error{"there is a member of staff with the name " + s.name + " already"};
    }
}

void update(Transaction& t, const StaffRow& s) {
    const auto changed =
        execute(t,
                "update staff set display_name = :display_name, role = :role, branches = :branches, "
                "password_hash = :password_hash, disabled = :disabled, failures = :failures, "
                "locked_until = :locked_until where id = :id",
                s.displayName, s.role, textOf(s.branches), s.passwordHash, s.disabled, s.failures, s.lockedUntil, s.id);
    if (changed != 1) {
        throw StoreError{Trouble::failed, "there is no member of staff " + s.id.value};
    }
}

std::optional<StaffRow> findStaff(Reading& r, const StaffId& id) {
    return firstOf(select(r, staffColumns, "from staff where id = :id" + std::string{lockClause(r)}, id));
}

std::optional<StaffRow> findStaffByName(Reading& r, const std::string& name) {
    return firstOf(select(r, staffColumns, "from staff where name = :name" + std::string{lockClause(r)}, name));
}

std::vector<StaffRow> listStaff(Reading& r) {
    std::vector<StaffRow> all;
    for (auto& row : select(r, staffColumns, "from staff order by name")) {
        all.push_back(staffFrom(row));
    }
    return all;
}

void insert(Transaction& t, const SessionRow& s) {
    execute(t,
            "insert into sessions (token_hash, staff_id, branch, counter, created_at, seen_at, expires_at) "
            "values (:token_hash, :staff, :branch, :counter, :created_at, :seen_at, :expires_at)",
            s.tokenHash, s.staff, s.branch, s.counter, s.createdAt, s.seenAt, s.expiresAt);
}

std::optional<SessionRow> findSession(Reading& r, const std::string& tokenHash) {
    for (auto& row : select(r, "token_hash, staff_id, branch, counter, created_at, seen_at, expires_at",
                            "from sessions where token_hash = :hash", tokenHash)) {
        SessionRow s;
        row.into(s.tokenHash, s.staff, s.branch, s.counter, s.createdAt, s.seenAt, s.expiresAt);
        return s;
    }
    return std::nullopt;
}

void touchSession(Transaction& t, const std::string& tokenHash, Instant seenAt) {
    execute(t, "update sessions set seen_at = :seen where token_hash = :hash", seenAt, tokenHash);
}

void endSession(Transaction& t, const std::string& tokenHash) {
    execute(t, "delete from sessions where token_hash = :hash", tokenHash);
}

void endSessionsOf(Transaction& t, const StaffId& staff) {
    execute(t, "delete from sessions where staff_id = :staff", staff);
}

int dropSessions(Transaction& t, Instant before) {
    return static_cast<int>(execute(t, "delete from sessions where expires_at < :before", before));
}

}  // namespace verdesk::backend::store::tables
