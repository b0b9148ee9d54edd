#pragma once
// In what a session's end differs from what the person would get. Pure.

#include "sandbox/body.h"

#include <chrono>
#include <optional>
#include <string>

namespace verdesk::sandbox::identomat {

struct Outcome {
    std::optional<std::string> result = {};       // any word
    std::optional<std::string> reason = {};       // reject_reason.value
    std::optional<std::string> description = {};  // reject_reason.description
    std::optional<std::string> comment = {};      // result_comment
    std::optional<double> similarity = {};
    std::optional<bool> live = {};
    std::optional<Json> screening = {};  // screeningMatches, as they are
    Json data = Json::object();          // members that replace the document's
    std::optional<std::chrono::milliseconds> processing = {};

    // {"result", "reason", "description", "comment", "similarity", "live", "screening", "data", "processingMs"}; what
    // is missing is as in `usual`. Throws BadBody.
    static Outcome from(Body& body, const Outcome& usual);
    // What toJson made.
    static Outcome of(const Json& value);
    Json toJson() const;
};

}  // namespace verdesk::sandbox::identomat
