#include "providers/passport_io/verifier.h"

#include "crypto/digest.h"

#include <algorithm>

namespace verdesk::providers::passport_io {
namespace {

bool isHeaderName(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool isSigned(const VerifierSettings& settings, const PushRequest& request) {
    constexpr std::string_view scheme = "sha256=";
    auto header = request.header(settings.header).value_or("");
    header.remove_prefix(header.starts_with(scheme) ? scheme.size() : 0);
    const auto given = crypto::fromHex(header);
    bool any = false;
    for (const auto* secret : settings.secrets) {
        const auto digest = crypto::hmacSha256(secret->bytes(), crypto::viewOf(request.body));
        any = (given && crypto::equalInConstantTime(digest, *given)) || any;
    }
    return any;
}

}  // namespace

void checkVerifier(Findings& found, const Account& account, const JsonReader& options) {
    const auto word = found.take([&] { return options.text("pingback_check"); });
    const auto check = word ? fromWord<PingbackCheck>(*word) : PingbackCheck::none;
    if (!check) {
        found.add("pingback_check", "must be \"none\" or \"hmac_sha256\"");
    } else if (*check == PingbackCheck::none) {
        if (account.secret("pingback_secret") != nullptr) {
            found.add("pingback_secret", "is there, but pingback_check does not say how it is used");
        }
        return;
    }
    if (account.secret("pingback_secret") == nullptr) {
        found.add("pingback_secret", "is missing: what pingbacks are signed with");
    }
    const auto header = found.take([&] { return options.text("pingback_header"); });
    if (!header || !isHeaderName(*header)) {
        found.add("pingback_header", "must be the name of the header that holds the signature");
    }
}

VerifierSettings verifierSettingsOf(const Account& account, const JsonReader& options) {
    VerifierSettings settings{
        options.word("pingback_check", PingbackCheck::none), options.text("pingback_header").value_or(""), {}};
    if (const auto found = account.secrets.find("pingback_secret"); found != account.secrets.end()) {
        for (const auto& secret : found->second) {
            if (!secret.empty()) {
                settings.secrets.push_back(&secret);
            }
        }
    }
    return settings;
}

Authenticity authenticityOf(const VerifierSettings& settings, const PushRequest& request) {
    switch (settings.check) {
        case PingbackCheck::none:
            return Authenticity::unknown;
        case PingbackCheck::hmacSha256:
            return isSigned(settings, request) ? Authenticity::proven : Authenticity::forged;
    }
    return Authenticity::forged;
}

Header signatureOf(const VerifierSettings& settings, const std::string& body) {
    const auto digest = crypto::hmacSha256(settings.secrets.at(0)->bytes(), crypto::viewOf(body));
    return {settings.header, crypto::toHex(digest)};
}

}  // namespace verdesk::providers::passport_io
