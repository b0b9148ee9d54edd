#include "providers/identomat/questionnaire.h"

#include "providers/identomat/members.h"

#include <algorithm>
#include <array>
#include <set>

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;

constexpr std::array<Member, 6> ofUsers{{{"type", MemberType::any},
                                         {"key", MemberType::any},
                                         {"title", MemberType::words},
                                         {"description", MemberType::words},
                                         {"questions", MemberType::any},
                                         {"successButtonTitle", MemberType::words}}};
constexpr Members ofOperators{ofUsers.data(), ofUsers.size() - 1};  // they have no button

constexpr std::array<Member, 8> ofQuestions{{{"type", MemberType::any},
                                             {"key", MemberType::any},
                                             {"title", MemberType::words},
                                             {"mandatory", MemberType::truth},
                                             {"readOnly", MemberType::truth},
                                             {"answer", MemberType::any},
                                             {"showConditions", MemberType::any},
                                             {"options", MemberType::any}}};
constexpr std::array<Member, 2> ofOptions{{{"key", MemberType::any}, {"title", MemberType::words}}};
constexpr std::array<Member, 2> ofConditions{{{"questionKey", MemberType::any}, {"answer", MemberType::any}}};

// Documented as an object; a list of them is understood, too.
std::vector<JsonReader> conditionsIn(const JsonReader& question) {
    const auto found = question.json().find("showConditions");
    if (found != question.json().end() && found->is_array()) {
        return question.objects("showConditions");
    }
    const auto one = question.object("showConditions");
    return one ? std::vector<JsonReader>{*one} : std::vector<JsonReader>{};
}

std::vector<std::string> presetIn(const JsonReader& question, QuestionKind kind) {
    if (kind == QuestionKind::choices) {
        return question.texts("answer");
    }
    const auto text = question.text("answer");
    return text ? std::vector<std::string>{*text} : std::vector<std::string>{};
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// What is asked, as far as it can be read.
struct Asked {
    JsonReader reader;
    Question question;
};

void checkTitle(Findings& found, const JsonReader& table) {
    if (!table.has("title")) {
        found.add(table.pathOf("title"), "is missing");
    }
}

std::string keyIn(Findings& found, const JsonReader& table, std::set<std::string>& keys, const char* what) {
    const auto key = found.take([&] { return table.text("key"); }).value_or("");
    if (!table.has("key")) {
        found.add(table.pathOf("key"), "is missing");
        return key;
    }
    checkKey(found, table, key);
    if (!keys.insert(key).second) {
        found.add(table.pathOf("key"),
                  "\"" + key + "\" is another " + what + "'s: each needs its own within a questionnaire");
    }
    return key;
}

void readOptions(Findings& found, Asked& asked, std::set<std::string>& keys) {
    const auto options = found.take([&] { return asked.reader.objects("options"); });
    const bool isText = asked.question.kind == QuestionKind::text;
    if (isText && asked.reader.has("options")) {
        found.add(asked.reader.pathOf("options"), "does nothing with a question of the type \"string\"");
    } else if (!isText && options.empty()) {
        found.add(asked.reader.pathOf("options"), "is missing: there is nothing to choose from");
    }
    for (const auto& option : options) {
        checkMembers(found, option, ofOptions);
        checkTitle(found, option);
        asked.question.options.push_back({keyIn(found, option, keys, "option"), {}});
    }
}

Asked read(Findings& found, const JsonReader& reader, std::set<std::string>& keys, std::set<std::string>& options) {
    Asked asked{reader, {}};
    checkMembers(found, reader, ofQuestions);
    checkTitle(found, reader);
    asked.question.key = keyIn(found, reader, keys, "question");
    const auto type = found.take([&] { return reader.text("type"); }).value_or("");
    asked.question.kind = kindOf(type);
    if (asked.question.kind == QuestionKind::unknown) {
        found.add(reader.pathOf("type"), (type.empty() ? std::string{"is missing"} : "\"" + type + "\" is none") +
                                             "; there are: string, options, multiple-choice");
    } else {
        readOptions(found, asked, options);
    }
    return asked;
}

void checkPreset(Findings& found, const Asked& asked) {
    const auto kind = asked.question.kind;
    const auto preset = found.take([&] { return presetIn(asked.reader, kind); });
    if (kind == QuestionKind::text || kind == QuestionKind::unknown) {
        return;
    }
    std::set<std::string> seen;
    for (const auto& each : preset) {
        if (!holds(optionKeys(asked.question), each)) {
            found.add(asked.reader.pathOf("answer"), "\"" + each + "\" is the key of none of the question's options");
        } else if (!seen.insert(each).second) {
            found.add(asked.reader.pathOf("answer"), "\"" + each + "\" stands there twice");
        }
    }
}

void checkCondition(Findings& found, const JsonReader& condition, const Asked& asked, const std::vector<Asked>& all) {
    checkMembers(found, condition, ofConditions);
    const auto key = found.take([&] { return condition.text("questionKey"); }).value_or("");
    const auto answer = found.take([&] { return condition.text("answer"); });
    const auto other =
        std::find_if(all.begin(), all.end(), [&](const Asked& each) { return each.question.key == key; });
    if (!condition.has("questionKey") || !condition.has("answer")) {
        found.add(condition.pathOf(condition.has("questionKey") ? "answer" : "questionKey"), "is missing");
    } else if (other == all.end()) {
        found.add(condition.pathOf("questionKey"), "\"" + key + "\" is no question of this questionnaire");
    } else if (key == asked.question.key) {
        found.add(condition.pathOf("questionKey"), "is the question itself, which would never be shown");
    } else if (other->question.kind != QuestionKind::text && answer && !holds(optionKeys(other->question), *answer)) {
        found.add(condition.pathOf("answer"), "\"" + *answer + "\" is no option of the question \"" + key + "\"");
    }
}

}  // namespace

