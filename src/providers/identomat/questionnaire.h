#pragma once
// A questionnaire among the steps: what it asks, and every mistake in it.

#include "contract/form.h"
#include "providers/findings.h"

#include <string>
#include <vector>

namespace verdesk::providers::identomat {

// Of a step user-questionnaire or operator-questionnaire; its key is looked at elsewhere.
void checkQuestionnaire(Findings& found, const JsonReader& step);

// "string", "options", "multiple-choice"; `unknown` for any other word.
QuestionKind kindOf(std::string_view type);
std::vector<std::string> optionKeys(const Question& question);

// Its questions under their own keys. Of one that `checkQuestionnaire` found nothing wrong with.
std::vector<Question> questionsIn(const JsonReader& step);

}  // namespace verdesk::providers::identomat
