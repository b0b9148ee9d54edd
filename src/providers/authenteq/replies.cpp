#include "providers/authenteq/replies.h"

#include "contract/json_text.h"
#include "providers/answer.h"

namespace verdesk::providers::authenteq {
namespace {

using nlohmann::json;

// "errorCode" or "errorMessage", whichever is a text.
std::string memberOf(const HttpReply& reply, const char* member) {
    const auto document = jsonOrNone(reply.body);
    const auto found = document.is_object() ? document.find(member) : document.end();
    return document.is_object() && found != document.end() && found->is_string() ? found->get<std::string>()
                                                                                 : std::string{};
}

bool mayPass(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

}  // namespace

std::string sentenceOf(const HttpReply& reply, const Hide& hide) {
    auto said = memberOf(reply, "errorCode");
    if (said.empty()) {
        said = memberOf(reply, "errorMessage");
    }
    return "Authenteq answered " + std::to_string(reply.status) +
           (said.empty() ? "" : ": " + without(oneLine(said, 200), hide));
}

std::string errorCodeOf(const HttpReply& reply) {
    const auto code = memberOf(reply, "errorCode");
    return code.empty() ? std::to_string(reply.status) : oneLine(code, 64);
}

Progress inState(State state) {
    Progress progress;
    progress.state = state;
    return progress;
}

Progress expired(std::string providerCode) {
    auto progress = inState(State::expired);
    progress.decline = claims::Decline::requestExpired;
    progress.providerCode = std::move(providerCode);
    return progress;
}

Progress declined(std::string providerCode) {
    auto progress = inState(State::declined);
    progress.decline = claims::Decline::unknown;
    progress.providerCode = std::move(providerCode);
    return progress;
}

void throwLost(const std::string& why, const std::string& raw) {
    throw ProviderError{Failure::answerLost,
                        "it is not known whether Authenteq took the code (" + why + "): start again", raw};
}

std::optional<Progress> notExchanged(const HttpReply& reply, const Hide& hide) {
    if (isSuccess(reply)) {
        return std::nullopt;
    }
    if (reply.status == 401 || reply.status == 403) {
        throw ProviderError{Failure::providerRefused, sentenceOf(reply, hide), reply.body};
    }
    if (mayPass(reply.status)) {
        throwLost(sentenceOf(reply, hide), reply.body);
    }
    if (reply.status < 400) {
        throw ProviderError{Failure::providerBroken, sentenceOf(reply, hide), reply.body};
    }
    auto progress = expired(errorCodeOf(reply));
    progress.raw = reply.body;
    // Usually a code that was used or is too old; if every one is refused, something is wrong with the account.
    progress.warnings.push_back(sentenceOf(reply, hide) + " to a code");
    return progress;
}

std::optional<Progress> notDelivered(const HttpReply& reply, const Hide& hide) {
    if (isSuccess(reply)) {
        return std::nullopt;
    }
    if (reply.status == 401 || reply.status == 404 || reply.status == 410) {
        auto progress = expired(errorCodeOf(reply));
        progress.raw = reply.body;
        return progress;
    }
    throw ProviderError{mayPass(reply.status) ? Failure::providerUnreachable : failureOf(reply.status),
                        sentenceOf(reply, hide), reply.body};
}

}  // namespace verdesk::providers::authenteq
