#pragma once
// "questionnaires" of a result: what customers and operators answered.

#include "claims/claim.h"
#include "providers/identomat/settings.h"

#include <vector>

namespace verdesk::providers::identomat {

// Each answer with the words of its question, in English where the flow has them in several languages, and with the
// titles of what was chosen. One to a question that the flow does not know stands under the question's key.
void addAnswers(std::vector<claims::Claim>& claims, const JsonReader& result, const FlowSettings& flow);

}  // namespace verdesk::providers::identomat
