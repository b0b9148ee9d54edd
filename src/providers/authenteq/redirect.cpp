#include "providers/authenteq/redirect.h"

#include "crypto/digest.h"
#include "providers/answer.h"
#include "providers/base_url.h"
#include "providers/findings.h"
#include "providers/query.h"

namespace verdesk::providers::authenteq {
namespace {

constexpr std::string_view backPath = "/back";
constexpr std::size_t longestCode = 2048;

bool isOf(const std::string& state, const std::string& providerKey) {
    return !state.empty() && !providerKey.empty() &&
           crypto::equalInConstantTime(crypto::viewOf(keyOfState(state)), crypto::viewOf(providerKey));
}

}  // namespace

std::string keyOfState(const std::string& state) {
    return crypto::toHex(crypto::sha256(crypto::viewOf(state)));
}

std::string keyOfReturn(const std::string& url) {
    const auto state = onlyOne(parametersOf(split(url).query), "state");
    return state && !state->empty() ? keyOfState(*state) : std::string{};
}

void requireReturnUrl(const std::string& returnUrl) {
    if (const auto problem = problemOfBaseUrl(returnUrl)) {
        throw ProviderError{Failure::configuration,
                            "the address that Authenteq sends browsers back to (listen.public.origin) " + *problem};
    }
}

std::string backUrlOf(const std::string& returnUrl, const std::string& state) {
    return returnUrl + std::string{backPath} + "?" + queryOf({{"state", state}});
}

// Of "Create the 'Sign Up with Authenteq' Button". Its logo is a picture that is not part of that page.
LaunchButton officialButton() {
    return {"Sign Up with Authenteq", "#F29E2E", "#FFFFFF"};
}

Launch launchTo(const AccountSettings& settings, const std::string& url, const std::string& returnUrl,
                const std::string& backUrl) {
    RedirectLaunch redirect{
        url, returnUrl, backUrl, originsOf(url, settings.extraOrigins), settings.allow, officialButton()};
    const auto back = addressOf(returnUrl);
    const bool reachable = back && !isLoopback(back->host);
    return {std::move(redirect), reachable ? url : std::string{}};
}

Returned readReturn(const std::string& url, const std::string& returnUrl, const std::string& providerKey) {
    const auto [base, query] = split(url);
    const bool back = base == returnUrl + std::string{backPath};
    if (base != returnUrl && !back) {
        return Foreign{"it came back to another address"};
    }
    const auto parameters = parametersOf(query);
    if (!isOf(onlyOne(parameters, "state").value_or(""), providerKey)) {
        return Foreign{"its state is not the one that was sent"};
    }
    if (back) {
        return WentBack{};
    }
    if (has(parameters, "error")) {
        return Refused{oneLine(onlyOne(parameters, "error").value_or("error"), 64)};
    }
    if (!has(parameters, "code")) {
        return Refused{"no code"};
    }
    auto code = onlyOne(parameters, "code").value_or("");
    if (!isOneWord(code) || code.size() > longestCode) {
        return Foreign{"its code is none"};
    }
    return Code{std::move(code), *onlyOne(parameters, "state")};
}

}  // namespace verdesk::providers::authenteq
