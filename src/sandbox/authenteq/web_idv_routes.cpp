// Web IDV, the successor of Web KYC (api.app.authenteq.com): an address to send the browser to, and the whole result
// for the code that it comes back with. Of the document's data the names of Web KYC are used.
#include "sandbox/assets.h"
#include "sandbox/authenteq/authenteq.h"
#include "sandbox/control.h"
#include "sandbox/language.h"
#include "sandbox/mishap.h"

#include "crypto/bytes.h"

namespace verdesk::sandbox::authenteq {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

std::string valueOf(const Request& request, const std::string& name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::string{} : found->second;
}

Response refusedClient(const Request& request) {
    return request.header("Authorization") ? apiProblem(401, "API_KEYS_INVALID", "unknown client")
                                           : apiProblem(401, "API_KEYS_MISSING", "the client is missing");
}

Response apiError(int status, std::string_view message) {
    return apiProblem(status, status == 429 ? "TOO_MANY_REQUESTS" : "INTERNAL_ERROR", message);
}

}  // namespace

bool Authenteq::hasBasic(const Request& request) const {
    constexpr std::string_view scheme = "Basic ";
    const auto header = request.header("Authorization").value_or("");
    if (!header.starts_with(scheme)) {
        return false;
    }
    const auto bytes = crypto::fromBase64(header.substr(scheme.size()));
    const auto pair = bytes ? crypto::textOf(*bytes) : std::string{};
    const auto colon = pair.find(':');
    return colon != std::string::npos && pair.substr(0, colon) == settings_.clientId &&
           secrets_.is("authenteq_client_secret", pair.substr(colon + 1));
}

Response Authenteq::verificationUrl(const Request& request) {
    if (!hasBasic(request)) {
        return refusedClient(request);
    }
    Session wanted;
    wanted.redirectUri = valueOf(request, "redirectUrl");
    if (wanted.redirectUri.empty()) {
        return apiProblem(400, "MISSING_REQUEST_PARAMETER", "redirectUrl is missing");
    }
    if (settings_.redirectUri.empty()) {
        return apiProblem(400, "NO_REDIRECT_URLS", "no address is registered");
    }
    // Query members of the client's own are kept.
    if (wanted.redirectUri.substr(0, wanted.redirectUri.find('?')) != settings_.redirectUri) {
        return apiProblem(400, "INVALID_REQUEST_PARAMETER", "redirectUrl is not the registered one");
    }
    const auto& session = sessions_.open(std::move(wanted));
    keep_();
    return reply(200, {{"verificationUrl", place().origin + "/verify?token=" + session.id}});
}

Response Authenteq::verificationResult(const Request& request) {
    if (!hasBasic(request)) {
        return refusedClient(request);
    }
    const auto now = clock_.now();
    const auto token = sessions_.exchange(valueOf(request, "code"), valueOf(request, "redirectUrl"), now);
    if (!token) {
        return apiProblem(token.error().status, token.error().code, token.error().message);
    }
    keep_();
    const auto session = *sessions_.details(*token, now);
    const auto face = crypto::toBase64(crypto::viewOf(asset("pictures/card_front.jpg")));
    return reply(200, {{"id", session.id},
                       {"status", "PASSED"},
                       {"platform", "WEB"},
                       {"startTime", timeText(now - std::chrono::minutes{2})},
                       {"endTime", timeText(now)},
                       {"livenessFaceImage", {{"contentType", "image/jpeg"}, {"content", face}}},
                       {"documentData", session.details}});
}

void Authenteq::addWebIdvRoutes(http::Router& router) {
    const MishapForm form{apiError, R"({"verificationUrl":7,"status":{},"documentData":"plenty"})"};
    router.add("GET", "/web-idv/verification-url",
               withFaults(faults_, "url", form, [this](Request request) -> asio::awaitable<Response> {
                   co_return verificationUrl(request);
               }));
    router.add("GET", "/web-idv/verification-result",
               withFaults(faults_, "result", form, [this](Request request) -> asio::awaitable<Response> {
                   co_return verificationResult(request);
               }));
    router.add("GET", "/verify", controlled([this](const Request& request) {
                   const auto* session = sessions_.find(valueOf(request, "token"));
                   return session == nullptr || session->status != Status::open
                              ? htmlPage(404, filled("authenteq/problem.html", {{"why", "This link is not valid."}}))
                              : identityPage(*session, languageOf(request));
               }));
}

}  // namespace verdesk::sandbox::authenteq
