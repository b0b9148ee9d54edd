#pragma once
// Questions that staff may answer before a check begins, so that the customer finds them filled in. What is filled in
// is a preset: the customer sees it and, but for a read-only one, may change it.

#include "contract/localized.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace verdesk {

enum class QuestionKind { unknown, text, choice, choices };
constexpr std::array<Word<QuestionKind>, 4> wordsOf(QuestionKind) {
    return {{{QuestionKind::unknown, "unknown"},
             {QuestionKind::text, "text"},
             {QuestionKind::choice, "choice"},
             {QuestionKind::choices, "choices"}}};
}

struct QuestionOption {
    std::string key;
    Localized title;
    bool operator==(const QuestionOption&) const = default;
};

// Holds where the question has that answer, or that one among its answers.
struct ShowCondition {
    std::string question;  // key
    std::string answer;    // a text, or an option's key
    bool operator==(const ShowCondition&) const = default;
};

struct Question {
    std::string key;  // of this flow's alone
    QuestionKind kind = QuestionKind::unknown;
    Localized title;
    bool mandatory = false;               // for the customer; staff may leave it empty
    bool readOnly = false;                // the customer may not change it
    std::vector<QuestionOption> options;  // of the two choice kinds
    std::vector<ShowCondition> showIf;    // shown where all of them hold
    std::vector<std::string> preset;      // from the configuration: a text, or options' keys
    bool operator==(const Question&) const = default;
};

struct Form {
    Localized title;
    Localized description;
    std::vector<Question> questions;
    bool operator==(const Form&) const = default;
};
nlohmann::json toJson(const Form& form);
Form formFrom(const JsonReader& reader);

// By the question's key: one text, or the keys of the chosen options.
using Answers = std::map<std::string, std::vector<std::string>>;
nlohmann::json toJson(const Answers& answers);
Answers answersFrom(const JsonReader& reader, std::string_view member);

// Whether the question is shown, given all answers so far.
bool isShown(const Question& question, const Answers& answers);

}  // namespace verdesk
