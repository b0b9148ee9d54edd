#pragma once
// Our own page around the provider's, and the scripts that hear what it says. Texts; nothing of a browser here.

#include "ui/webview/launch_plan.h"

namespace verdesk::ui::webview {

// What the page and its scripts need beyond the launch. `secret` is unguessable, and made anew for each launch: with it
// our scripts know each other.
struct HostPage {
    QString language;
    QString title;
    QString origin;
    QString secret;
};

// Empty, with a policy that lets this launch's provider in and nobody else. The listener fills it.
QString hostPageOf(const LaunchPlan& plan, const HostPage& host);

// The isolated world's script in the top frame. `channelCode` is Qt's qwebchannel.js.
QString listenerOf(const LaunchPlan& plan, const HostPage& host, const QString& channelCode, const QString& code);
// The one in the provider's frame: it tells the listener where the frame is, and that it was painted; and lets links to
// elsewhere ask for a window of their own.
QString heraldOf(const LaunchPlan& plan, const HostPage& host, const QString& code);

// What runs in the host page once the script of a script launch is there: the launch's call, with two names in its
// scope. `container` is the element to render into, and `answer(value)` hands its one argument to the backend.
// Evaluates to false if the call threw.
QString callOf(const LaunchPlan& plan, const HostPage& host);

}  // namespace verdesk::ui::webview
