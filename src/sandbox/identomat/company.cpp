#include "sandbox/identomat/company.h"

#include "sandbox/loopback.h"

#include <algorithm>

namespace verdesk::sandbox::identomat {

namespace {

constexpr std::int64_t longest = 30LL * 86'400 * 1000;

void checkOrigin(const std::string& origin) {
    const bool safe = origin.find_first_of(" ;,'\"\r\n") == std::string::npos;
    if (!safe || !(origin.starts_with("http://") || origin.starts_with("https://"))) {
        throw BadBody{"deskOrigins must hold origins"};
    }
}

std::chrono::milliseconds time(Body& body, const char* name, std::chrono::milliseconds usual) {
    return std::chrono::milliseconds{body.integer(name, 0, longest).value_or(usual.count())};
}

}  // namespace

Company Company::with(Body& body) const {
    auto changed = *this;
    changed.hmac = body.flag("hmac").value_or(hmac);
    changed.keyErrorStatus = static_cast<int>(body.integer("keyErrorStatus", 200, 499).value_or(keyErrorStatus));
    changed.sessionLife = std::chrono::minutes{body.integer("sessionMinutes", 1, 1440).value_or(sessionLife.count())};
    changed.processing = time(body, "processingMs", processing);
    changed.automaticOperator = body.flag("automaticOperator").value_or(automaticOperator);
    changed.callbackUrl = body.text("callbackUrl").value_or(callbackUrl);
    if (!changed.callbackUrl.empty() && !parseLoopbackUrl(changed.callbackUrl)) {
        throw BadBody{"callbackUrl must be an http address of this machine"};
    }
    changed.callbackDelay = time(body, "callbackDelayMs", callbackDelay);
    changed.statusCallbacks = body.flag("statusCallbacks").value_or(statusCallbacks);
    changed.ownSms = body.flag("ownSms").value_or(ownSms);
    changed.ownEmail = body.flag("ownEmail").value_or(ownEmail);
    changed.showCodes = body.flag("showCodes").value_or(showCodes);
    changed.deskOrigins = body.texts("deskOrigins").value_or(deskOrigins);
    std::for_each(changed.deskOrigins.begin(), changed.deskOrigins.end(), checkOrigin);
    return changed;
}

Json Company::toJson() const {
    return {{"hmac", hmac},
            {"keyErrorStatus", keyErrorStatus},
            {"sessionMinutes", sessionLife.count()},
            {"processingMs", processing.count()},
            {"automaticOperator", automaticOperator},
            {"callbackUrl", callbackUrl},
            {"callbackDelayMs", callbackDelay.count()},
            {"statusCallbacks", statusCallbacks},
            {"ownSms", ownSms},
            {"ownEmail", ownEmail},
            {"showCodes", showCodes},
            {"deskOrigins", deskOrigins}};
}

}  // namespace verdesk::sandbox::identomat
