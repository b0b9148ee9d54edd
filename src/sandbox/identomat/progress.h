#pragma once
// What a customer does in a session, step by step. Pure.

#include "sandbox/identomat/session.h"

#include <optional>
#include <string>

namespace verdesk::sandbox::identomat {

// The customer's next one: operators have their own. Null after the last.
const Json* nextStep(const Session& session);

// Takes what the customer brought to that step, which is the next one, and it is done. The error is a name of the
// page's words, or the key of the question whose answer is missing; then nothing is changed. Throws BadBody.
struct NotTaken {
    std::string why;
    std::string question = {};
};
std::optional<NotTaken> take(Session& session, const Json& step, Body& body);

// The customer joins the call. Where the step has resetSteps, somebody who was there before begins from the start.
void join(Session& session, const std::string& name, Time now);

// Answers to an operator's questionnaire. The error is the key of the question whose answer is missing or none.
std::optional<std::string> answer(Session& session, const Json& step, const Json& answers);

// As an operator who is a machine fills them in: presets, and where something is missing the first option or "noted".
void answerForOperator(Session& session);

// As a customer who is a machine goes through all that is left.
void goThrough(Session& session);

}  // namespace verdesk::sandbox::identomat
