#pragma once
// The steps that a customer goes through: the nine documented types with their flags.

#include "providers/findings.h"
#include "providers/identomat/members.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace verdesk::providers::identomat {

// Every mistake of the flow's list "steps".
void checkSteps(Findings& found, const JsonReader& options);

// As they are sent: each with its key. Of steps that `checkSteps` found nothing wrong with.
nlohmann::json withKeys(nlohmann::json steps);

// Whether there is a step of that type. Tolerant of steps that are none.
bool hasStep(const nlohmann::json& steps, std::string_view type);
// The same, with that flag set.
bool hasStepWith(const nlohmann::json& steps, std::string_view type, const char* flag);
// user-questionnaire, operator-questionnaire
bool isQuestionnaire(const nlohmann::json& step);

// The flags of all types.
Members stepFlags();

}  // namespace verdesk::providers::identomat
