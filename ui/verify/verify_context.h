#pragma once
// What stays the same while somebody is signed in, for the pages of a check.

#include "contract/case.h"
#include "contract/session.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace verdesk::ui {

struct VerifyContext {
    Institution institution;
    std::vector<Flow> flows;
    Environment environment = Environment::unknown;
    QUrl phone;  // practice: the customer's phone; empty otherwise

    const Flow* flow(const std::string& id) const {
        for (const auto& each : flows) {
            if (each.id == id) {
                return &each;
            }
        }
        return nullptr;
    }
};

// What is known about a reference that was typed.
struct ReferenceNews {
    std::optional<CaseSummary> openCase;      // it is continued; there is no second
    std::vector<CaseSummary> earlierBlocked;  // newest first
};

}  // namespace verdesk::ui
