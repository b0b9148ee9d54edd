#include "backend/auth/sessions.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/staff.h"
#include "contract/problem.h"
#include "contract/text_length.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <boost/asio/steady_timer.hpp>

#include <algorithm>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;
using store::Reading;
using store::Transaction;

namespace {

// How often "was seen" is written: not for every click.
constexpr std::chrono::seconds seenEvery{20};

ProblemError signInFailed() {
    return ProblemError{{401, "sign-in-failed", "The name or the password is wrong", {}, {}}};
}

ProblemError throttled(std::chrono::milliseconds wait) {
    return ProblemError{
        {429, "sign-in-throttled", "Too many tries: wait, then try again", {}, {}, {{"retryAfterMs", wait.count()}}}};
}

std::string folded(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

void checkLengths(const SignIn& given) {
    if (given.name.empty() || characterCount(given.name) > 100) {
        throw MemberError{"name", "must have 1 to 100 characters"};
    }
    if (given.password.size() > 1024) {
        throw MemberError{"password", "is too long"};
    }
    if (characterCount(given.counter) > 60) {
        throw MemberError{"counter", "must have at most 60 characters"};
    }
    if (characterCount(given.branch) > 60) {
        throw MemberError{"branch", "must have at most 60 characters"};
    }
}

}  // namespace

Sessions::Sessions(const Config& config, store::Store& store, const Clock& clock, PasswordWorker& passwords,
                   Throttle throttle, std::chrono::milliseconds slowAnswer)
    : config_{config},
      store_{store},
      clock_{clock},
      passwords_{passwords},
      throttle_{std::move(throttle)},
      slowAnswer_{slowAnswer} {}

std::string Sessions::hashOf(std::string_view token) {
    return crypto::toHex(crypto::sha256(crypto::viewOf(token)));
}

asio::awaitable<NewSession> Sessions::signIn(SignIn given, std::string peer) {
    checkLengths(given);
    const auto name = folded(given.name);
    asio::steady_timer notBefore{co_await asio::this_coro::executor, slowAnswer_};
    if (const auto wait = throttle_.begin(name, peer, clock_.now())) {
        throw throttled(*wait);
    }
    crypto::Secret password{std::move(given.password)};
    const auto query = [name](Reading& r) { return tables::findStaffByName(r, name); };
    auto row = co_await store_.read(query);
    const auto now = clock_.now();
    if (row && row->lockedUntil && *row->lockedUntil > now) {
        throttle_.lockUntil(name, *row->lockedUntil, now);  // from before a restart
        throw throttled(*row->lockedUntil - now);
    }
    std::optional<std::string> hash;
    if (row) {
        hash = row->passwordHash;
    }
    const auto right = co_await passwords_.check(std::move(password), std::move(hash));
    if (!right) {
        throw throttled(std::chrono::milliseconds{1'000});
    }
    if (!*right || row->disabled) {
        co_await fail(name, std::move(row), given.counter);
        co_await notBefore.async_wait(asio::use_awaitable);
        throw signInFailed();
    }
    throttle_.succeeded(name, peer);
    const auto branch = given.branch.empty() && !row->branches.empty() ? row->branches.front() : given.branch;
    const bool theirs = std::find(row->branches.begin(), row->branches.end(), branch) != row->branches.end();
    if (!theirs || config_.branch(branch) == nullptr) {
        throw ProblemError{{403, "branch-not-yours", "You do not work in this branch", {}, {}}};
    }
    co_return co_await open(std::move(*row), given, branch);
}

asio::awaitable<void> Sessions::fail(std::string name, std::optional<store::StaffRow> row, std::string counter) {
    const auto now = clock_.now();
    const auto locked = throttle_.lockedUntil(name, now);
    if (!row) {
        co_await store_.healthy();  // as long as writing down a failure takes, so that names cannot be found out
        co_return;
    }
    const auto change = [id = row->id, locked, now, counter, event = newEventId(now)](Transaction& t) {
        auto current = tables::findStaff(t, id);
        if (!current) {
            return;
        }
        ++current->failures;
        current->lockedUntil = locked;
        tables::update(t, *current);
        const auto branch = current->branches.empty() ? std::string{} : current->branches.front();
        t.append(event::ofStaff(event::staffSignInFailed, {id.value, counter, branch}, now, event));
    };
    co_await store_.write(change);
}

asio::awaitable<NewSession> Sessions::open(store::StaffRow row, const SignIn& given, std::string branch) {
    const auto now = clock_.now();
    NewSession made;
    made.token = crypto::randomToken();
    made.expiresAt = now + config_.sessionLife;
    const store::SessionRow session{hashOf(made.token), row.id, branch, given.counter, now, now, made.expiresAt};
    const auto change = [session, now, event = newEventId(now)](Transaction& t) {
        auto current = tables::findStaff(t, session.staff);
        if (!current || current->disabled) {
            throw signInFailed();
        }
        current->failures = 0;
        current->lockedUntil.reset();
        tables::update(t, *current);
        tables::insert(t, session);
        t.append(
            event::ofStaff(event::staffSignedIn, {session.staff.value, session.counter, session.branch}, now, event));
    };
    co_await store_.write(change);
    made.who = {row.id, row.displayName, row.role, session.branch, session.counter, session.tokenHash};
    made.staff = std::move(row);
    co_return made;
}

asio::awaitable<std::optional<Who>> Sessions::find(std::string token, bool active) {
    struct Found {
        store::SessionRow session;
        store::StaffRow staff;
    };
    const auto hash = hashOf(token);
    const auto query = [hash](Reading& r) -> std::optional<Found> {
        auto session = tables::findSession(r, hash);
        auto staff = session ? tables::findStaff(r, session->staff) : std::nullopt;
        return staff ? std::optional{Found{std::move(*session), std::move(*staff)}} : std::nullopt;
    };
    const auto found = co_await store_.read(query);
    const auto now = clock_.now();
    const bool over = !found || found->staff.disabled || now >= found->session.expiresAt ||
                      now - found->session.seenAt > config_.sessionIdle;
    const auto& branches = found ? found->staff.branches : std::vector<std::string>{};
    if (over || std::find(branches.begin(), branches.end(), found->session.branch) == branches.end()) {
        co_return std::nullopt;
    }
    if (active && now - found->session.seenAt > seenEvery) {
        const auto change = [hash, now](Transaction& t) { tables::touchSession(t, hash, now); };
        co_await store_.write(change);
    }
    co_return Who{found->staff.id,       found->staff.displayName, found->staff.role,
                  found->session.branch, found->session.counter,   hash};
}

asio::awaitable<void> Sessions::signOut(Who who) {
    const auto now = clock_.now();
    const auto change = [who, now, event = newEventId(now)](Transaction& t) {
        if (!tables::findSession(t, who.session)) {
            return;
        }
        tables::endSession(t, who.session);
        t.append(event::ofStaff(event::staffSignedOut, {who.staff.value, who.counter, who.branch}, now, event));
    };
    co_await store_.write(change);
    if (ended_) {
        ended_(who.session);
    }
}

asio::awaitable<store::StaffRow> Sessions::staffOf(StaffId id) {
    const auto query = [id](Reading& r) { return tables::findStaff(r, id); };
    auto row = co_await store_.read(query);
    if (!row) {
        throw ProblemError{{401, "session-ended", "The session is over: sign in again", {}, {}}};
    }
    co_return std::move(*row);
}

}  // namespace verdesk::backend
