#pragma once
// The types of events, and what is in their `data`. The check of the store rebuilds from these what the rows must say.
// Events are made by the functions of build.h, so that who writes and who checks agree.

#include <string_view>

namespace verdesk::backend::event {

inline constexpr std::string_view staffSignedIn = "staff.signed_in";           // {}
inline constexpr std::string_view staffSignedOut = "staff.signed_out";         // {}
inline constexpr std::string_view staffSignInFailed = "staff.sign_in_failed";  // {} (the actor is the staff id)
inline constexpr std::string_view staffChanged = "staff.changed";  // {"what": "added|disabled|enabled|reset", "staff"}
// Every case event carries the whole of what it makes true: {"state","verdict","decision"}; `opened` also
// {"number","purpose","environment","consent","consent_language","attestation"}, `decided` also {"kind"}.
inline constexpr std::string_view caseOpened = "case.opened";
inline constexpr std::string_view caseDecided = "case.decided";  // approve and reject close the case too
inline constexpr std::string_view caseClosed = "case.closed";
inline constexpr std::string_view caseReopened = "case.reopened";
// Its key is destroyed, and what it sealed is gone. Nothing of it comes after this but verification.opened_late and
// verification.forgotten.
inline constexpr std::string_view caseErased = "case.erased";
// Every verification event carries the whole of what it makes true:
// {"state","verdict","case_verdict","decline"?,"failure"?, "code","evidence"? (HMAC, hex)}, and where that changed
// {"provider_key"} (HMAC, hex); `started` also
// {"flow","flow_digest","account","provider","environment","launch","rules","parent"?}.
inline constexpr std::string_view verificationStarted = "verification.started";
inline constexpr std::string_view verificationAwaiting = "verification.awaiting";
// Also {"earlier"?}: the verification that the same token was handed in for before.
inline constexpr std::string_view verificationVerifying = "verification.verifying";
inline constexpr std::string_view verificationCompleted = "verification.completed";
inline constexpr std::string_view verificationDeclined = "verification.declined";
inline constexpr std::string_view verificationExpired = "verification.expired";
inline constexpr std::string_view verificationCancelled = "verification.cancelled";
inline constexpr std::string_view verificationFailed = "verification.failed";
// The state stays; the page was made anew for another look.
inline constexpr std::string_view verificationRenewed = "verification.renewed";
// The state stays; the verdict got worse, or is as bad for another reason as well.
inline constexpr std::string_view verificationWorsened = "verification.verdict_worsened";
// The state stays; the same answer came by another way as well, e.g. a poll after a webhook.
inline constexpr std::string_view verificationConfirmed = "verification.confirmed";
// A second answer after a final one, or one for a cancelled verification: noted, not taken.
// {"state","verdict",...,"ignored"}
inline constexpr std::string_view verificationAnswerIgnored = "verification.answer_ignored";
// The state stays; a document that had to be fetched is there now, or will not be. Its claim tells.
inline constexpr std::string_view verificationDocumentKept = "verification.document_kept";
inline constexpr std::string_view verificationDocumentMissing = "verification.document_missing";
// The state stays; the provider told by what it knows the attempt, or the customer.
inline constexpr std::string_view verificationIdentified = "verification.identified";
// The state stays; the provider told something that is remembered until it is asked.
inline constexpr std::string_view verificationHeard = "verification.heard";
// Of an erased case: the provider opened a session although, having been asked before. It is to delete that, too.
inline constexpr std::string_view verificationOpenedLate = "verification.opened_late";
// Of an erased case: the provider has deleted what it held of the attempt, or holds nothing.
inline constexpr std::string_view verificationForgotten = "verification.forgotten";
// Somebody looked at a document. {"document","digest"} (HMAC, hex)
inline constexpr std::string_view evidenceRead = "evidence.read";
// Somebody at the machine itself read what the provider said. {"answers"} (how many)
inline constexpr std::string_view evidenceRawRead = "evidence.raw_read";
// {"hook","provider_event"?,"also"?}: also the further verifications that the provider knows by the same key.
inline constexpr std::string_view hookMatched = "hook.matched";
inline constexpr std::string_view hookUnmatched = "hook.unmatched";  // {"hook","account"}
// What a person did with an unmatched one, or nobody in the time that it was kept. {"hook","account"}
inline constexpr std::string_view hookAssigned = "hook.assigned";
inline constexpr std::string_view hookDismissed = "hook.dismissed";
inline constexpr std::string_view hookDropped = "hook.dropped";
// The master key is being exchanged, and was. {"from","to"} and {"to"}: versions
inline constexpr std::string_view keysRotationBegun = "keys.rotation_begun";
inline constexpr std::string_view keysRotated = "keys.rotated";

}  // namespace verdesk::backend::event
