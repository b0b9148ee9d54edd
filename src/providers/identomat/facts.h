#pragma once
// The claims of a result.

#include "claims/claim.h"
#include "providers/identomat/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers::identomat {

// `word`: approved, rejected or manual_check. Throws MemberError for a member of another type.
std::vector<claims::Claim> factsIn(const JsonReader& result, const std::string& word, const AccountSettings& account,
                                   const FlowSettings& flow);

// Whether the customer showed a document, and their face: 0 and false stand there, too, where they did not.
bool showsDocument(const JsonReader& result);
bool showsFace(const JsonReader& result);

}  // namespace verdesk::providers::identomat
