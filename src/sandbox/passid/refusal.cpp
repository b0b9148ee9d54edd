#include "sandbox/passid/refusal.h"

namespace verdesk::sandbox::passid {

namespace {

struct Words {
    std::string_view name;
    std::string_view sentence;
    std::string_view code;
};

// The names are documented; of the codes only the form is, so they are the names in small.
Words wordsOf(DenyReason reason) {
    switch (reason) {
        case DenyReason::tokenNotFound:
            return {"TOKEN_NOT_FOUND", "Token does not exist.", "invalid_token"};
        case DenyReason::tokenExpired:
            return {"TOKEN_EXPIRED", "Token has expired.", "expired"};
        case DenyReason::tokenRevoked:
            return {"TOKEN_REVOKED", "Customer revoked this token.", "revoked"};
        case DenyReason::tokenAlreadyUsed:
            return {"TOKEN_ALREADY_USED", "One-time token was already consumed.", "already_used"};
        case DenyReason::institutionMismatch:
            return {"INSTITUTION_MISMATCH", "Token was issued for a different institution.", "institution_mismatch"};
        case DenyReason::hardDenySanctionsMatch:
            break;
    }
    return {"HARD_DENY_SANCTIONS_MATCH", "Customer is on a watchlist. Do not proceed.", "sanctions_match"};
}

}  // namespace

std::string_view nameOf(DenyReason reason) {
    return wordsOf(reason).name;
}

std::string_view inWords(DenyReason reason) {
    return wordsOf(reason).sentence;
}

std::string_view reasonCode(DenyReason reason) {
    return wordsOf(reason).code;
}

}  // namespace verdesk::sandbox::passid
