#include "providers/authenteq/web_idv.h"

#include "crypto/bytes.h"
#include "providers/answer.h"
#include "providers/authenteq/checks.h"
#include "providers/authenteq/details.h"
#include "providers/authenteq/replies.h"
#include "providers/base_url.h"
#include "providers/query.h"

#include <array>

namespace verdesk::providers::authenteq {
namespace {

using nlohmann::json;

constexpr std::size_t longestResult = 4 * longestDocument;

// The browser comes back to this, with a code added. Further members of the query are kept.
std::string redirectUrlOf(const std::string& returnUrl, const std::string& state) {
    return returnUrl + "?" + queryOf({{"state", state}});
}

HttpRequest authorised(HttpRequest request, const AccountSettings& settings) {
    const auto pair = settings.clientId + ":" + std::string{settings.clientSecret->reveal()};
    return std::move(request)
        .with("Authorization", "Basic " + crypto::toBase64(crypto::viewOf(pair)))
        .with("Accept", "application/json");
}

// "PASSED" is the one word that is documented. Words that plainly say no are a no; what is not known is for a person.
void readStatus(Progress& progress, const JsonReader& result) {
    constexpr std::array<std::string_view, 6> refusals{"FAILED",   "REJECTED",  "DECLINED",
                                                       "CANCELED", "CANCELLED", "EXPIRED"};
    const auto status = result.text("status");
    progress.state = State::completed;
    if (status == "PASSED") {
        progress.claims.push_back({std::string{claims::name::identity}, claims::Flag{true}, claims::Status::proven,
                                   "status", result.json().at("status")});
    } else if (status && std::find(refusals.begin(), refusals.end(), *status) != refusals.end()) {
        progress = declined(*status);
    } else {
        progress.claims.push_back({std::string{claims::name::providerStatus},
                                   status ? claims::Value{claims::Text{*status}} : claims::Value{},
                                   claims::Status::unknown, "status", status ? json(*status) : json{}});
    }
}

Progress resultFrom(const json& document, const FlowOptions& flow, Instant now) {
    const JsonReader result{document};
    Progress progress;
    readStatus(progress, result);
    if (progress.state == State::completed) {
        for (const auto* member : {"documentData", "documentData2", "documentData3"}) {
            if (const auto data = result.object(member)) {
                auto more = claimsIn(*data);
                std::move(more.begin(), more.end(), std::back_inserter(progress.claims));
            }
        }
        addChecks(progress.claims, settingsOf(flow), dateOf(now));
        auto pictures = picturesIn(document);
        std::move(pictures.claims.begin(), pictures.claims.end(), std::back_inserter(progress.claims));
        progress.documents = std::move(pictures.documents);
        progress.claims = withMissing(std::move(progress.claims), flow.asks);
    }
    progress.verifiedAt = result.instant("endTime");
    return progress;
}

}  // namespace

HttpRequest verificationUrlRequest(const AccountSettings& settings, const std::string& returnUrl,
                                   const std::string& state) {
    return authorised(get(settings.verificationUrl + "?" + queryOf({{"redirectUrl", redirectUrlOf(returnUrl, state)}})),
                      settings);
}

std::string verificationUrlIn(const HttpReply& reply, const AccountSettings& settings) {
    if (!isSuccess(reply)) {
        throw ProviderError{failureOf(reply.status), sentenceOf(reply, {settings.clientSecret->reveal()}), reply.body};
    }
    return readBody("Authenteq", reply, [](const json& document) {
        auto url = JsonReader{document}.requiredText("verificationUrl");
        const auto address = addressOf(url);
        if (!address || (!address->secure && !isLoopback(address->host))) {
            throw MemberError{"verificationUrl", "must be an address that starts with https://"};
        }
        return url;
    });
}

Progress readResult(const HttpReply& reply, const FlowOptions& flow, Instant now) {
    return readData(reply, [&](const json& document) { return resultFrom(document, flow, now); });
}

Exchange<Begun> beginWebIdv(const Context& context, const Subject& subject) {
    const auto settings = settingsOf(context.account);
    const auto flow = settingsOf(context.flow);
    auto request = verificationUrlRequest(settings, context.returnUrl, subject.nonce);
    if (!flow.flowSlug.empty()) {
        request.headers.emplace_back("AQ-Flow-Slug", flow.flowSlug);
    }
    if (flow.multiDocument) {
        request.headers.emplace_back("AQ-Multi-Document-Flow", "On");
    }
    const HttpReply reply = co_await std::move(request);
    Begun begun;
    begun.launches.push_back(launchTo(settings, verificationUrlIn(reply, settings), context.returnUrl, {}));
    begun.providerKey = keyOfState(subject.nonce);
    begun.deadline = context.now + flow.session;
    co_return begun;
}

Exchange<Progress> fetchResult(const Context& context, const Attempt& attempt, Code code) {
    const auto settings = settingsOf(context.account);
    if (attempt.idempotencyKey.empty()) {
        throw ProviderError{Failure::internal, "a code cannot be used without an idempotency key"};
    }
    auto request =
        authorised(get(settings.resultUrl + "?" +
                       queryOf({{"redirectUrl", redirectUrlOf(context.returnUrl, code.state)}, {"code", code.code}})),
                   settings)
            .once(attempt.idempotencyKey + "/result");
    request.longestReply = longestResult;
    HttpReply reply;
    try {
        reply = co_await std::move(request);
    } catch (const ProviderError& error) {
        if (error.failure() != Failure::providerUnreachable && error.failure() != Failure::providerBroken) {
            throw;
        }
        throwLost(error.what(), error.raw());
    }
    if (auto refused = notExchanged(reply, {settings.clientSecret->reveal(), code.code})) {
        co_return std::move(*refused);
    }
    co_return readResult(reply, context.flow, context.now);
}

}  // namespace verdesk::providers::authenteq
