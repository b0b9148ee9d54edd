#pragma once
// What staff may fill in before a session begins: the questions of the flow's questionnaires. Identomat gets it as the
// questions' presets, which the customer (or the operator) sees and may change.

#include "contract/form.h"
#include "providers/identomat/settings.h"

#include <string>
#include <vector>

namespace verdesk::providers::identomat {

// A form for each questionnaire, in the order of the steps.
std::vector<Form> formsOf(const FlowSettings& flow);

// The steps, with what staff answered as presets. A question that they emptied has none; an answer that is no option is
// left out.
nlohmann::json stepsWith(const FlowSettings& flow, const Answers& answers);

// Under which a form's question stands: keys are unique in a questionnaire, and questionnaires in a flow.
std::string formKey(const std::string& step, const std::string& question);

}  // namespace verdesk::providers::identomat
