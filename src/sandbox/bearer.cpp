#include "sandbox/bearer.h"

#include "crypto/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace verdesk::sandbox {

namespace {

using Json = nlohmann::json;

const char* nameOf(BearerRole role) {
    return role == BearerRole::wallet ? "wallet" : "institution";
}

std::optional<Json> decode(std::string_view base64Url) {
    std::string text{base64Url};
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
    const auto bytes = crypto::fromBase64(text);
    if (!bytes) {
        return std::nullopt;
    }
    auto value = Json::parse(*bytes, nullptr, false);
    return value.is_object() ? std::optional{std::move(value)} : std::nullopt;
}

}  // namespace

Bearers::Bearers(crypto::Secret key) : key_(std::move(key)) {}

std::string Bearers::signature(std::string_view signedPart) const {
    return crypto::toBase64Url(crypto::hmacSha256(key_.bytes(), crypto::viewOf(signedPart)));
}

std::string Bearers::issue(BearerRole role, const std::string& subject, std::optional<Time> until) const {
    Json claims{{"sub", subject}, {"role", nameOf(role)}};
    if (until) {
        claims["exp"] = std::chrono::floor<std::chrono::seconds>(*until).time_since_epoch().count();
    }
    auto token = crypto::toBase64Url(crypto::viewOf(R"({"alg":"HS256","typ":"JWT"})")) + "." +
                 crypto::toBase64Url(crypto::viewOf(claims.dump()));
    return token + "." + signature(token);
}

std::optional<std::string> Bearers::subject(std::optional<std::string_view> authorization, BearerRole role,
                                            Time now) const {
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization || !authorization->starts_with(scheme)) {
        return std::nullopt;
    }
    const auto token = authorization->substr(scheme.size());
    const auto last = token.rfind('.');
    const auto first = token.find('.');
    if (last == std::string_view::npos || first == last) {
        return std::nullopt;
    }
    if (!crypto::equalInConstantTime(crypto::viewOf(signature(token.substr(0, last))),
                                     crypto::viewOf(token.substr(last + 1)))) {
        return std::nullopt;
    }
    const auto claims = decode(token.substr(first + 1, last - first - 1));
    if (!claims || claims->value("role", "") != nameOf(role)) {
        return std::nullopt;
    }
    if (claims->contains("exp") && now.time_since_epoch() >= std::chrono::seconds{claims->value("exp", 0LL)}) {
        return std::nullopt;
    }
    return claims->value("sub", "");
}

}  // namespace verdesk::sandbox
