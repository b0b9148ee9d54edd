#include "providers/identomat/forms.h"

#include "providers/base_url.h"
#include "providers/identomat/members.h"
#include "providers/identomat/questionnaire.h"
#include "providers/identomat/steps.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;

Form formOf(const JsonReader& step) {
    const auto key = step.requiredText("key");
    Form form;
    form.title = wordsIn(step, "title");
    form.description = wordsIn(step, "description");
    form.questions = questionsIn(step);
    for (auto& question : form.questions) {
        question.key = formKey(key, question.key);
        for (auto& condition : question.showIf) {
            condition.question = formKey(key, condition.question);
        }
    }
    return form;
}

// As Identomat takes it; null: none.
json presetOf(const Question& question, const std::vector<std::string>& answer) {
    if (question.kind == QuestionKind::text) {
        return answer.empty() || answer.front().empty() ? json{} : json(answer.front());
    }
    auto chosen = json::array();
    for (const auto& key : optionKeys(question)) {
        if (std::find(answer.begin(), answer.end(), key) != answer.end()) {
            chosen.push_back(key);
        }
    }
    if (chosen.empty()) {
        return nullptr;
    }
    return question.kind == QuestionKind::choices ? chosen : chosen.front();
}

}  // namespace

std::vector<Form> formsOf(const FlowSettings& flow) {
    std::vector<Form> forms;
    for (const auto& step : flow.steps) {
        if (isQuestionnaire(step)) {
            forms.push_back(formOf(JsonReader{step}));
        }
    }
    return forms;
}

json stepsWith(const FlowSettings& flow, const Answers& answers) {
    auto steps = flow.steps;
    for (auto& step : steps) {
        if (!isQuestionnaire(step)) {
            continue;
        }
        const auto key = step.at("key").get<std::string>();
        const auto questions = questionsIn(JsonReader{step});
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const auto answered = answers.find(formKey(key, questions[i].key));
            if (answered == answers.end()) {
                continue;  // what the configuration presets stands
            }
            auto& question = step.at("questions").at(i);
            const auto preset = presetOf(questions[i], answered->second);
            question.erase("answer");
            if (!preset.is_null()) {
                question["answer"] = preset;
            }
        }
    }
    return steps;
}

std::string formKey(const std::string& step, const std::string& question) {
    return pathSegment(step) + "/" + question;
}

}  // namespace verdesk::providers::identomat
