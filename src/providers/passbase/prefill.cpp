#include "providers/passbase/prefill.h"

#include "providers/passbase/checks.h"

#include <algorithm>

namespace verdesk::providers::passbase {
namespace {

constexpr std::size_t longestEmail = 254;  // RFC 5321

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string trimmed(std::string_view text) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), small);
    return result;
}

std::string answerTo(const Answers& answers, const std::string& question) {
    const auto found = answers.find(question);
    return found == answers.end() || found->second.empty() ? std::string{} : found->second.front();
}

std::string capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
    return text;
}

Question emailQuestion() {
    Question question;
    question.key = "email";
    question.kind = QuestionKind::text;
    question.title.byLanguage = {{"en", "E-mail address"}, {"de", "E-Mail-Adresse"}};
    return question;
}

Question countryQuestion(const FlowSettings& flow) {
    Question question;
    question.key = "country";
    question.kind = flow.countries.empty() ? QuestionKind::text : QuestionKind::choice;
    question.title.byLanguage = {{"en", "Country of the document, in two letters"},
                                 {"de", "Land des Ausweises, in zwei Buchstaben"}};
    for (const auto& country : flow.countries) {
        question.options.push_back({country, {{{"en", capitals(country)}}}});
    }
    if (!flow.country.empty()) {
        question.preset = {flow.country};
    }
    return question;
}

}  // namespace

nlohmann::json toJson(const Prefill& prefill) {
    auto object = nlohmann::json::object();
    if (!prefill.email.empty()) {
        object["email"] = prefill.email;
    }
    if (!prefill.country.empty()) {
        object["country"] = prefill.country;
    }
    return object;
}

std::vector<Form> formsOf(const FlowSettings& flow) {
    Form form;
    form.title.byLanguage = {{"en", "Filled in for the customer"}, {"de", "Für die Kundschaft ausgefüllt"}};
    form.description.byLanguage = {
        {"en", "The customer sees this and may change it. A check on their own phone is found by the address."},
        {"de",
         "Die Person sieht das und kann es ändern. Eine Prüfung auf ihrem Telefon wird über die Adresse gefunden."}};
    if (flow.asksEmail) {
        form.questions.push_back(emailQuestion());
    }
    if (flow.asksCountry) {
        form.questions.push_back(countryQuestion(flow));
    }
    return form.questions.empty() ? std::vector<Form>{} : std::vector<Form>{form};
}

Prefill prefillFrom(const Answers& answers, const FlowSettings& flow) {
    Prefill prefill;
    if (flow.asksEmail) {
        prefill.email = normalEmail(answerTo(answers, "email"));
    }
    auto country = flow.asksCountry ? trimmed(answerTo(answers, "country")) : std::string{};
    if (!isCountry(country)) {
        country = flow.country;
    }
    prefill.country = country;
    return prefill;
}

std::string normalEmail(std::string_view typed) {
    auto email = trimmed(typed);
    const auto at = email.find('@');
    const bool fits = at != std::string::npos && at > 0 && at + 1 < email.size() &&
                      email.find('@', at + 1) == std::string::npos && email.size() <= longestEmail &&
                      std::none_of(email.begin(), email.end(),
                                   [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
    return fits ? email : std::string{};
}

}  // namespace verdesk::providers::passbase
