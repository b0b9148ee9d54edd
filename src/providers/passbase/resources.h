#pragma once
// The documents and recordings of an identity: which there are is listed with the result, and each is fetched
// afterwards. Nothing of this is asked for unless the flow keeps it, or asks whether the customer was alive.

#include "providers/passbase/settings.h"
#include "providers/provider.h"

#include <string>

namespace verdesk::providers::passbase {

bool wantsResources(const FlowOptions& flow);

// Adds the claims and what is to be fetched. Where Passbase does not give them out, that is a warning and no error.
Exchange<void> addResources(const Context& context, const AccountSettings& settings, const std::string& identity,
                            Progress& progress);

// Fetches one file.
Exchange<Document> fetchFile(const Context& context, const DocumentRef& document);

}  // namespace verdesk::providers::passbase
