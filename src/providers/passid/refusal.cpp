#include "providers/passid/refusal.h"

#include "providers/passid/answer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace verdesk::providers::passid {
namespace {

using claims::Decline;

constexpr std::size_t codeSize = 80;

// The last three are not documented: the newer form names only "invalid_signature" and describes the others.
constexpr std::array<std::pair<std::string_view, Decline>, 8> reasons{{
    {"TOKEN_NOT_FOUND", Decline::tokenNotFound},
    {"TOKEN_EXPIRED", Decline::tokenExpired},
    {"TOKEN_REVOKED", Decline::tokenRevoked},
    {"TOKEN_ALREADY_USED", Decline::tokenAlreadyUsed},
    {"INSTITUTION_MISMATCH", Decline::wrongInstitution},
    {"INVALID_TOKEN", Decline::tokenNotFound},
    {"EXPIRED", Decline::tokenExpired},
    {"REVOKED", Decline::tokenRevoked},
}};

std::optional<Refusal> refusalOf(const JsonReader& reader) {
    for (const auto* member : {"denyReason", "deny_reason", "reason_code"}) {
        if (const auto code = reader.text(member); code && !code->empty()) {
            return Refusal{declineOf(*code), oneLine(*code, codeSize)};
        }
    }
    return std::nullopt;
}

}  // namespace

Decline declineOf(std::string_view code) {
    std::string upper{code};
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (upper.starts_with("HARD_DENY")) {
        return Decline::sanctionsMatch;
    }
    for (const auto& [word, decline] : reasons) {
        if (upper == word) {
            return decline;
        }
    }
    return Decline::unknown;
}

std::optional<Refusal> refusalIn(const nlohmann::json& document) {
    auto refusal = refusalOf(payloadOf(document));
    return refusal ? refusal : refusalOf(JsonReader{document});
}

Refusal refusalWithoutCode(const nlohmann::json& document) {
    return {Decline::unknown, oneLine(errorTextOf(document), codeSize)};
}

}  // namespace verdesk::providers::passid
