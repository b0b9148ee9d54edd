#include "desk/desk_session.h"

#include "desk/backend_client.h"

#include <utility>

namespace verdesk::desk {

DeskSession::DeskSession(BackendClient& client, QObject* parent, Clock clock)
    : QObject{parent}, client_{client}, clock_{std::move(clock)} {
    steady_.start();
    if (!clock_) {
        clock_ = [this] { return steady_.elapsed(); };
    }
    idle_.setSingleShot(true);
    connect(&idle_, &QTimer::timeout, this, &DeskSession::checkIdle);
    connect(&client_, &BackendClient::sessionEnded, this, [this] {
        if (!renewing_ && (state_ == State::active || state_ == State::locked)) {
            lock(LockReason::sessionEnded);
        }
    });
}

void DeskSession::setCounter(const QString& counter, const QString& branch) {
    counter_ = counter;
    branch_ = branch;
}

DeskSession::State DeskSession::state() const {
    return state_;
}

DeskSession::LockReason DeskSession::lockReason() const {
    return lockReason_;
}

const std::optional<Me>& DeskSession::me() const {
    return me_;
}

const std::vector<Flow>& DeskSession::flows() const {
    return flows_;
}

bool DeskSession::flowsKnown() const {
    return flowsKnown_;
}

const Flow* DeskSession::flow(const std::string& id) const {
    for (const auto& each : flows_) {
        if (each.id == id) {
            return &each;
        }
    }
    return nullptr;
}

void DeskSession::signIn(const QString& name, const QString& password) {
    if (state_ != State::signedOut) {
        return;
    }
    setState(State::signingIn);
    const auto request = requestFor(name.trimmed().toStdString(), password, branch_.toStdString());
    client_.signIn(request, &context_, [this](Answer<SignedIn> answer) {
        if (!answer) {
            setState(State::signedOut);
            Q_EMIT refused(answer.error());
            return;
        }
        enter(*answer, false);
    });
}

void DeskSession::unlock(const QString& password) {
    if (state_ != State::locked || !me_) {
        return;
    }
    setState(State::unlocking);
    const auto request = requestFor(me_->staff.name, password, me_->branch);
    client_.signIn(request, &context_, [this](Answer<SignedIn> answer) {
        if (!answer) {
            setState(State::locked);
            Q_EMIT refused(answer.error());
            return;
        }
        enter(*answer, true);
    });
}

void DeskSession::renew(const QString& password) {
    if (state_ != State::active || renewing_) {
        return;
    }
    renewing_ = true;  // what is refused for the old session meanwhile is no reason to lock
    client_.signIn(requestFor(me_->staff.name, password, me_->branch), &context_, [this](Answer<SignedIn> answer) {
        renewing_ = false;
        if (state_ != State::active) {
            return;
        }
        if (!answer) {
            lock(LockReason::sessionEnded);
            return;
        }
        enter(*answer, true);
    });
}

SignIn DeskSession::requestFor(const std::string& name, const QString& password, const std::string& branch) const {
    SignIn request;
    request.name = name;
    request.password = password.toStdString();
    request.counter = counter_.toStdString();
    request.branch = branch;
    request.deskVersion = VERDESK_VERSION;
    return request;
}

void DeskSession::enter(const SignedIn& answer, bool same) {
    if (same && client_.hasToken() && lockReason_ != LockReason::sessionEnded) {
        client_.signOut(&context_, [](const Answer<Nothing>&) {});  // leaves with the token that is replaced now
    }
    const auto cursor = same && me_ ? me_->cursor : answer.me.cursor;
    me_ = answer.me;
    me_->cursor = cursor;
    // The state first: calls that waited for the session go out with the token, and must meet an open desk.
    setState(State::active);
    client_.setToken(answer.token);
    noteActivity();
    readFlows();
    if (same) {
        Q_EMIT unlocked();
    } else {
        Q_EMIT signedIn();
    }
}

void DeskSession::signOut() {
    if (state_ == State::signedOut) {
        return;
    }
    // Whatever is under way is somebody's no longer. The goodbye itself may get lost: the backend ends idle sessions.
    auto* goodbye = new QObject{this};
    const bool tell = client_.hasToken();
    idle_.stop();
    me_.reset();
    flows_.clear();
    flowsKnown_ = false;
    lockReason_ = LockReason::asked;
    if (tell) {
        client_.endSession(goodbye, [goodbye](const Answer<Nothing>&) { goodbye->deleteLater(); });
    } else {
        client_.forgetSession();
        delete goodbye;
    }
    setState(State::signedOut);
    Q_EMIT signedOut();
}

void DeskSession::lock(LockReason reason) {
    if (state_ == State::active || (state_ == State::locked && reason == LockReason::sessionEnded)) {
        lockReason_ = reason;
        idle_.stop();
        setState(State::locked);
    }
}

void DeskSession::noteActivity() {
    lastActivity_ = clock_();
    if (state_ == State::active && !idle_.isActive()) {
        checkIdle();
    }
}

// A timer may fire early, and activity does not restart it: it compares, and waits for what is left.
void DeskSession::checkIdle() {
    if (state_ != State::active || !me_ || me_->idleLockSeconds <= 0) {
        return;
    }
    const auto left = me_->idleLockSeconds * 1000 - (clock_() - lastActivity_);
    if (left <= 0) {
        lock(LockReason::idle);
        return;
    }
    idle_.start(static_cast<int>(std::min<std::int64_t>(left, 60'000)));
}

void DeskSession::reload() {
    client_.me(&context_, [this](Answer<Me> answer) {
        if (answer && state_ != State::signedOut) {
            me_ = std::move(*answer);
            Q_EMIT reloaded();
        }
    });
    readFlows();
}

void DeskSession::readFlows() {
    client_.flows(&context_, [this](Answer<std::vector<Flow>> answer) {
        if (!answer || state_ == State::signedOut) {
            return;
        }
        const bool news = !flowsKnown_ || *answer != flows_;
        flowsKnown_ = true;
        flows_ = std::move(*answer);
        if (news) {
            Q_EMIT flowsChanged();
        }
    });
}

void DeskSession::setState(State state) {
    if (state_ != state) {
        state_ = state;
        Q_EMIT stateChanged(state);
    }
}

}  // namespace verdesk::desk
