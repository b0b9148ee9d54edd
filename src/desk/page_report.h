#pragma once
// What the provider's page said, or was seen doing, for the backend: verbatim, because its provider's adapter alone
// reads it. None of it is an approval.

#include "desk/verification_table.h"

#include <nlohmann/json.hpp>

#include <string>
#include <variant>

namespace verdesk::desk {

// A message that the launch wants forwarded, as JSON text.
struct PageForwarded {
    std::string message;
};
// It led to the launch's redirectUri: the whole address, with its query.
struct PageReturned {
    std::string url;
};
// The customer's part is over.
struct PageFinished {};
// It led to the launch's backUri.
struct PageWentBack {};
using PageReport = std::variant<PageForwarded, PageReturned, PageFinished, PageWentBack>;

Event eventOf(const PageReport& report);

// The body of POST /verifications/{id}/return. A message that is no JSON goes as text.
nlohmann::json toJson(const PageReport& report);

}  // namespace verdesk::desk
