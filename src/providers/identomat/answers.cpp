#include "providers/identomat/answers.h"

#include "providers/identomat/questionnaire.h"
#include "providers/identomat/steps.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

using namespace claims;

constexpr const char* language = "en";

// The flow's question; one without a title where the flow does not know it.
Question questionOf(const FlowSettings& flow, const std::string& questionnaire, const std::string& key) {
    for (const auto& step : flow.steps) {
        if (isQuestionnaire(step) && step.at("key") == questionnaire) {
            for (auto& question : questionsIn(JsonReader{step})) {
                if (question.key == key) {
                    return question;
                }
            }
        }
    }
    return {};
}

std::string titleOf(const Question& question, const std::string& option) {
    for (const auto& each : question.options) {
        if (each.key == option) {
            return each.title.in(language);
        }
    }
    return option;
}

// A text, an option's key, or a list of them.
std::vector<std::string> givenIn(const JsonReader& answered) {
    const auto found = answered.json().find("answer");
    if (found != answered.json().end() && found->is_array()) {
        return answered.texts("answer");
    }
    const auto text = answered.text("answer");
    return text && !text->empty() ? std::vector<std::string>{*text} : std::vector<std::string>{};
}

}  // namespace

void addAnswers(std::vector<Claim>& claims, const JsonReader& result, const FlowSettings& flow) {
    for (const auto& questionnaire : result.objects("questionnaires")) {
        const auto own = questionnaire.text("key").value_or("");
        for (const auto& answered : questionnaire.objects("questions")) {
            const auto key = answered.text("key").value_or("");
            const auto question = questionOf(flow, own, key);
            std::string text;
            for (const auto& given : givenIn(answered)) {
                text += (text.empty() ? "" : ", ") + titleOf(question, given);
            }
            if (!text.empty()) {
                const auto title = question.title.in(language);
                claims.push_back({std::string{name::answer}, Text{text}, Status::stated, answered.pathOf("answer"),
                                  answered.json().at("answer"), title.empty() ? key : title});
            }
        }
    }
}

}  // namespace verdesk::providers::identomat
