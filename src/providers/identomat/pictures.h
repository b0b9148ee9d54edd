#pragma once
// Pictures and the film of a session. A result does not list them: each has an address, and what is not there is known
// when it is fetched.

#include "contract/json_reader.h"
#include "providers/identomat/settings.h"

#include <string>

namespace verdesk::providers::identomat {

// Those that the result lets expect and that the flow keeps.
void addPictures(Progress& progress, const JsonReader& result, const Keep& keep, const AccountSettings& settings,
                 const std::string& token);

// The references must outlive the exchange. Throws NoDocument for an answer without a picture.
Exchange<Document> fetchPicture(const Context& context, const DocumentRef& document);

}  // namespace verdesk::providers::identomat
