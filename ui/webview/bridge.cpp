#include "ui/webview/bridge.h"

#include <algorithm>

namespace verdesk::ui::webview {

void Bridge::heard(const QString& origin, const QString& message) {
    Q_EMIT messageHeard(origin, message.toUtf8());
}

void Bridge::answered(const QString& message) {
    Q_EMIT answerHeard(message.toUtf8());
}

void Bridge::noted(int foreign, int malformed, int unmatched) {
    const auto plausible = [](int number) { return std::clamp(number, 0, 1'000'000); };
    Q_EMIT othersHeard(plausible(foreign), plausible(malformed), plausible(unmatched));
}

void Bridge::arrived(const QString& origin, const QString& what) {
    Q_EMIT frameArrived(origin, what);
}

void Bridge::frameLoaded() {
    Q_EMIT frameEnded();
}

void Bridge::frameRefused() {
    Q_EMIT frameBlocked();
}

void Bridge::hostReady(int cameras, int microphones) {
    Q_EMIT hostThere(cameras, microphones);
}

}  // namespace verdesk::ui::webview
