#pragma once
// What result/ says of a session. Pure.

#include "sandbox/identomat/session.h"

#include <string>

namespace verdesk::sandbox::identomat {

// "approved", "rejected", "manual_check"; "disagreed_with_terms" and "in_progress" are not documented as words.
std::string resultWord(const Session& session, Time now);

// The whole. Until something is decided it has the form of an empty result (an assumption).
Json resultOf(const Session& session, Time now);

// The picture or film of that name, as an asset; empty where the session has none: "card-front", "card-back",
// "passport", "face", "face-video".
std::string pictureOf(const Session& session, const std::string& name);

}  // namespace verdesk::sandbox::identomat
