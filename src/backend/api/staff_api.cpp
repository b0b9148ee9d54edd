#include "backend/api/staff_api.h"

#include "backend/api/answer.h"
#include "backend/api/routes.h"
#include "backend/auth/sessions.h"

namespace verdesk::backend::api {

StaffApi::StaffApi(Parts parts) : parts_{std::move(parts)}, gate_{parts_}, once_{parts_} {
    addSessionRoutes(gate_, parts_);
    addFlowRoutes(gate_, parts_);
    addCaseRoutes(gate_, parts_, once_);
    addDecisionRoutes(gate_, parts_, once_);
    addVerificationRoutes(gate_, parts_, once_);
    addEvidenceRoutes(gate_, parts_);
    addErasureRoutes(gate_, parts_, once_);
    addUnmatchedRoutes(gate_, parts_, once_);
    addChangeRoutes(gate_, parts_, polls_);
    parts_.sessions.onEnd([this](const std::string& session) { polls_.endSession(session); });
}

http::Response StaffApi::describe(int status, std::string_view why) const {
    auto response = answerOf(problemOfStatus(status, why));
    addCommonHeaders(response, !parts_.config.staff.certificate.empty());
    return response;
}

}  // namespace verdesk::backend::api
