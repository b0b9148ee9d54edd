#include "backend/api/answer.h"

namespace verdesk::backend::api {

http::Response answer(int status, const nlohmann::json& body) {
    http::Response response;
    response.status = status;
    // Broken UTF-8 can only come from a provider's answer: shown as such, and no reason to fail.
    response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return response;
}

http::Response answerOf(const Problem& problem) {
    auto response = answer(problem.status, toJson(problem));
    response.contentType = "application/problem+json";
    if (problem.extra.contains("retryAfterMs") && problem.extra["retryAfterMs"].is_number_integer()) {
        const auto seconds = (problem.extra["retryAfterMs"].get<std::int64_t>() + 999) / 1000;
        response.headers.emplace_back("Retry-After", std::to_string(seconds));
    }
    if (problem.status == 401) {
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    return response;
}

void addCommonHeaders(http::Response& response, bool tls) {
    auto& headers = response.headers;
    headers.emplace_back("Verdesk-Backend", VERDESK_VERSION);
    headers.emplace_back("Cache-Control", "no-store");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.emplace_back("Referrer-Policy", "no-referrer");
    if (tls) {
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    }
}

Problem problemOfStatus(int status, std::string_view why) {
    const auto code = [status] {
        switch (status) {
            case 404:
                return "not-found";
            case 405:
                return "method-not-allowed";
            case 408:
                return "too-slow";
            case 413:
                return "body-too-large";
            case 414:
                return "address-too-long";
            case 431:
                return "header-too-large";
            case 500:
                return "internal";
            case 503:
                return "overloaded";
            default:
                return "request-invalid";
        }
    }();
    return {status, code, std::string{why}, {}, {}};
}

Problem notFound() {
    return {404, "not-found", "There is nothing here", {}, {}};
}

Problem sessionEnded() {
    return {401, "session-ended", "The session is over: sign in again", {}, {}};
}

Problem roleMissing() {
    return {403, "role-missing", "This takes another role", {}, {}};
}

Problem caseClosed() {
    return {409, "case-closed", "The case is closed", {}, {}};
}

Problem caseBlocked() {
    return {409, "case-blocked", "The case is blocked: nobody may go on with it or approve it", {}, {}};
}

}  // namespace verdesk::backend::api
