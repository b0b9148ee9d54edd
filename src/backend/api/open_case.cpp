#include "backend/api/open_case.h"

#include "contract/json_reader.h"

#include <regex>

namespace verdesk::backend::api {

void checkOpenCase(const OpenCase& open, const Config& config) {
    const auto& institution = config.institution;
    // Bounded first: the library's matcher recurses with the length of the text.
    if (open.reference.empty() || open.reference.size() > longestReference ||
        !std::regex_match(open.reference, std::regex{institution.referencePattern, std::regex::ECMAScript})) {
        throw MemberError{"reference",
                          "does not have the form of a customer id, such as " + institution.referenceExample};
    }
    if (config.purpose(open.purpose) == nullptr) {
        throw MemberError{"purpose", "is none of the institution's purposes"};
    }
    if (open.consentVersion != institution.consent.version) {
        throw MemberError{"consent.version", "is not the current wording: reload it and ask again"};
    }
    const auto& texts = institution.consent.text.byLanguage;
    if (texts.find(open.consentLanguage) == texts.end()) {
        throw MemberError{"consent.language", "is none in which the consent text exists"};
    }
    if (open.attestationVersion != institution.attestation.version) {
        throw MemberError{"attestation.version", "is not the current wording: reload it and confirm again"};
    }
}

}  // namespace verdesk::backend::api