void checkQuestionnaire(Findings& found, const JsonReader& step) {
    const bool isUsers = step.json().at("type") == "user-questionnaire";
    checkMembers(found, step, isUsers ? Members{ofUsers} : ofOperators);
    checkTitle(found, step);
    const auto questions = found.take([&] { return step.objects("questions"); });
    if (questions.empty()) {
        found.add(step.pathOf("questions"), "is missing or empty: nothing would be asked");
    }
    std::set<std::string> keys;
    std::set<std::string> options;
    std::vector<Asked> all;
    for (const auto& question : questions) {
        all.push_back(read(found, question, keys, options));
    }
    for (const auto& asked : all) {
        checkPreset(found, asked);
        for (const auto& condition : found.take([&] { return conditionsIn(asked.reader); })) {
            checkCondition(found, condition, asked, all);
        }
    }
}

QuestionKind kindOf(std::string_view type) {
    if (type == "string") {
        return QuestionKind::text;
    }
    if (type == "options") {
        return QuestionKind::choice;
    }
    return type == "multiple-choice" ? QuestionKind::choices : QuestionKind::unknown;
}

std::vector<std::string> optionKeys(const Question& question) {
    std::vector<std::string> keys;
    for (const auto& option : question.options) {
        keys.push_back(option.key);
    }
    return keys;
}

std::vector<Question> questionsIn(const JsonReader& step) {
    std::vector<Question> questions;
    for (const auto& reader : step.objects("questions")) {
        Question question;
        question.key = reader.requiredText("key");
        question.kind = kindOf(reader.requiredText("type"));
        question.title = wordsIn(reader, "title");
        question.mandatory = reader.flag("mandatory").value_or(false);
        question.readOnly = reader.flag("readOnly").value_or(false);
        for (const auto& option : reader.objects("options")) {
            question.options.push_back({option.requiredText("key"), wordsIn(option, "title")});
        }
        for (const auto& condition : conditionsIn(reader)) {
            question.showIf.push_back({condition.requiredText("questionKey"), condition.requiredText("answer")});
        }
        question.preset = presetIn(reader, question.kind);
        questions.push_back(std::move(question));
    }
    return questions;
}

}  // namespace verdesk::providers::identomat
