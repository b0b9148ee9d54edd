#pragma once
// Whether what staff pick really proves something. Pure.

#include "backend/config/config.h"
#include "backend/doctor/report.h"

namespace verdesk::backend::doctor {

// A sandbox account in a flow, beside live ones or among its own; and what the flow falls back to.
Report flowChecks(const Config& config);

// Whether the flow shows a provider's pages in the desk's browser.
bool opensPages(const FlowConfig& flow);

}  // namespace verdesk::backend::doctor
