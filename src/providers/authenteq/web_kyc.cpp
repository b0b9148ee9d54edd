#include "providers/authenteq/web_kyc.h"

#include "providers/answer.h"
#include "providers/authenteq/checks.h"
#include "providers/authenteq/details.h"
#include "providers/authenteq/multipart.h"
#include "providers/authenteq/replies.h"
#include "providers/findings.h"

namespace verdesk::providers::authenteq {
namespace {

using nlohmann::json;

// Two pictures in base64, with room.
constexpr std::size_t longestDetails = 3 * longestDocument;

std::string tokenIn(const HttpReply& reply) {
    return readBody("Authenteq", reply, [](const json& document) {
        auto token = JsonReader{document}.requiredText("token");
        if (!isOneWord(token)) {
            throw MemberError{"token", "has a blank or another character that no token has"};
        }
        return token;
    });
}

Progress detailsFrom(const json& document, const FlowOptions& flow, Instant now) {
    const JsonReader root{document};
    Progress progress;
    progress.state = State::completed;
    const auto details = root.object("details");
    if (details) {
        // Browsers come back with a code only when the person in front of the camera was the document's holder.
        progress.claims.push_back(
            {std::string{claims::name::identity}, claims::Flag{true}, claims::Status::proven, "details", nullptr});
        for (auto& claim : claimsIn(*details)) {
            progress.claims.push_back(std::move(claim));
        }
        addChecks(progress.claims, settingsOf(flow), dateOf(now));
    }
    if (const auto cropped = root.object("croppedDocs")) {
        auto pictures = croppedDocsIn(*cropped);
        std::move(pictures.claims.begin(), pictures.claims.end(), std::back_inserter(progress.claims));
        progress.documents = std::move(pictures.documents);
    }
    progress.claims = withMissing(std::move(progress.claims), flow.asks);
    return progress;
}

}  // namespace

HttpRequest tokenRequest(const AccountSettings& settings, const std::string& returnUrl, const std::string& code,
                         const std::string& seed) {
    auto form = multipart({{"grantType", settings.grantType},
                           {"code", code},
                           {"redirectUri", returnUrl},
                           {"clientId", settings.clientId},
                           {"clientSecret", std::string{settings.clientSecret->reveal()}}},
                          seed);
    return post(settings.tokenUrl)
        .sending(std::move(form.body), std::move(form.mediaType))
        .with("Accept", "application/json");
}

std::string authorizeUrl(const AccountSettings& settings, const std::string& returnUrl, const std::string& state) {
    return settings.authorizeUrl + "?" +
           queryOf({{"response_type", "code"},
                    {"client_id", settings.clientId},
                    {"redirect_uri", returnUrl},
                    {"scope", "kyc"},
                    {"state", state},
                    {"back_url", backUrlOf(returnUrl, state)}});
}

Progress readDetails(const HttpReply& reply, const FlowOptions& flow, Instant now) {
    if (auto gone = notDelivered(reply, {})) {
        return std::move(*gone);
    }
    return readData(reply, [&](const json& document) { return detailsFrom(document, flow, now); });
}

Exchange<Progress> exchangeCode(const Context& context, const Attempt& attempt, Code code) {
    const auto settings = settingsOf(context.account);
    if (attempt.idempotencyKey.empty()) {
        throw ProviderError{Failure::internal, "a code cannot be exchanged without an idempotency key"};
    }
    const auto key = attempt.idempotencyKey + "/token";
    auto exchange = tokenRequest(settings, context.returnUrl, code.code, key).once(key);
    HttpReply exchanged;
    try {
        exchanged = co_await std::move(exchange);
    } catch (const ProviderError& error) {
        if (error.failure() != Failure::providerUnreachable && error.failure() != Failure::providerBroken) {
            throw;
        }
        throwLost(error.what(), error.raw());
    }
    if (auto refused = notExchanged(exchanged, {settings.clientSecret->reveal(), code.code})) {
        co_return std::move(*refused);
    }
    auto request = get(settings.detailsUrl)
                       .with("Authorization", "Bearer " + tokenIn(exchanged))
                       .with("Accept", "application/json");
    request.longestReply = longestDetails;
    const HttpReply reply = co_await std::move(request);
    co_return readDetails(reply, context.flow, context.now);
}

}  // namespace verdesk::providers::authenteq
