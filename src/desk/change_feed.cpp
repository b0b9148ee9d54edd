#include "desk/change_feed.h"

#include "desk/backend_client.h"
#include "desk/retry_policy.h"

#include <QRandomGenerator>

namespace verdesk::desk {
namespace {
constexpr std::chrono::milliseconds patience{1000};
constexpr qint64 hastyMs = 200;
}  // namespace

ChangeFeed::ChangeFeed(BackendClient& client, QObject* parent) : QObject{parent}, client_{client} {
    again_.setSingleShot(true);
    patience_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, [this] { poll(failures_ > 0); });
    connect(&patience_, &QTimer::timeout, this, [this] { setConnected(false); });
    connect(&client_, &BackendClient::unanswered, this, &ChangeFeed::onUnanswered);
    connect(&client_, &BackendClient::answered, this, [this] {
        if (running_ && !connected_ && again_.isActive()) {
            again_.start(0);  // another call got through: no need to wait out the delay
        }
    });
}

ChangeFeed::~ChangeFeed() = default;

void ChangeFeed::setWait(std::chrono::seconds wait) {
    wait_ = wait;
}

void ChangeFeed::start(std::int64_t cursor) {
    cursor_ = cursor;
    resume();
}

void ChangeFeed::resume() {
    running_ = true;
    failures_ = 0;
    hasty_ = 0;
    setConnected(true);
    poll(false);
}

void ChangeFeed::stop() {
    running_ = false;
    probing_ = false;
    polling_.reset();
    again_.stop();
    patience_.stop();
}

bool ChangeFeed::isRunning() const {
    return running_;
}

bool ChangeFeed::isConnected() const {
    return connected_;
}

// A probe asks to be answered at once: it tells whether the backend is there without waiting for something to happen.
void ChangeFeed::poll(bool probe) {
    polling_ = std::make_unique<QObject>();
    probing_ = probe;
    since_.start();
    if (probe && connected_) {
        patience_.start(patience);
    }
    client_.changes(cursor_, probe ? std::chrono::seconds{0} : wait_, polling_.get(),
                    [this, probe](Answer<Changes> answer) {
                        if (answer) {
                            onAnswer(*answer, probe);
                        } else {
                            onError(answer.error());
                        }
                    });
}

void ChangeFeed::onAnswer(const Changes& changes, bool probe) {
    probing_ = false;
    failures_ = 0;
    patience_.stop();
    cursor_ = changes.cursor;
    setConnected(true);
    if (!changes.changes.empty()) {
        Q_EMIT changed(changes);
    }
    if (!running_) {
        return;
    }
    const bool hasty = !probe && changes.changes.empty() && since_.elapsed() < hastyMs;
    hasty_ = hasty ? hasty_ + 1 : 0;
    if (hasty_ > 1) {
        again_.start(growingDelay(hasty_, QRandomGenerator::global()->generateDouble()));
        return;
    }
    poll(false);
}

void ChangeFeed::onError(const CallError& error) {
    const bool wasProbe = probing_;
    probing_ = false;
    patience_.stop();
    if (error.kind == CallError::Kind::sessionEnded || error.kind == CallError::Kind::tooOld) {
        stop();
        return;
    }
    if (error.is("cursor-too-old")) {
        stop();
        Q_EMIT reloadNeeded();
        return;
    }
    ++failures_;
    if (error.is("superseded")) {
        later();  // another poll of this session: take turns slowly rather than race
        return;
    }
    if (!wasProbe && failures_ == 1 && error.kind == CallError::Kind::unreachable) {
        poll(true);  // a dropped connection may mean nothing
        return;
    }
    setConnected(false);
    later();
}

// Another call was lost: the poll under way may hang on a dead connection without knowing it.
void ChangeFeed::onUnanswered() {
    if (running_ && connected_ && polling_ && !probing_ && !again_.isActive()) {
        QTimer::singleShot(0, this, [this] {
            if (running_ && connected_ && !probing_ && !again_.isActive()) {
                poll(true);
            }
        });
    }
}

void ChangeFeed::later() {
    again_.start(growingDelay(failures_, QRandomGenerator::global()->generateDouble()));
}

void ChangeFeed::setConnected(bool connectedNow) {
    if (connected_ == connectedNow) {
        return;
    }
    connected_ = connectedNow;
    if (connectedNow) {
        client_.hurry();
        Q_EMIT connected();
    } else {
        Q_EMIT lost();
    }
}

}  // namespace verdesk::desk
