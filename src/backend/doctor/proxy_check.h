#pragma once
// Whether calls to providers take the way out that the network wants. Pure.

#include "backend/doctor/report.h"
#include "backend/doctor/tls_look.h"

#include <functional>
#include <optional>
#include <string>

namespace verdesk::backend::doctor {

// `proxy`: providers.proxy. `environment`: a variable's value. `look`: at a provider's address, as the backend calls
// it; nothing where there was none to look at.
Finding proxyFinding(const std::string& proxy,
                     const std::function<std::optional<std::string>(const std::string& name)>& environment,
                     const std::optional<TlsLook>& look);

}  // namespace verdesk::backend::doctor
