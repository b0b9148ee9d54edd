#pragma once
// The ops listener, for this machine alone: /healthz says that the process is alive, /readyz that it can do its work,
// /metrics what it counts.

#include "backend/ops/metrics.h"
#include "http/router.h"

#include <functional>

namespace verdesk::backend {

struct OpsParts {
    Metrics& metrics;
    // Empty where all is well, else what is missing, in words.
    std::function<boost::asio::awaitable<std::string>()> whyNotReady;
    std::function<boost::asio::awaitable<Levels>()> levels;
};

http::Router opsRouter(OpsParts parts);

}  // namespace verdesk::backend
