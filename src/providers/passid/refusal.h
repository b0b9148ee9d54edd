#pragma once
// PASSID's words for "no": denyReason in answers, deny_reason in webhooks, reason_code in the newer form of answers.

#include "claims/decline.h"
#include "contract/json_reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace verdesk::providers::passid {

struct Refusal {
    claims::Decline decline = claims::Decline::unknown;
    std::string code;  // PASSID's own word, cut to what fits on a page
};

// `unknown` for a word that is not documented. Every word that starts with HARD_DENY is a match on a sanctions list:
// the documented one may get company, and a new one must never be taken for a plain refusal.
claims::Decline declineOf(std::string_view code);

// The refusal that an answer or an event carries, in itself or inside "data". Throws MemberError where the member is no
// string.
std::optional<Refusal> refusalIn(const nlohmann::json& document);

// What a refusal without a code of its own is called: the answer's message, cut to what fits on a page.
Refusal refusalWithoutCode(const nlohmann::json& document);

}  // namespace verdesk::providers::passid
