#pragma once
// What the journal keeps of a call that settles something handed in: enough to make the very same call again. Sealed by
// the store. Pure.

#include "backend/verification/transition.h"
#include "contract/id.h"
#include "crypto/seal.h"
#include "exchange/http_message.h"
#include "providers/provider.h"

#include <chrono>
#include <optional>
#include <string>

namespace verdesk::backend {

// The name under which the provider hears of one act of one person, also when a restart or the desk repeats it. Made
// from a key of ours, so that nobody outside can name another's act. In the form of a UUID (version 8).
// `about`: the case or the verification.
std::string keyOfAct(const crypto::Key& key, const StaffId& staff, const std::string& about,
                     const std::string& idempotencyKey);

std::string textOf(const providers::Return& returned);
// The same together with how the verification was before, for a return that turns out to be none.
std::string withBefore(const std::string& text, const WasDropped& before);
// Nothing for `handedInPart` and for what is none.
std::optional<providers::Return> returnFrom(const std::string& text);
// Nothing where the text does not say.
std::optional<WasDropped> beforeFrom(const std::string& text);

// Stands in the journal, answered, for a verification that was begun, or a page that was given anew: so that the same
// act does no second one.
inline constexpr const char* startedAct = R"({"kind":"start"})";
// Stands in the journal, answered, for a token that went out under the key of another act: see same_token.h.
inline constexpr const char* carriedOnAct = R"({"kind":"carried on"})";
// Stands in the journal, once its answer was taken, for a token: by this digest it can still be told, and not be read.
std::string closedToken(const std::string& digest);
// Stands in the journal for a further request of a call that has an entry already.
inline constexpr const char* handedInPart = R"({"kind":"part"})";

// An answer that nobody got in this time is not asked for any more: no provider promises to keep one longer.
inline constexpr std::chrono::hours keptByProviders{24};

std::string toText(const HttpReply& reply);
// Nothing where the text is none; an answer of "" was none.
std::optional<HttpReply> replyFrom(const std::string& text);

// An answer (of toText) as it is kept once nobody needs it any more: its status and what it said, blanked
// (providers/answer.h) and without long texts such as pictures, which stand elsewhere. A body that is no JSON is left
// out.
std::string withoutSecrets(const std::string& answer);

}  // namespace verdesk::backend
