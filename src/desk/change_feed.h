#pragma once
// The long poll over the backend's event log: what moved, and whether the backend is there at all.

#include "contract/changes.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>

namespace verdesk::desk {

class BackendClient;
struct CallError;

class ChangeFeed : public QObject {
    Q_OBJECT

public:
    explicit ChangeFeed(BackendClient& client, QObject* parent = nullptr);
    ~ChangeFeed() override;

    // How long the backend may hold a poll.
    void setWait(std::chrono::seconds wait);

    // Starts behind `cursor`. The backend has just answered, so the feed counts as connected.
    void start(std::int64_t cursor);
    // Goes on where it was, in a new session of the same person.
    void resume();
    void stop();
    bool isRunning() const;
    bool isConnected() const;

Q_SIGNALS:
    void changed(const verdesk::Changes& changes);  // in the log's order, never empty
    void connected();                               // back after `lost`: whatever is on the screen has to be read again
    void lost();
    void reloadNeeded();  // the cursor is too old: read everything again, then start(Me::cursor)

private:
    void poll(bool probe);
    void onAnswer(const Changes& changes, bool probe);
    void onError(const CallError& error);
    void onUnanswered();
    void later();
    void setConnected(bool connected);

    BackendClient& client_;
    std::unique_ptr<QObject> polling_;  // the context of the poll under way: a new one abandons it
    QTimer again_;                      // until the next poll
    QTimer patience_;                   // how long a probe may stay unanswered before the backend counts as lost
    QElapsedTimer since_;               // the start of the poll under way
    std::chrono::seconds wait_{25};
    std::int64_t cursor_ = 0;
    int failures_ = 0;
    int hasty_ = 0;  // empty answers that came long before their time, in a row
    bool running_ = false;
    bool connected_ = false;
    bool probing_ = false;
};

}  // namespace verdesk::desk
