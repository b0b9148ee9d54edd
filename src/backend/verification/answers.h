#pragma once
// What staff filled in of a flow's forms before a check. Pure.

#include "contract/form.h"

#include <vector>

namespace verdesk::backend {

inline constexpr std::size_t longestAnswer = 1'000;  // characters

// The answers without those that say nothing, and those to questions that are not shown then (what the configuration
// presets counts as answered). Throws MemberError that names one, "answers.email": to a question that the forms do not
// have or that is read-only, of a form that the question does not take, or an option that it does not offer.
Answers checkedAnswers(const std::vector<Form>& forms, const Answers& given);

}  // namespace verdesk::backend
