#pragma once
// The institution's project at Passbase, as its dashboard would have it: thresholds, permissions, where webhooks go.

#include "sandbox/body.h"

#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace verdesk::sandbox::passbase {

struct Project {
    // Of this score and above: approved; below the other: declined; between them somebody has to decide.
    double approveFrom = 0.85;
    double declineBelow = 0.70;
    std::chrono::milliseconds processing{3'000};  // on the sandbox's clock; Passbase says "usually under 90 s"
    bool documents = true;                        // the special permission for resource files
    int refusal = 401;                            // without it (assumed: nothing else is documented)
    bool authentication = true;                   // whether somebody who is known is recognised by the face
    std::string webhookUrl = {};                  // empty: nothing is sent
    bool encrypted = true;                        // webhooks, with the project's secret
    bool olderNames = false;                      // AUTHENTICATION_* and authenticationKey
    std::set<std::string> events;                 // those that were selected
    std::vector<std::string> deskOrigins = {};    // who may frame the button

    Project();

    // "approved", "declined" or "pending".
    std::string decide(double score) const;
    // This one, changed by what is there. Throws BadBody.
    Project with(Body& body) const;
    Json toJson() const;
};

// The five names of today.
const std::vector<std::string>& eventNames();

}  // namespace verdesk::sandbox::passbase
