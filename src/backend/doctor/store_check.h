#pragma once
// Whether the store is there and has today's schema.

#include "backend/doctor/report.h"
#include "backend/store/schema.h"

#include <functional>

namespace verdesk::backend::doctor {

// `ask` as store::schemaOf, with what it throws.
Finding storeFinding(const std::function<std::optional<store::Schema>()>& ask);

}  // namespace verdesk::backend::doctor
