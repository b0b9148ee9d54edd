#pragma once
// What the double says instead of a result.

#include "sandbox/body.h"

#include <functional>
#include <string>
#include <string_view>

namespace verdesk::sandbox::passid {

// An error of a call: becomes its answer as it is.
struct Refusal {
    int status = 400;
    std::string error;
    Json more = Json::object();
};

enum class DenyReason {
    tokenNotFound,
    tokenExpired,
    tokenRevoked,
    tokenAlreadyUsed,
    institutionMismatch,
    hardDenySanctionsMatch,
};

std::string_view nameOf(DenyReason reason);      // "TOKEN_NOT_FOUND"
std::string_view inWords(DenyReason reason);     // one sentence
std::string_view reasonCode(DenyReason reason);  // of the flat verify answer: "expired"

// Random characters of an alphabet: tests hand in predictable ones.
using RandomText = std::function<std::string(std::size_t length, std::string_view alphabet)>;

// Upper case letters and digits without those that are mistaken for one another.
inline constexpr std::string_view codeAlphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
inline constexpr std::string_view idAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

}  // namespace verdesk::sandbox::passid
