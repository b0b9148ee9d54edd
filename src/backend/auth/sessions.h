#pragma once
// Sign-in, sessions and sign-out. A session's token is 256 random bits; the store knows its hash alone. Every method is
// to be called on the backend's one executor.

#include "backend/auth/password_worker.h"
#include "backend/auth/throttle.h"
#include "backend/auth/who.h"
#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/store/rows.h"
#include "backend/store/store.h"

#include <functional>
#include <string>
#include <string_view>

namespace verdesk::backend {

struct NewSession {
    std::string token;
    Who who;
    store::StaffRow staff;
    Instant expiresAt{};
};

class Sessions {
public:
    // The references must outlive the object. A failed sign-in is answered no sooner than `slowAnswer` after it came,
    // whatever was wrong with it.
    Sessions(const Config& config, store::Store& store, const Clock& clock, PasswordWorker& passwords,
             Throttle throttle = {}, std::chrono::milliseconds slowAnswer = std::chrono::milliseconds{400});

    // Throws ProblemError: 401 sign-in-failed, 429 sign-in-throttled, 403 branch-not-yours.
    boost::asio::awaitable<NewSession> signIn(SignIn given, std::string peer);
    // The person behind a token; nothing where there is no such session, or it is over. `active`: a person caused the
    // request (the change feed's long poll is none), so the idle time starts anew.
    boost::asio::awaitable<std::optional<Who>> find(std::string token, bool active);
    boost::asio::awaitable<void> signOut(Who who);
    // The whole row behind a session that `find` gave.
    boost::asio::awaitable<store::StaffRow> staffOf(StaffId id);

    // Told the hash of a session's token when it was ended here.
    void onEnd(std::function<void(const std::string&)> listener) {
        ended_ = std::move(listener);
    }

    static std::string hashOf(std::string_view token);

private:
    boost::asio::awaitable<void> fail(std::string name, std::optional<store::StaffRow> row, std::string counter);
    boost::asio::awaitable<NewSession> open(store::StaffRow row, const SignIn& given, std::string branch);

    const Config& config_;
    store::Store& store_;
    const Clock& clock_;
    PasswordWorker& passwords_;
    Throttle throttle_;
    std::chrono::milliseconds slowAnswer_;
    std::function<void(const std::string&)> ended_;
};

}  // namespace verdesk::backend
