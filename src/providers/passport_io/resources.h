#pragma once
// The resources of a pingback as generic claims. Every one is kept verbatim; what is not known stands under its own
// name, without "profile#".

#include "contract/json_reader.h"
#include "providers/passport_io/settings.h"
#include "providers/provider.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers::passport_io {

struct Resources {
    std::vector<claims::Claim> claims;  // in their order, withdrawn documents last
    std::vector<DocumentRef> toFetch;   // of the documents that may be fetched
    std::vector<std::string>
        problems;  // the first few, as "data.resources[2].value must be a string": never what stood there
};

// `path`: of the list, "data.resources". A member of another type than it should have makes its claim `unknown` and is
// a problem that names it; it loses neither the rest nor itself.
Resources resourcesIn(const nlohmann::json& list, const std::string& path, const AccountSettings& settings);

// The generic names that resources may have.
std::vector<std::string> provableClaims();

// Why a document is not fetched: the word that stands with its claim (docs/failure-codes.md), and a sentence for the
// log.
struct NotFetched {
    std::string_view word;
    std::string_view sentence;
};
// Nothing where it may be fetched.
std::optional<NotFetched> problemOfDocumentUrl(const std::string& url, const AccountSettings& settings);

}  // namespace verdesk::providers::passport_io
