#pragma once
// The two kinds of questionnaire: what a definition may hold, which question is shown after which answers, and what
// becomes of the answers. Pure. A definition is the step as begin/ brought it; answers are {question's key: a text, or
// a list of options' keys}.

#include "sandbox/body.h"

#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace verdesk::sandbox::identomat {

bool isQuestionnaire(const Json& step);

// A text, or an object of languages.
bool isTitle(const Json& value);

std::optional<std::string> mistakeInQuestionnaire(const Json& step);

// Presets: the `answer` of each question that has one.
Json presetsOf(const Json& step);

// By its showConditions, and whether the questions that they name are shown themselves.
bool isShown(const Json& step, const Json& question, const Json& answers);

// What counts of `given`: a question that is not shown has no answer, one that is readOnly keeps its preset. The error
// names the question whose answer is missing or none.
tl::expected<Json, std::string> answersOf(const Json& step, const Json& given);

// {"key", "questions": [{"key", "answer"}]}, as result/ has it.
Json questionnaireResult(const Json& step, const Json& answers);

}  // namespace verdesk::sandbox::identomat
