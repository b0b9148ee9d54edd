#pragma once
// A provider of the other kind, for what the service has to do with one: it works in a browser, is never polled, tells
// by webhook, sends browsers back with a code that is exchanged once, and hands over documents.
//
// Documents come from the hosts in the account's option "only_from", where it is there. Its page opens once, within 15
// minutes; none is given while the account's option "down" is true.
//
// Its webhooks and details are JSON: {"key", "signed", "state"?, "claims": {name: text}, "wanted": {path: address},
// "pictures": {path: "jpeg" | "png" | "exe"}, "again"?: one of these, a second claim "document"}. A token that is
// answered with 410 says that the return was none.

#include "providers/provider.h"

namespace verdesk::test {

const providers::Provider& browserProvider();

inline constexpr const char* browserTokens = "https://browser.example/token";
inline constexpr const char* browserDetails = "https://browser.example/details";
inline constexpr std::chrono::minutes browserWithin{15};

std::string picture(const std::string& kind);
// "https://desk.bank.example/return/browser?state=...&code=..."
std::string returnOf(const VerificationId& id, const std::string& more = "&code=c1");

}  // namespace verdesk::test
