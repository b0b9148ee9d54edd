#pragma once
// Who sits at this desk: signing in and out, the lock, and what the institution offers this person.

#include "contract/session.h"
#include "desk/call_error.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace verdesk::desk {

class BackendClient;

class DeskSession : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t { signedOut, signingIn, active, locked, unlocking };
    enum class LockReason : std::uint8_t { asked, idle, sessionEnded };
    // Milliseconds of a steady clock.
    using Clock = std::function<std::int64_t()>;

    explicit DeskSession(BackendClient& client, QObject* parent = nullptr, Clock clock = {});

    // From the desk's settings: what this counter is called, and the branch it stands in (empty: the person's first).
    void setCounter(const QString& counter, const QString& branch);

    State state() const;
    LockReason lockReason() const;
    // Nothing while nobody is signed in. Stays while locked: checks go on.
    const std::optional<Me>& me() const;
    const std::vector<Flow>& flows() const;
    bool flowsKnown() const;  // the backend has answered, if only that there are none
    const Flow* flow(const std::string& id) const;

    void signIn(const QString& name, const QString& password);
    void signOut();
    void lock(LockReason reason = LockReason::asked);
    // Signs the same person in again; checks and whatever was typed stay.
    void unlock(const QString& password);
    // The same without a lock in between: practice mode's backend was started anew and knows its people no longer.
    void renew(const QString& password);
    // Staff did something. Starts the time to the idle lock anew.
    void noteActivity();
    // Locks if the time is over. Called by a timer of its own.
    void checkIdle();
    // Reads Me and the flows again, e.g. after the feed's cursor was too old.
    void reload();
    void readFlows();

Q_SIGNALS:
    void stateChanged(verdesk::desk::DeskSession::State state);
    void signedIn();  // somebody sat down: `me` is new
    void unlocked();  // the same person is back, in a new session
    void reloaded();  // `me` was read again
    void signedOut();
    void refused(const verdesk::desk::CallError& error);  // signing in or unlocking
    void flowsChanged();

private:
    void setState(State state);
    void enter(const SignedIn& answer, bool same);
    SignIn requestFor(const std::string& name, const QString& password, const std::string& branch) const;

    BackendClient& client_;
    Clock clock_;
    QElapsedTimer steady_;
    QTimer idle_;
    std::int64_t lastActivity_ = 0;
    QObject context_;
    QString counter_;
    QString branch_;
    State state_ = State::signedOut;
    LockReason lockReason_ = LockReason::asked;
    bool renewing_ = false;
    std::optional<Me> me_;
    std::vector<Flow> flows_;
    bool flowsKnown_ = false;
};

}  // namespace verdesk::desk
