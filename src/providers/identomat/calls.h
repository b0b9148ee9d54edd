#pragma once
// Calls to Identomat: POST with a JSON body, which is the form of the four documented ones that can be signed. An error
// may come with any status, also with 200: as a text such as "COMPANY_KEY_INVALID" in the place of an answer.

#include "providers/answer.h"
#include "providers/identomat/settings.h"

#include <string>

namespace verdesk::providers::identomat {

inline constexpr std::size_t longestAnswer = 4 * 1024 * 1024;  // bytes of one that is no picture

// `path`: "/begin/". The company key is added to the parameters.
HttpRequest requestOf(const AccountSettings& settings, const std::string& path, nlohmann::json parameters);

// The same about one session.
HttpRequest requestAbout(const AccountSettings& settings, const std::string& path, const std::string& token);

// "COMPANY_KEY_INVALID" where that is all that was answered; empty for any other answer.
std::string errorWordIn(const std::string& body);
// Whether the word is about our credentials rather than about the session.
bool isAboutKeys(const std::string& word);
// "Identomat answered 401: no such key", without our keys.
std::string sentenceOf(const HttpReply& reply, const AccountSettings& settings);

// Throws the ProviderError that an answer without success stands for: by its status, by its words, or because it is not
// signed where it has to be. Unsuccessful answers are never signed.
void requireSuccess(const HttpReply& reply, const AccountSettings& settings);

// The session's token in an answer to begin/.
std::string tokenIn(const HttpReply& reply, const AccountSettings& settings);
// 20 to 64 small letters and digits.
bool isToken(std::string_view text);

}  // namespace verdesk::providers::identomat
