#pragma once
// The bearer tokens that the double's own wallet and dashboard carry: JWTs with HS256, signed and checked here alone.

#include "crypto/secret.h"
#include "sandbox/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace verdesk::sandbox {

enum class BearerRole { wallet, institution };

class Bearers {
public:
    explicit Bearers(crypto::Secret key);

    // Without `until` it never expires.
    std::string issue(BearerRole role, const std::string& subject, std::optional<Time> until = std::nullopt) const;
    // Of an Authorization header: the subject, if it is a token of ours, for that role, and not expired.
    std::optional<std::string> subject(std::optional<std::string_view> authorization, BearerRole role, Time now) const;

private:
    std::string signature(std::string_view signedPart) const;

    crypto::Secret key_;
};

}  // namespace verdesk::sandbox
