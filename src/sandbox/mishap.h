#pragma once
// Carries out what the faults say for a route: late, not at all, or with an answer that never arrives or is spoilt.

#include "http/router.h"
#include "sandbox/faults.h"

#include <functional>
#include <string>

namespace verdesk::sandbox {

struct MishapForm {
    // The provider's form of an error: 429 and 500.
    std::function<http::Response(int status, std::string_view error)> error;
    // JSON of types that nobody expects from that provider.
    std::string nonsense;
};

// `faults` outlives the handler; it may be part of what `inner` holds.
http::Handler withFaults(Faults& faults, std::string route, MishapForm form, http::Handler inner);

}  // namespace verdesk::sandbox
