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

Exchange<Document> Provider::fetch(const Context&, const DocumentRef& document) const {
    auto request = get(document.url);
    request.fromOutside = true;
    request.longestReply = longestDocument;
    auto reply = co_await std::move(request);
    if (reply.status != 200) {
        throw NoDocument{std::move(reply)};
    }
    co_return Document{document.path, std::string{reply.header("Content-Type").value_or("")}, std::move(reply.body)};
}

NoDocument::NoDocument(HttpReply reply)
    : ProviderError{reply.status >= 500 ? Failure::providerBroken : Failure::providerRefused,
                    "a document was answered with " + std::to_string(reply.status)},
      reply_{reply.status, {}, std::move(reply.headers)} {}

Exchange<void> Provider::forget(const Context&, const Attempt&) const {
    co_return;
}

Exchange<std::vector<Finding>> Provider::probe(const Context&) const {
    co_return std::vector<Finding>{};
}

ProviderError::ProviderError(Failure failure, const std::string& what, std::string raw, std::string providerCode)
    : std::runtime_error{what}, failure_{failure}, raw_{std::move(raw)}, providerCode_{std::move(providerCode)} {}

}  // namespace verdesk::providers
