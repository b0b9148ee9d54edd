#include "providers/provider.h"

namespace verdesk::providers {

const crypto::Secret* Account::secret(const std::string& name) const {
    const auto found = secrets.find(name);
    if (found != secrets.end()) {
        for (const auto& each : found->second) {
            if (!each.empty()) {
                return &each;
            }
        }
    }
    return nullptr;
}

std::vector<claims::Claim> withMissing(std::vector<claims::Claim> claims, const std::vector<std::string>& asks) {
    for (const auto& asked : asks) {
        if (claims::find(claims, asked) == nullptr) {
            claims.push_back({asked, std::monostate{}, claims::Status::missing, {}, nullptr});
        }
    }
    return claims;
}

std::optional<std::string_view> PushRequest::header(std::string_view name) const {
    return findHeader(headers, name);
}

ProviderError::ProviderError(Failure failure, const std::string& what, std::string raw)
    : std::runtime_error{what}, failure_{failure}, raw_{std::move(raw)} {}

}  // namespace verdesk::providers
