#pragma once
// The calls of Passbase's API, all of them GET, and what their answers have in common.

#include "contract/json_reader.h"
#include "providers/answer.h"
#include "providers/passbase/settings.h"

#include <string>

namespace verdesk::providers::passbase {

inline constexpr std::size_t longestPage = 4 * 1024 * 1024;  // bytes of an answer that is no file

// `path`: "/settings", behind the account's address.
HttpRequest requestOf(const AccountSettings& settings, const std::string& path);
std::string identityPath(const std::string& identity);                               // /identities/ID
std::string resourcesPath(const std::string& identity);                              // /identity/ID/resources
std::string resourcePath(const std::string& identity, const std::string& resource);  // /identity/ID/resources/ID
std::string filePath(const std::string& identity, const std::string& resource, const std::string& file);
// A page of a list, from the cursor that the page before named.
std::string pageOf(const std::string& path, const std::string& cursor);

// "Passbase answered 401: invalid api key", without the key.
std::string sentenceOf(const HttpReply& reply, const AccountSettings& settings);
// Throws the ProviderError that an answer without success stands for.
void requireSuccess(const HttpReply& reply, const AccountSettings& settings);

// "data" of an answer that is a page of a list, and where it goes on; empty: nowhere.
struct Page {
    nlohmann::json items = nlohmann::json::array();
    std::string next;
};
Page pageFrom(const HttpReply& reply, const AccountSettings& settings);

// Unix seconds of years that people live in: up to this one, the last of the year 9999.
inline constexpr std::int64_t lastSecond = 253'402'300'799;
std::optional<Instant> instantIn(const JsonReader& object, const char* member);

}  // namespace verdesk::providers::passbase
