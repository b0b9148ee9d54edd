#pragma once
// What came along with a check and says nothing about the customer: what the app sent with it, the browser, the time.
// For support, small, and never among the claims.

#include "claims/claim.h"

#include <QString>

#include <vector>

namespace verdesk::ui {

bool isDiagnostic(const claims::Claim& claim);

// A line for each, "Browser: Mozilla/5.0"; empty where there are none.
QString diagnosticLines(const std::vector<claims::Claim>& claims);

}  // namespace verdesk::ui
