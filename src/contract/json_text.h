#pragma once
// JSON out of text. Whatever walks a document (copies it, writes it) goes down level by level on the stack, and a few
// hundred KiB of brackets nest deeper than any stack is: how deep a text may be is looked at before it is read.

#include <nlohmann/json.hpp>

#include <string_view>

namespace verdesk {

// Levels of what comes from providers, their pages and customers; no documented message has more than eight.
inline constexpr int deepestFromOutside = 64;
// Of our own, which wraps some of that.
inline constexpr int deepestOfOurs = 128;

// Whether more than so many lists and objects are open at once anywhere in the text. Brackets within texts do not
// count. Says nothing about whether it is JSON.
bool nestsDeeper(std::string_view text, int levels);

// Of a text from outside: discarded (`is_discarded()`) where it is no JSON, or nests deeper than that.
nlohmann::json jsonOrNone(std::string_view text);
// The same; throws MemberError with an empty member, and the position where it is not JSON.
nlohmann::json parseOutside(std::string_view text);

}  // namespace verdesk
