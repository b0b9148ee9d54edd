#include "backend/verification/answers.h"

#include "contract/form_rules.h"
#include "contract/json_reader.h"
#include "contract/text_length.h"

#include <algorithm>
#include <set>

namespace verdesk::backend {
namespace {

const Question* find(const std::vector<Form>& forms, const std::string& key) {
    for (const auto& form : forms) {
        for (const auto& question : form.questions) {
            if (question.key == key) {
                return &question;
            }
        }
    }
    return nullptr;
}

bool isBlank(const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

bool saysNothing(const std::vector<std::string>& answer) {
    return std::all_of(answer.begin(), answer.end(), isBlank);
}

// Why the question does not take it; empty where it does.
std::string faultOf(const Question& question, const std::vector<std::string>& answer) {
    const bool isChoice = question.kind == QuestionKind::choice || question.kind == QuestionKind::choices;
    if (isFixed(question)) {
        return "cannot be changed";
    }
    if (!isChoice && question.kind != QuestionKind::text) {
        return "cannot be answered here";
    }
    if (question.kind != QuestionKind::choices && answer.size() != 1) {
        return "takes one answer";
    }
    if (!isChoice) {
        return characterCount(answer.front()) > longestAnswer
                   ? "must have at most " + std::to_string(longestAnswer) + " characters"
                   : "";
    }
    const std::set<std::string> chosen{answer.begin(), answer.end()};
    if (chosen.size() != answer.size()) {
        return "has an option twice";
    }
    for (const auto& key : chosen) {
        const auto& offered = question.options;
        if (std::none_of(offered.begin(), offered.end(), [&](const auto& option) { return option.key == key; })) {
            return "has an option that is not offered";
        }
    }
    return {};
}

}  // namespace

Answers checkedAnswers(const std::vector<Form>& forms, const Answers& given) {
    Answers answers;
    for (const auto& [key, answer] : given) {
        const auto* question = find(forms, key);
        if (question == nullptr) {
            throw MemberError{"answers." + key, "is no question of this flow"};
        }
        if (saysNothing(answer)) {
            continue;
        }
        if (const auto fault = faultOf(*question, answer); !fault.empty()) {
            throw MemberError{"answers." + key, fault};
        }
        answers[key] = answer;
    }
    auto all = answers;
    for (const auto& form : forms) {
        for (const auto& question : form.questions) {
            if (!question.preset.empty()) {
                all.emplace(question.key, question.preset);
            }
        }
    }
    std::erase_if(answers, [&](const auto& each) { return !isShown(*find(forms, each.first), all); });
    return answers;
}

}  // namespace verdesk::backend
