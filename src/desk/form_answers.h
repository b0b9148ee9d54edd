#pragma once
// What staff fill in of a flow's questions before a check begins. Values in, values out.

#include "contract/form.h"

#include <vector>

namespace verdesk::desk {

// The answers that the configuration presets.
Answers presetsOf(const std::vector<Form>& forms);

// The questions that are shown, given all that was filled in; what was left empty stands as it is preset. One whose
// condition is a question that is not shown itself is not shown either, whatever was filled in there before.
std::vector<const Question*> shownQuestions(const std::vector<Form>& forms, const Answers& filledIn);

// What goes to the backend: of the questions that are shown and that staff may answer, those with an answer.
Answers answersToSend(const std::vector<Form>& forms, const Answers& filledIn);

// The question that `member` of a problem names ("answers.KEY", "answers.KEY[0]"); null where it is none of these.
const Question* questionOf(const std::vector<Form>& forms, const std::string& member);

}  // namespace verdesk::desk
