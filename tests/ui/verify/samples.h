#pragma once
// Invented checks in every state, for the tests of the pages.

#include "desk/open_checks.h"
#include "ui/verify/verify_context.h"

namespace verdesk::test {

ui::VerifyContext sampleContext();
CaseSummary sampleCase();

// A check of PASSID by QR code on that page. Its payload is `samplePayload`.
desk::Check sampleCheck(desk::Page page, int id = 1);
inline constexpr auto samplePayload = "passid://verify-request?r=req_7a41c9d2&i=Harbour%20Bank";

std::vector<claims::Claim> sampleClaims();
desk::Check redirectCheck();                         // at the provider's button
desk::Check troubledCheck(const std::string& code);  // its page cannot go on
desk::Check declinedCheck(claims::Decline decline);
desk::Check failedCheck(Failure failure);
desk::Check reviewCheck();
// At the form of a flow: the choice "source" (required; "other" shows the text "explain"), the choices "papers"
// (preset), the text "email", and "branch", preset and fixed.
desk::Check formCheck(int id = 1);
Form sampleForm();
// A video call that takes further people, and the first that was added to it.
desk::Check hostCheck(int id = 1);
desk::Check participantCheck(int id = 2);
// With a score between two thresholds, entries of watch lists, a film, and what came along; for review.
desk::Check watchlistCheck();
// Looked at by the provider, and not accepted.
desk::Check rejectedCheck();

}  // namespace verdesk::test
