#pragma once
// What stays the same while somebody is signed in, for the pages of a check.

#include "contract/case.h"
#include "contract/session.h"

#include <QUrl>
#include <QVersionNumber>

#include <optional>
#include <vector>

namespace verdesk::desk {
class EvidenceBox;
}

namespace verdesk::ui {

class WidgetHosts;

struct VerifyContext {
    Institution institution;
    std::vector<Flow> flows;
    Environment environment = Environment::unknown;
    QUrl phone;                      // practice: the customer's phone; empty otherwise
    QUrl hostOrigin;                 // as what pages that carry a widget are loaded: registered with the providers
    QVersionNumber oldestEngine;     // that may show them; null: any
    WidgetHosts* widgets = nullptr;  // where views come from; null: this desk has none
    desk::EvidenceBox* evidence = nullptr;  // where documents come from; null: nowhere

    const Flow* flow(const std::string& id) const {
        for (const auto& each : flows) {
            if (each.id == id) {
                return &each;
            }
        }
        return nullptr;
    }
    // A launch of the flow that can run at this counter, the flow's usual one first; unknown where there is none.
    LaunchKind launchHere(const Flow& flow) const;
    // The flow to offer where that one cannot be used: the one that it names, or else the one which that names, and so
    // on. Null where there is none that could be used here.
    const Flow* fallbackOf(const std::string& id) const;
};

// What is known about a reference that was typed.
struct ReferenceNews {
    std::optional<CaseSummary> openCase;      // it is continued; there is no second
    std::vector<CaseSummary> earlierBlocked;  // newest first
    // Accounts at whose provider the customer is known; nothing: not found out yet.
    std::optional<std::vector<std::string>> knownAt = {};
};

}  // namespace verdesk::ui
