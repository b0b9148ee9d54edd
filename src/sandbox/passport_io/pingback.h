#pragma once
// What Passport.io tells the institution once a person was looked at: the JSON of its documentation, and in which ways
// it may differ. Pure.

#include "sandbox/body.h"
#include "sandbox/passport_io/people.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace verdesk::sandbox::passport_io {

// How the pingback names the verification. The documentation's sample does not.
enum class Naming { none, dataReferenceId, dataReference_id, referenceId, propertiesReferenceId };

struct Completion {
    std::string person = {};                           // empty: who sent, or the first
    std::optional<std::string> status = {};            // of the whole, instead of the person's
    std::map<std::string, std::string> statuses = {};  // of single resources, by name
    std::optional<Json> resources = {};                // instead of all of them
    std::optional<std::string> documentUrl = {};       // instead of the double's own
    std::optional<bool> withdrawn = {};                // the document was deleted again
    Naming naming = Naming::dataReferenceId;
    std::chrono::milliseconds after{1'500};  // of the sandbox's clock

    // {"person", "status", "statuses", "resources", "documentUrl", "withdrawn", "reference", "afterMs"}, all optional;
    // what is missing is as in `usual`. Throws BadBody.
    static Completion from(Body& body, const Completion& usual);
    Json toJson() const;
};

// `files`: where the double's documents are, without a slash at the end.
Json pingbackBody(const Person& person, const Completion& completion, const std::optional<std::string>& reference,
                  const std::string& files);

}  // namespace verdesk::sandbox::passport_io
