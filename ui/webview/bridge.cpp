#include "ui/webview/bridge.h"

namespace verdesk::ui::webview {

void Bridge::heard(const QString& origin, const QString& message) {
    Q_EMIT messageHeard(origin, message.toUtf8());
}

void Bridge::answered(const QString& message) {
    Q_EMIT answerHeard(message.toUtf8());
}

void Bridge::foreign() {
    Q_EMIT foreignHeard();
}

void Bridge::malformed() {
    Q_EMIT malformedHeard();
}

void Bridge::unmatched(const QString&) {
    Q_EMIT unmatchedHeard();
}

void Bridge::arrived(const QString& origin, bool isPainted) {
    Q_EMIT frameArrived(origin, isPainted);
}

void Bridge::frameLoaded() {
    Q_EMIT frameEnded();
}

void Bridge::hostReady(int cameras) {
    Q_EMIT hostThere(cameras);
}

}  // namespace verdesk::ui::webview
