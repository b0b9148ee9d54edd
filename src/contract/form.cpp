#include "contract/form.h"

#include <algorithm>

namespace verdesk {
namespace {

using nlohmann::json;

json toJson(const Question& question) {
    json options = json::array();
    for (const auto& option : question.options) {
        options.push_back({{"key", option.key}, {"title", toJson(option.title)}});
    }
    json showIf = json::array();
    for (const auto& condition : question.showIf) {
        showIf.push_back({{"question", condition.question}, {"answer", condition.answer}});
    }
    return {{"key", question.key},
            {"kind", toWord(question.kind)},
            {"title", toJson(question.title)},
            {"mandatory", question.mandatory},
            {"readOnly", question.readOnly},
            {"options", std::move(options)},
            {"showIf", std::move(showIf)},
            {"preset", question.preset}};
}

Question questionFrom(const JsonReader& reader) {
    Question question;
    question.key = reader.requiredText("key");
    question.kind = reader.word("kind", QuestionKind::unknown);
    question.title = localizedFrom(reader, "title");
    question.mandatory = reader.flag("mandatory").value_or(false);
    question.readOnly = reader.flag("readOnly").value_or(false);
    for (const auto& option : reader.objects("options")) {
        question.options.push_back({option.requiredText("key"), localizedFrom(option, "title")});
    }
    for (const auto& condition : reader.objects("showIf")) {
        question.showIf.push_back({condition.requiredText("question"), condition.requiredText("answer")});
    }
    question.preset = reader.texts("preset");
    return question;
}

}  // namespace

json toJson(const Form& form) {
    json questions = json::array();
    for (const auto& question : form.questions) {
        questions.push_back(toJson(question));
    }
    return {
        {"title", toJson(form.title)}, {"description", toJson(form.description)}, {"questions", std::move(questions)}};
}

Form formFrom(const JsonReader& reader) {
    Form form;
    form.title = localizedFrom(reader, "title");
    form.description = localizedFrom(reader, "description");
    for (const auto& question : reader.objects("questions")) {
        form.questions.push_back(questionFrom(question));
    }
    return form;
}

json toJson(const Answers& answers) {
    return json(answers);
}

Answers answersFrom(const JsonReader& reader, std::string_view member) {
    Answers answers;
    if (const auto object = reader.object(member)) {
        for (const auto& [question, ignored] : object->json().items()) {
            answers[question] = object->texts(question);
        }
    }
    return answers;
}

bool isShown(const Question& question, const Answers& answers) {
    return std::all_of(question.showIf.begin(), question.showIf.end(), [&](const ShowCondition& condition) {
        const auto found = answers.find(condition.question);
        return found != answers.end() &&
               std::find(found->second.begin(), found->second.end(), condition.answer) != found->second.end();
    });
}

}  // namespace verdesk
