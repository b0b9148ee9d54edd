#include "sandbox/identomat/questionnaire.h"

#include "sandbox/identomat/flags.h"

#include <algorithm>
#include <functional>
#include <set>

namespace verdesk::sandbox::identomat {

namespace {

bool isChoice(const Json& question) {
    const auto type = textIn(question, "type");
    return type == "options" || type == "multiple-choice";
}

const Json* questionOf(const Json& step, const std::string& key) {
    const auto& questions = step.at("questions");
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Json& question) { return textIn(question, "key") == key; });
    return found == questions.end() ? nullptr : &*found;
}

bool hasOption(const Json& question, const Json& key) {
    const auto options = question.value("options", Json::array());
    return key.is_string() && std::any_of(options.begin(), options.end(), [&](const Json& option) {
               return option.is_object() && option.value("key", Json()) == key;
           });
}

// Whether that can be an answer to it at all.
bool fits(const Json& question, const Json& answer) {
    const auto type = textIn(question, "type");
    if (type == "string") {
        return answer.is_string();
    }
    if (type == "options") {
        return hasOption(question, answer);
    }
    return answer.is_array() &&
           std::all_of(answer.begin(), answer.end(), [&](const Json& key) { return hasOption(question, key); });
}

bool isEmpty(const Json& answer) {
    return answer.is_null() || (answer.is_string() && answer.get_ref<const std::string&>().empty()) ||
           (answer.is_array() && answer.empty());
}

// One condition or several, which all have to hold (an assumption: documented is one).
Json conditionsOf(const Json& question) {
    const auto found = question.find("showConditions");
    if (found == question.end() || found->is_null()) {
        return Json::array();
    }
    return found->is_array() ? *found : Json::array({*found});
}

bool holds(const Json& condition, const Json& answers) {
    const auto& wanted = condition.at("answer");
    const auto answer = answers.value(textIn(condition, "questionKey"), Json());
    return answer.is_array() ? std::find(answer.begin(), answer.end(), wanted) != answer.end() : answer == wanted;
}

// `keys`: of the questionnaire's options so far, which have to differ as well.
std::optional<std::string> mistakeInOptions(const Json& question, const std::string& at, std::set<std::string>& keys) {
    const auto found = question.find("options");
    if (!isChoice(question)) {
        return found == question.end() ? std::nullopt : std::optional{at + " has options, but is a text"};
    }
    if (found == question.end() || !found->is_array() || found->empty()) {
        return at + " needs options";
    }
    for (const auto& option : *found) {
        if (!option.is_object() || !isTitle(option.value("title", Json())) || textIn(option, "key").empty()) {
            return at + ": an option has a key and a title";
        }
        if (!keys.insert(textIn(option, "key")).second) {
            return at + ": the option " + textIn(option, "key") + " is there twice";
        }
    }
    return std::nullopt;
}

std::optional<std::string> mistakeInConditions(const Json& step, const Json& question, const std::string& at) {
    for (const auto& condition : conditionsOf(question)) {
        const auto key = condition.is_object() ? textIn(condition, "questionKey") : std::string{};
        const auto* other = key.empty() ? nullptr : questionOf(step, key);
        if (other == nullptr || other == &question) {
            return at + ": showConditions must name another question";
        }
        const auto answer = condition.value("answer", Json());
        if (!answer.is_string() || (isChoice(*other) && !hasOption(*other, answer))) {
            return at + ": showConditions has an answer that " + key + " cannot have";
        }
    }
    return std::nullopt;
}

