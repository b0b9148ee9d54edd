#pragma once
// Whether and when a request is sent again. Pure.

#include "backend/egress/http_client.h"
#include "backend/egress/timing.h"

#include <optional>

namespace verdesk::backend::egress {

struct RetryPolicy {
    int sendings = 3;        // of one request, the first among them
    Millis single{8'000};    // for one sending
    Millis total{20'000};    // for all of them with their pauses
    Millis firstPause{250};  // doubles each time
    Millis longestPause{4'000};
};

// Statuses that say "not now": 408, 429, 500, 502, 503 and 504.
bool isPassing(int status);

// Whether the request may be sent again after this.
bool mayResend(const HttpRequest& request, const HttpReply& reply);
bool mayResend(const HttpRequest& request, const TransportError& error);

// What Retry-After says, in seconds or as a date (measured from the reply's own Date, so that nobody's clock matters).
std::optional<Millis> retryAfter(const HttpReply& reply);

// The pause before the next sending: from half to the whole of the doubled pause, by `random` in [0, 1), and never less
// than what the provider asked for. `sent` counts the sendings so far.
Millis pauseBefore(const RetryPolicy& policy, int sent, double random, std::optional<Millis> asked);

}  // namespace verdesk::backend::egress
