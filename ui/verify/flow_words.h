#pragma once
// How flows and what they ask for are called on the pages.

#include "contract/session.h"

#include <QString>

#include <utility>
#include <vector>

namespace verdesk::ui {

// "PASSID by QR code", "PASSID by token".
QString checkName(const QString& flowTitle, LaunchKind launch);

// Whether it runs in the provider's own page.
bool needsView(LaunchKind launch);

// "About 1 min", "Under 1 min"; empty where it is not known.
QString usualTime(std::int64_t seconds);

// What the customer is asked for, with what each will say; what belongs together in one line.
std::vector<std::pair<QString, QString>> askLines(const std::vector<std::string>& asks);

}  // namespace verdesk::ui
