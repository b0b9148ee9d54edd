#pragma once
// What a request to open a case must keep to, before the store is asked.

#include "backend/config/config.h"
#include "contract/case.h"

namespace verdesk::backend::api {

inline constexpr std::size_t longestReference = 64;

// Throws MemberError for what the configuration does not allow. Never quotes the reference.
void checkOpenCase(const OpenCase& open, const Config& config);

}  // namespace verdesk::backend::api
