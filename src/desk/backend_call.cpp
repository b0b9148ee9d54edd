#include "desk/backend_call.h"

#include <QRandomGenerator>

#include <utility>

namespace verdesk::desk {

void wipe(QByteArray& secret) {
    volatile char* bytes = secret.data();
    for (qsizetype i = 0; i < secret.size(); ++i) {
        bytes[i] = 0;
    }
    secret.clear();
}

BackendCall::BackendCall(BackendLink& link, CallRequest request, QObject* context, Done done, QObject* parent)
    : QObject{parent}, link_{link}, request_{std::move(request)}, done_{std::move(done)} {
    connect(context, &QObject::destroyed, this, [this] {
        done_ = nullptr;
        delete this;
    });
    deadline_.setSingleShot(true);
    delay_.setSingleShot(true);
    connect(&deadline_, &QTimer::timeout, this, [this] {
        if (reply_) {
            reply_->abort();
        }
    });
    connect(&delay_, &QTimer::timeout, this, &BackendCall::attempt);
}

BackendCall::~BackendCall() {
    if (reply_) {
        reply_->disconnect(this);
        reply_->abort();
        reply_->deleteLater();
    }
    wipe(request_.body);
}

void BackendCall::begin() {
    attempt();
}

void BackendCall::hurry(bool signedIn) {
    if (awaitsSession_ && signedIn) {
        awaitsSession_ = false;
        attempt();
    } else if (delay_.isActive()) {
        delay_.stop();
        attempt();
    }
}

void BackendCall::attempt() {
    ++attempts_;
    session_ = link_.session;
    tooLarge_ = false;
    insecure_ = false;
    received_.clear();

    auto url = link_.address.resolved(QUrl{QStringLiteral("api/v1/") + request_.path});
    url.setQuery(request_.query);
    QNetworkRequest request{url};
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", request_.accept);
    request.setRawHeader("Verdesk-Desk", VERDESK_VERSION);
    if (request_.authorised) {
        request.setRawHeader("Authorization", "Bearer " + link_.token);
    }
    if (!request_.key.isEmpty()) {
        request.setRawHeader("Idempotency-Key", request_.key);
    }
    if (!request_.body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    }

    reply_ = link_.network.sendCustomRequest(request, request_.verb, request_.body);
    connect(reply_, &QNetworkReply::readyRead, this, &BackendCall::read);
    connect(reply_, &QNetworkReply::finished, this, &BackendCall::finished);
    // Never told to be ignored: an untrusted certificate ends the attempt.
    connect(reply_, &QNetworkReply::sslErrors, this, [this] { insecure_ = true; });
    deadline_.start(link_.deadline + request_.extra);
}

void BackendCall::read() {
    received_ += reply_->readAll();
    if (received_.size() > (request_.largestAnswer > 0 ? request_.largestAnswer : link_.largestAnswer)) {
        tooLarge_ = true;
        reply_->abort();
    }
}

void BackendCall::finished() {
    deadline_.stop();
    const auto reply = std::exchange(reply_, nullptr);
    reply->disconnect(this);
    reply->deleteLater();
    const auto error = reply->error();
    if (tooLarge_) {
        finish(tl::unexpected{CallError{CallError::Kind::unreadable, {}, "the answer is too large"}});
        return;
    }
    if (insecure_ || error == QNetworkReply::SslHandshakeFailedError) {
        finish(tl::unexpected{CallError{CallError::Kind::insecure, {}, {}}});
        return;
    }
    if (reply->isOpen()) {
        received_ += reply->readAll();
    }
    const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Below 200 Qt counts what went wrong between the machines, also half-way through an answer.
    const bool lost = status == 0 || (error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied);
    if (lost) {
        Q_EMIT unanswered();
        retryOr({.count = attempts_, .lost = true}, {CallError::Kind::unreachable, {}, {}});
        return;
    }
    judge(status);
}

void BackendCall::judge(int status) {
    if (status >= 200 && status < 300) {
        Q_EMIT answered();
        finish(std::exchange(received_, {}));
        return;
    }
    if (status < 400) {
        Q_EMIT answered();
        finish(tl::unexpected{CallError{CallError::Kind::unreadable, {}, "the answer points to another address"}});
        return;
    }
    auto problem = problemOfAnswer(status, std::string_view{received_.constData(), size_t(received_.size())});
    const bool named = !problem.code.empty() && problem.code != "unknown";
    const bool standIn = !named && (status == 502 || status == 503 || status == 504);
    if (standIn) {
        Q_EMIT unanswered();
    } else {
        Q_EMIT answered();
    }
    if (status == 401 && request_.authorised) {
        refusedForSession(std::move(problem));
        return;
    }
    if (status == 426) {
        const QPointer<BackendCall> self{this};
        Q_EMIT tooOld(QString::fromStdString(problem.detail));
        if (self) {
            finish(tl::unexpected{CallError{CallError::Kind::tooOld, std::move(problem), {}}});
        }
        return;
    }
    Attempted attempted{.count = attempts_, .lost = false, .status = status, .named = named, .retryAfter = {}};
    const auto asked = problem.extra.find("retryAfterMs");
    if (asked != problem.extra.end() && asked->is_number_integer()) {
        attempted.retryAfter = std::chrono::milliseconds{asked->get<std::int64_t>()};
    }
    auto error = standIn ? CallError{CallError::Kind::unreachable, {}, {}}
                         : CallError{CallError::Kind::refused, std::move(problem), {}};
    retryOr(attempted, std::move(error));
}

void BackendCall::refusedForSession(Problem problem) {
    if (request_.endsSession) {
        finish(QByteArray{});
        return;
    }
    if (session_ != link_.session && !link_.token.isEmpty()) {
        attempt();  // it was sent with the session before this one
        return;
    }
    // What was asked for once stays asked for: it is sent again, with its key, when the same person is back.
    awaitsSession_ = request_.repeat == Repeat::untilAnswered;
    const QPointer<BackendCall> self{this};
    Q_EMIT sessionEnded();
    if (self && !awaitsSession_) {
        finish(tl::unexpected{CallError{CallError::Kind::sessionEnded, std::move(problem), {}}});
    }
}

void BackendCall::retryOr(const Attempted& attempted, CallError error) {
    const auto delay = nextAttempt(request_.repeat, attempted, QRandomGenerator::global()->generateDouble());
    if (delay) {
        delay_.start(*delay);
        return;
    }
    finish(tl::unexpected{std::move(error)});
}

void BackendCall::finish(Answer<QByteArray> answer) {
    const auto done = std::exchange(done_, nullptr);
    deleteLater();
    disconnect(&delay_, nullptr, this, nullptr);
    if (done) {
        done(std::move(answer));
    }
}

}  // namespace verdesk::desk
