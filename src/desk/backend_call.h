#pragma once
// Private to backend_client: one call with all its attempts, from the first byte to the answer.

#include "desk/call_error.h"
#include "desk/retry_policy.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>

namespace verdesk::desk {

// What all calls of one client share.
struct BackendLink {
    QNetworkAccessManager network;
    QUrl address;
    QByteArray token;
    int session = 0;                             // counts the tokens, so that an answer to an older one is told apart
    std::chrono::milliseconds deadline{10'000};  // of one attempt
    qint64 largestAnswer = 8 * 1024 * 1024;      // bytes
    qint64 largestDocument = 32 * 1024 * 1024;
};

struct CallRequest {
    QByteArray verb;
    QString path;  // below /api/v1/
    QUrlQuery query = {};
    QByteArray body = {};
    QByteArray key = {};  // Idempotency-Key, the same in every attempt
    Repeat repeat = Repeat::few;
    bool authorised = true;
    bool endsSession = false;  // signing out: a session that is over already is as good
    QByteArray accept = "application/json, application/problem+json";
    qint64 largestAnswer = 0;            // bytes; 0: the link's
    std::chrono::milliseconds extra{0};  // added to the deadline: what the backend was asked to wait
};

// Overwrites what was secret.
void wipe(QByteArray& secret);

class BackendCall : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Answer<QByteArray>)>;

    // Dies with `context`, without calling `done`. Calls `done` at most once and deletes itself.
    BackendCall(BackendLink& link, CallRequest request, QObject* context, Done done, QObject* parent);
    ~BackendCall() override;

    void begin();
    // Tries at once what waits for its next attempt; `signedIn`: also what waits for a new session.
    void hurry(bool signedIn);

Q_SIGNALS:
    void answered();
    void unanswered();
    void sessionEnded();
    void tooOld(const QString& detail);

private:
    void attempt();
    void read();
    void finished();
    void judge(int status);
    void refusedForSession(Problem problem);
    void retryOr(const Attempted& attempted, CallError error);
    void finish(Answer<QByteArray> answer);

    BackendLink& link_;
    CallRequest request_;
    Done done_;
    QPointer<QNetworkReply> reply_;
    QByteArray received_;
    QTimer deadline_;
    QTimer delay_;
    int attempts_ = 0;
    int session_ = 0;  // the session that the last attempt was sent with
    bool tooLarge_ = false;
    bool insecure_ = false;
    bool awaitsSession_ = false;
};

}  // namespace verdesk::desk
