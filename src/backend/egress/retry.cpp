#include "backend/egress/retry.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace verdesk::backend::egress {
namespace {

constexpr Millis longestRetryAfter{std::chrono::hours{24}};

bool isSafe(const HttpRequest& request) {
    return request.repeatable || (!request.idempotencyKey.empty() && request.replayable);
}

std::optional<std::time_t> dateIn(const HttpReply& reply, std::string_view name) {
    const auto header = reply.header(name);
    const auto date = header ? curl_getdate(std::string{*header}.c_str(), nullptr) : -1;
    return date < 0 ? std::nullopt : std::optional{date};
}

}  // namespace

bool isPassing(int status) {
    return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

bool mayResend(const HttpRequest& request, const HttpReply& reply) {
    return isPassing(reply.status) && isSafe(request);
}

bool mayResend(const HttpRequest& request, const TransportError& error) {
    using Kind = TransportError::Kind;
    if (error.kind() != Kind::unreachable && error.kind() != Kind::timeout) {
        return false;  // it would end the same way
    }
    return !error.mayHaveArrived() || isSafe(request);
}

std::optional<Millis> retryAfter(const HttpReply& reply) {
    const auto header = reply.header("Retry-After");
    if (!header) {
        return std::nullopt;
    }
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(header->data(), header->data() + header->size(), seconds);
    if (error != std::errc{} || end != header->data() + header->size()) {
        const auto until = dateIn(reply, "Retry-After");
        const auto from = dateIn(reply, "Date");
        if (!until || !from) {
            return std::nullopt;
        }
        seconds = static_cast<std::int64_t>(*until - *from);
    }
    const auto longest = std::chrono::duration_cast<std::chrono::seconds>(longestRetryAfter).count();
    return std::chrono::seconds{std::clamp<std::int64_t>(seconds, 0, longest)};
}

Millis pauseBefore(const RetryPolicy& policy, int sent, double random, std::optional<Millis> asked) {
    const auto doubled = std::min(policy.firstPause * (1 << std::clamp(sent - 1, 0, 16)), policy.longestPause);
    const Millis pause{static_cast<Millis::rep>(static_cast<double>(doubled.count()) * (0.5 + random / 2))};
    return std::max(pause, asked.value_or(Millis{0}));
}

}  // namespace verdesk::backend::egress
