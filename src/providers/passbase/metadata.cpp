#include "providers/passbase/metadata.h"

#include "contract/json_text.h"
#include "crypto/rsa.h"
#include "providers/answer.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;

struct Member {
    const char* own;
    const char* claim;
};
constexpr std::array<Member, 3> members{{
    {"verification", "reference"},
    {"user_agent", "user_agent"},
    {"time", "started_at"},
}};

std::string nameOf(const std::string& own) {
    for (const auto& member : members) {
        if (own == member.own) {
            return member.claim;
        }
    }
    return "metadata." + own;  // never a word of ours: what an app put there proves nothing
}

std::string written(const json& object) {
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string encryptedMetadata(const crypto::Secret& privateKey, const Subject& subject, Instant now) {
    const auto room = crypto::rsaRoom(privateKey).value_or(0);
    json object{{"verification", subject.verification.value}, {"time", toText(now)}};
    auto text = written(object);
    // Quotes and the like take up to three times their own place: what is too long is cut until it fits.
    for (auto size = subject.userAgent.size(); size > 0;) {
        object["user_agent"] = oneLine(subject.userAgent, size);
        auto longer = written(object);
        if (longer.size() <= room) {
            text = std::move(longer);
            break;
        }
        size -= std::min(size, (longer.size() - room) / 3 + 1);
    }
    const auto encrypted = crypto::rsaPrivateEncrypt(privateKey, crypto::viewOf(text));
    if (!encrypted) {
        throw ProviderError{Failure::configuration, "metadata_key cannot encrypt what goes along with a check"};
    }
    return crypto::toBase64(*encrypted);
}

json metadataOf(const json& identity) {
    const auto found = identity.is_object() ? identity.find("metadata") : identity.end();
    if (!identity.is_object() || found == identity.end()) {
        return nullptr;
    }
    if (found->is_string()) {
        const auto read = jsonOrNone(found->get_ref<const std::string&>());
        return read.is_object() ? read : json{};
    }
    return found->is_object() ? *found : json{};
}

std::optional<std::string> verificationIn(const json& metadata) {
    const auto found = metadata.is_object() ? metadata.find("verification") : metadata.end();
    return metadata.is_object() && found != metadata.end() && found->is_string()
               ? std::optional{found->get<std::string>()}
               : std::nullopt;
}

std::vector<claims::Claim> claimsInMetadata(const json& metadata) {
    std::vector<claims::Claim> claims;
    if (metadata.is_object()) {
        for (const auto& [own, value] : metadata.items()) {
            if (!value.is_null()) {
                claims.push_back({nameOf(own), verbatimValue(value), claims::Status::stated, "metadata." + own, value});
            }
        }
    }
    return claims;
}

}  // namespace verdesk::providers::passbase
