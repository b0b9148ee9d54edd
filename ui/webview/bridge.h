#pragma once
// The object that the listener in the page's isolated world calls through a web channel. What comes in is untrusted: a
// compromised page process may say anything here.

#include <QObject>
#include <QString>

namespace verdesk::ui::webview {

class Bridge : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Called by the listener.
    Q_INVOKABLE void heard(const QString& origin, const QString& message);
    Q_INVOKABLE void answered(const QString& message);
    Q_INVOKABLE void noted(int foreign, int malformed, int unmatched);
    // `what` is "here", "refused", "loaded" or "painted".
    Q_INVOKABLE void arrived(const QString& origin, const QString& what);
    Q_INVOKABLE void frameLoaded();
    Q_INVOKABLE void frameRefused();
    Q_INVOKABLE void hostReady(int cameras, int microphones);

Q_SIGNALS:
    // To the listener.
    void post(const QString& origin, const QString& message);
    void open();

    // To whoever holds the bridge.
    void messageHeard(const QString& origin, const QByteArray& message);
    void answerHeard(const QByteArray& message);
    // How many messages since the last time were only counted.
    void othersHeard(int foreign, int malformed, int unmatched);
    void frameArrived(const QString& origin, const QString& what);
    void frameEnded();
    // Our page's policy kept the frame from going elsewhere.
    void frameBlocked();
    // Our page is there, with so many of each at this computer; -1: it cannot know, or the launch needs none.
    void hostThere(int cameras, int microphones);
};

}  // namespace verdesk::ui::webview
