#include "sandbox/passbase/project.h"

#include "sandbox/loopback.h"

#include <algorithm>

namespace verdesk::sandbox::passbase {

namespace {

void checkOrigin(const std::string& origin) {
    const bool safe = origin.find_first_of(" ;,'\"\r\n") == std::string::npos;
    if (!safe || !(origin.starts_with("http://") || origin.starts_with("https://"))) {
        throw BadBody{"deskOrigins must hold origins"};
    }
}

void checkEvent(const std::string& event) {
    if (std::find(eventNames().begin(), eventNames().end(), event) == eventNames().end()) {
        throw BadBody{"events: there is no " + event};
    }
}

}  // namespace

const std::vector<std::string>& eventNames() {
    static const std::vector<std::string> all{"VERIFICATION_COMPLETED", "VERIFICATION_REVIEWED", "DATAPOINT_UPDATED",
                                              "WATCHLIST_MONITORING", "IDENTITY_AUTHENTICATED"};
    return all;
}

Project::Project() : events(eventNames().begin(), eventNames().end()) {}

std::string Project::decide(double score) const {
    return score >= approveFrom ? "approved" : score < declineBelow ? "declined" : "pending";
}

Project Project::with(Body& body) const {
    auto changed = *this;
    changed.approveFrom = body.number("approveFrom", 0, 1).value_or(approveFrom);
    changed.declineBelow = body.number("declineBelow", 0, 1).value_or(declineBelow);
    changed.processing =
        std::chrono::milliseconds{body.integer("processingMs", 0, 30LL * 86'400 * 1000).value_or(processing.count())};
    changed.documents = body.flag("documents").value_or(documents);
    changed.refusal = static_cast<int>(body.integer("refusal", 400, 499).value_or(refusal));
    changed.authentication = body.flag("authentication").value_or(authentication);
    changed.webhookUrl = body.text("webhookUrl").value_or(webhookUrl);
    if (!changed.webhookUrl.empty() && !parseLoopbackUrl(changed.webhookUrl)) {
        throw BadBody{"webhookUrl must be an http address of this machine"};
    }
    changed.encrypted = body.flag("encrypted").value_or(encrypted);
    changed.olderNames = body.flag("olderNames").value_or(olderNames);
    if (const auto selected = body.texts("events")) {
        std::for_each(selected->begin(), selected->end(), checkEvent);
        changed.events = {selected->begin(), selected->end()};
    }
    changed.deskOrigins = body.texts("deskOrigins").value_or(deskOrigins);
    std::for_each(changed.deskOrigins.begin(), changed.deskOrigins.end(), checkOrigin);
    return changed;
}

Json Project::toJson() const {
    return {{"approveFrom", approveFrom}, {"declineBelow", declineBelow}, {"processingMs", processing.count()},
            {"documents", documents},     {"refusal", refusal},           {"authentication", authentication},
            {"webhookUrl", webhookUrl},   {"encrypted", encrypted},       {"olderNames", olderNames},
            {"events", events},           {"deskOrigins", deskOrigins}};
}

}  // namespace verdesk::sandbox::passbase
