#pragma once
// The routes of the staff listener, a file per resource. Private to this folder.

#include "backend/api/gate.h"
#include "backend/api/idempotency.h"
#include "backend/api/long_polls.h"

namespace verdesk::backend::api {

void addSessionRoutes(Gate& gate, const Parts& parts);
void addFlowRoutes(Gate& gate, const Parts& parts);
void addCaseRoutes(Gate& gate, const Parts& parts, Idempotency& once);
void addDecisionRoutes(Gate& gate, const Parts& parts, Idempotency& once);
void addVerificationRoutes(Gate& gate, const Parts& parts, Idempotency& once);
void addEvidenceRoutes(Gate& gate, const Parts& parts);
void addErasureRoutes(Gate& gate, const Parts& parts, Idempotency& once);
void addUnmatchedRoutes(Gate& gate, const Parts& parts, Idempotency& once);
void addChangeRoutes(Gate& gate, const Parts& parts, LongPolls& polls);

}  // namespace verdesk::backend::api
