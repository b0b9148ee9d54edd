#include "providers/identomat/calls.h"

#include "contract/json_text.h"
#include "providers/identomat/signature.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;

constexpr std::size_t shortestWord = 4;
constexpr std::size_t longestWord = 64;
constexpr std::size_t longestSentence = 200;
constexpr std::size_t shortestToken = 20;
constexpr std::size_t longestToken = 64;

// Words for "done", which no call documents.
constexpr std::array<std::string_view, 4> good{"DONE", "SUCCESS", "DELETED", "TRUE"};

std::string trimmed(const std::string& text) {
    const auto* const blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string::npos ? std::string{} : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// A JSON text, or one without quotes.
std::string textIn(const std::string& body) {
    const auto document = jsonOrNone(body);
    return document.is_string() ? document.get<std::string>() : document.is_discarded() ? trimmed(body) : std::string{};
}

// What an error looks like besides is not documented: a text, or an object with one in it.
std::string saidIn(const std::string& body) {
    const auto document = jsonOrNone(body);
    for (const auto* member : {"message", "error", "detail", "code"}) {
        const auto found = document.find(member);
        if (found != document.end() && found->is_string()) {
            return found->get<std::string>();
        }
    }
    const auto text = textIn(body);
    return text.starts_with('<') ? std::string{} : text;
}

std::vector<std::string_view> keysOf(const AccountSettings& settings) {
    std::vector<std::string_view> keys{settings.companyKey->reveal()};
    if (settings.secretKeys != nullptr) {
        for (const auto& key : *settings.secretKeys) {
            keys.push_back(key.reveal());
        }
    }
    return keys;
}

}  // namespace

HttpRequest requestOf(const AccountSettings& settings, const std::string& path, json parameters) {
    parameters["company_key"] = std::string{settings.companyKey->reveal()};
    auto request = post(settings.apiUrl + path)
                       .sending(parameters.dump(-1, ' ', false, json::error_handler_t::replace), "application/json")
                       .with("Accept", "application/json");
    if (settings.secretKeys != nullptr) {
        const auto newest = std::find_if(settings.secretKeys->begin(), settings.secretKeys->end(),
                                         [](const auto& key) { return !key.empty(); });
        const auto signature = signatureOf(*newest, request.body);
        request = std::move(request).with("Authorization", signature);
    }
    request.repeatable = true;
    request.longestReply = longestAnswer;
    return request;
}

HttpRequest requestAbout(const AccountSettings& settings, const std::string& path, const std::string& token) {
    return requestOf(settings, path, {{"session_token", token}});
}

std::string errorWordIn(const std::string& body) {
    if (body.size() > 2 * longestWord) {
        return {};
    }
    auto word = textIn(body);
    const bool fits = word.size() >= shortestWord && word.size() <= longestWord && word.front() >= 'A' &&
                      word.front() <= 'Z' && std::all_of(word.begin(), word.end(), [](char c) {
                          return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
                      });
    return fits && std::find(good.begin(), good.end(), word) == good.end() ? word : std::string{};
}

bool isAboutKeys(const std::string& word) {
    const auto has = [&](const char* part) { return word.find(part) != std::string::npos; };
    return has("KEY") || has("AUTH") || has("SIGNATURE") || has("HMAC") || has("COMPANY");
}

std::string sentenceOf(const HttpReply& reply, const AccountSettings& settings) {
    const auto said = oneLine(without(saidIn(reply.body), keysOf(settings)), longestSentence);
    return "Identomat answered " + std::to_string(reply.status) + (said.empty() ? "" : ": " + said);
}

void requireSuccess(const HttpReply& reply, const AccountSettings& settings) {
    const auto word = errorWordIn(reply.body);
    if (word.starts_with("COMPANY_KEY") && reply.status < 500) {
        throw ProviderError{Failure::providerRefused,
                            "Identomat does not take the account's company_key (" + word + ")", reply.body};
    }
    if (!isSuccess(reply)) {
        throw ProviderError{failureOf(reply.status), sentenceOf(reply, settings), reply.body};
    }
    if (!word.empty()) {
        throw ProviderError{Failure::providerRefused, sentenceOf(reply, settings), reply.body};
    }
    if (settings.secretKeys != nullptr && !isSigned(reply, *settings.secretKeys)) {
        throw ProviderError{Failure::providerBroken,
                            "Identomat's answer is not signed with the account's secret_key: it may be another's",
                            reply.body};
    }
}

std::string tokenIn(const HttpReply& reply, const AccountSettings& settings) {
    requireSuccess(reply, settings);
    auto token = textIn(reply.body);
    const auto document = jsonOrNone(reply.body);
    if (document.is_object()) {
        token =
            asDocumented("Identomat", reply.body, [&] { return JsonReader{document}.requiredText("session_token"); });
    }
    if (isToken(token)) {
        return token;
    }
    // What has a blank in it is a sentence. Anything else might be a token of another form, and is not repeated.
    if (token.find(' ') != std::string::npos && !token.starts_with('<')) {
        throw ProviderError{Failure::providerRefused, sentenceOf(reply, settings), reply.body};
    }
    throw ProviderError{Failure::providerBroken, "Identomat's answer is not as documented: it is no session token",
                        reply.body};
}

bool isToken(std::string_view text) {
    return text.size() >= shortestToken && text.size() <= longestToken &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace verdesk::providers::identomat
