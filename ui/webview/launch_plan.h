#pragma once
// What a launch means to a browser: the three kinds that need one, brought to one form and checked. Pure.

#include "contract/launch.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace verdesk::ui::webview {

enum class Stage {
    frame,   // in a frame of our host page
    top,     // the provider's page is the page
    script,  // our host page runs the provider's script
};

struct LaunchPlan {
    Stage stage = Stage::frame;
    QUrl page;            // the provider's page, or its script
    std::string call;     // what to run once the script is there
    QStringList origins;  // that may be gone to, be heard and use the camera; the page's own is among them
    QStringList allow;    // "camera", "microphone", ...
    std::vector<MessageRule> rules;
    QUrl redirectUri;  // caught; empty where there is none
    QUrl backUri;
};

// Nothing where a browser has no part in the launch, or may not open it: an address that is neither https nor on this
// computer.
std::optional<LaunchPlan> planOf(const Launch& launch);

enum class Step {
    go,
    caughtReturn,  // the launch's redirectUri
    caughtBack,    // its backUri
    refuse,
};

// What becomes of a navigation. Frames may also hold the empty documents that pages make themselves.
Step judge(const LaunchPlan& plan, const QUrl& address, bool isMainFrame);

bool allows(const LaunchPlan& plan, const char* feature);

}  // namespace verdesk::ui::webview
