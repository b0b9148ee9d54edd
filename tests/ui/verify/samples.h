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

}  // namespace verdesk::test