std::optional<std::string> mistakeInQuestion(const Json& step, const Json& question, const std::string& at,
                                             std::set<std::string>& optionKeys) {
    const auto type = textIn(question, "type");
    if (type != "string" && !isChoice(question)) {
        return at + ": type must be string, multiple-choice or options";
    }
    if (!isTitle(question.value("title", Json()))) {
        return at + " needs a title";
    }
    for (const auto* name : {"mandatory", "readOnly"}) {
        if (!question.value(name, Json(false)).is_boolean()) {
            return at + ": " + name + " must be true or false";
        }
    }
    if (auto mistake = mistakeInOptions(question, at, optionKeys)) {
        return mistake;
    }
    if (const auto answer = question.value("answer", Json()); !answer.is_null() && !fits(question, answer)) {
        return at + ": the preset answer is none of its type";
    }
    return mistakeInConditions(step, question, at);
}

}  // namespace

bool isQuestionnaire(const Json& step) {
    const auto type = textIn(step, "type");
    return type == "user-questionnaire" || type == "operator-questionnaire";
}

bool isTitle(const Json& value) {
    const auto isText = [](const Json& text) {
        return text.is_string() && !text.get_ref<const std::string&>().empty();
    };
    return isText(value) || (value.is_object() && !value.empty() && std::all_of(value.begin(), value.end(), isText));
}

std::optional<std::string> mistakeInQuestionnaire(const Json& step) {
    const auto key = textIn(step, "key");
    const auto questions = step.value("questions", Json());
    if (!questions.is_array() || questions.empty()) {
        return key + " needs questions";
    }
    std::set<std::string> keys;
    for (const auto& question : questions) {
        const auto own = question.is_object() ? textIn(question, "key") : std::string{};
        if (own.empty() || !keys.insert(own).second) {
            return key + ": each question has a key of its own";
        }
    }
    std::set<std::string> optionKeys;
    for (const auto& question : step.at("questions")) {
        if (auto mistake = mistakeInQuestion(step, question, key + "." + textIn(question, "key"), optionKeys)) {
            return mistake;
        }
    }
    return std::nullopt;
}

Json presetsOf(const Json& step) {
    Json presets = Json::object();
    for (const auto& question : step.at("questions")) {
        if (const auto answer = question.value("answer", Json()); !answer.is_null()) {
            presets[textIn(question, "key")] = answer;
        }
    }
    return presets;
}

bool isShown(const Json& step, const Json& question, const Json& answers) {
    // Questions that hang on each other in a circle are shown never.
    std::set<std::string> seen;
    const std::function<bool(const Json&)> shown = [&](const Json& each) {
        if (!seen.insert(textIn(each, "key")).second) {
            return false;
        }
        const auto conditions = conditionsOf(each);
        const bool all = std::all_of(conditions.begin(), conditions.end(), [&](const Json& condition) {
            const auto* other = questionOf(step, textIn(condition, "questionKey"));
            return other != nullptr && holds(condition, answers) && shown(*other);
        });
        seen.erase(textIn(each, "key"));
        return all;
    };
    return shown(question);
}

tl::expected<Json, std::string> answersOf(const Json& step, const Json& given) {
    const auto presets = presetsOf(step);
    auto wanted = given;
    for (const auto& question : step.at("questions")) {
        const auto key = textIn(question, "key");
        if (isOn(question, "readOnly")) {
            wanted[key] = presets.value(key, Json());
        }
    }
    Json answers = Json::object();
    for (const auto& question : step.at("questions")) {
        const auto key = textIn(question, "key");
        const auto answer = wanted.value(key, Json());
        if (!isShown(step, question, wanted)) {
            continue;
        }
        if (isEmpty(answer) ? isOn(question, "mandatory") && !isOn(question, "readOnly") : !fits(question, answer)) {
            return tl::unexpected{key};
        }
        if (!isEmpty(answer)) {
            answers[key] = answer;
        }
    }
    return answers;
}

Json questionnaireResult(const Json& step, const Json& answers) {
    Json questions = Json::array();
    for (const auto& question : step.at("questions")) {
        const auto key = textIn(question, "key");
        if (answers.contains(key)) {
            questions.push_back({{"key", key}, {"answer", answers.at(key)}});
        }
    }
    return {{"key", step.at("key")}, {"questions", std::move(questions)}};
}

}  // namespace verdesk::sandbox::identomat
