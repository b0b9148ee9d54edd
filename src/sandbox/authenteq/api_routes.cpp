// The API (api.authenteq.com): a code for a token, the token for the data.
#include "sandbox/assets.h"
#include "sandbox/authenteq/authenteq.h"
#include "sandbox/form.h"
#include "sandbox/mishap.h"

#include "crypto/bytes.h"

namespace verdesk::sandbox::authenteq {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

constexpr auto nonsense = R"({"token":{"a":1},"details":"plenty","croppedDocs":[7]})";

Response apiError(int status, std::string_view message) {
    return apiProblem(status, status == 429 ? "TOO_MANY_REQUESTS" : "INTERNAL_ERROR", message);
}

Response refused(const Refusal& refusal) {
    return apiProblem(refusal.status, refusal.code, refusal.message);
}

std::string base64Of(std::string_view asset) {
    return crypto::toBase64(crypto::viewOf(asset));
}

}  // namespace

Response Authenteq::exchange(const Request& request) {
    const auto form = formOf(request);
    if (!form) {
        return apiProblem(400, "INVALID_REQUEST_PARAMETER", "the body is no form");
    }
    for (const auto* name : {"grantType", "code", "redirectUri", "clientId", "clientSecret"}) {
        if (!form->contains(name) || form->at(name).empty()) {
            return apiProblem(400, "MISSING_REQUEST_PARAMETER", std::string{name} + " is missing");
        }
    }
    if (form->at("clientId") != settings_.clientId ||
        !secrets_.is("authenteq_client_secret", form->at("clientSecret"))) {
        return apiProblem(401, "API_KEYS_INVALID", "unknown client");
    }
    // The documentation's sample has the one, its text the other.
    if (form->at("grantType") != "authorization_code" && form->at("grantType") != "authorizationCode") {
        return apiProblem(400, "INVALID_REQUEST_PARAMETER", "grantType is unknown");
    }
    const auto token = sessions_.exchange(form->at("code"), form->at("redirectUri"), clock_.now());
    return token ? reply(200, {{"token", *token}}) : refused(token.error());
}

Response Authenteq::details(const Request& request) const {
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("Authorization").value_or("");
    if (!header.starts_with(scheme)) {
        return apiProblem(401, "API_KEYS_MISSING", "the token is missing");
    }
    const auto session = sessions_.details(std::string{header.substr(scheme.size())}, clock_.now());
    if (!session) {
        return refused(session.error());
    }
    Json pictures{{"front", base64Of(asset("pictures/card_front.jpg"))}};
    if (session->hasBack) {
        pictures["back"] = base64Of(asset("pictures/card_back.jpg"));
    }
    return reply(200, {{"croppedDocs", std::move(pictures)}, {"details", session->details}});
}

void Authenteq::addApiRoutes(http::Router& router) {
    const MishapForm form{apiError, nonsense};
    router.add("POST", "/v2/web-kyc/token",
               withFaults(faults_, "token", form,
                          [this](Request request) -> asio::awaitable<Response> { co_return exchange(request); }));
    router.add("GET", "/v2/web-kyc/details",
               withFaults(faults_, "details", form,
                          [this](Request request) -> asio::awaitable<Response> { co_return details(request); }));
}

}  // namespace verdesk::sandbox::authenteq
