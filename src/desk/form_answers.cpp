#include "desk/form_answers.h"

#include "contract/form_rules.h"

#include <algorithm>

namespace verdesk::desk {
namespace {

constexpr std::string_view members = "answers.";

std::vector<const Question*> allOf(const std::vector<Form>& forms) {
    std::vector<const Question*> all;
    for (const auto& form : forms) {
        for (const auto& question : form.questions) {
            all.push_back(&question);
        }
    }
    return all;
}

bool isEmpty(const std::vector<std::string>& answer) {
    return std::all_of(answer.begin(), answer.end(), [](const std::string& each) { return each.empty(); });
}

}  // namespace

Answers presetsOf(const std::vector<Form>& forms) {
    Answers presets;
    for (const auto* question : allOf(forms)) {
        if (!isEmpty(question->preset)) {
            presets[question->key] = question->preset;
        }
    }
    return presets;
}

// Each turn takes the answers of hidden questions away, which may hide others; it ends, because answers only get fewer.
std::vector<const Question*> shownQuestions(const std::vector<Form>& forms, const Answers& filledIn) {
    auto counting = presetsOf(forms);
    for (const auto& [key, answer] : filledIn) {
        if (!isEmpty(answer)) {
            counting[key] = answer;
        }
    }
    auto shown = allOf(forms);
    for (bool settled = false; !settled;) {
        settled = true;
        for (auto each = shown.begin(); each != shown.end();) {
            if (isShown(**each, counting)) {
                ++each;
                continue;
            }
            counting.erase((*each)->key);
            each = shown.erase(each);
            settled = false;
        }
    }
    return shown;
}

Answers answersToSend(const std::vector<Form>& forms, const Answers& filledIn) {
    Answers answers;
    for (const auto* question : shownQuestions(forms, filledIn)) {
        const auto found = filledIn.find(question->key);
        const bool given = found != filledIn.end() && !isEmpty(found->second);
        if (given && !isFixed(*question) && question->kind != QuestionKind::unknown) {
            answers[question->key] = found->second;
        }
    }
    return answers;
}

const Question* questionOf(const std::vector<Form>& forms, const std::string& member) {
    if (!member.starts_with(members)) {
        return nullptr;
    }
    // Keys may hold whatever the provider allows, so that the longest that fits is the one that is meant.
    const auto path = member.substr(members.size());
    const Question* found = nullptr;
    for (const auto* question : allOf(forms)) {
        const auto& key = question->key;
        const bool fits = path.starts_with(key) && (path.size() == key.size() || path[key.size()] == '[');
        if (fits && (found == nullptr || found->key.size() < key.size())) {
            found = question;
        }
    }
    return found;
}

}  // namespace verdesk::desk
