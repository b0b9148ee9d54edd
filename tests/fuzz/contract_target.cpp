// Bodies of the API: read as each type, and what was read written and read again.
#include "contract/case.h"
#include "contract/changes.h"
#include "contract/claim_json.h"
#include "contract/form.h"
#include "contract/instant.h"
#include "contract/launch.h"
#include "contract/problem.h"
#include "contract/session.h"
#include "contract/unmatched.h"
#include "contract/verification.h"
#include "tests/fuzz/targets.h"

namespace verdesk::fuzz {

namespace {

using nlohmann::json;

template <class T>
const T* valueOf(const T& value) {
    return &value;
}
template <class T>
const T* valueOf(const std::optional<T>& value) {
    return value ? &*value : nullptr;
}

template <class Read>
void roundTrip(const json& document, const char* type, Read read) {
    try {
        const auto first = read(JsonReader{document});
        if (const auto* value = valueOf(first)) {
            const auto text = toJson(*value).dump();
            const auto written = parseJson(text);
            const auto second = read(JsonReader{written});
            const auto* again = valueOf(second);
            require(again != nullptr && toJson(*again).dump() == text,
                    std::string{type} + " comes back as another one");
        }
    } catch (const MemberError&) {
        // Refused, and the member named.
    }
}

}  // namespace

void contract(std::string_view, std::string_view input) {
    if (const auto instant = instantFrom(input)) {
        require(instantFrom(toText(*instant)) == instant, "an instant comes back as another one");
    }
    json document;
    try {
        document = parseJson(input);
    } catch (const MemberError&) {
        return;
    }
    roundTrip(document, "OpenCase", [](const JsonReader& from) { return openCaseFrom(from); });
    roundTrip(document, "CaseList", [](const JsonReader& from) { return caseListFrom(from); });
    roundTrip(document, "CaseSummary", [](const JsonReader& from) { return caseSummaryFrom(from); });
    roundTrip(document, "Case", [](const JsonReader& from) { return caseFrom(from); });
    roundTrip(document, "Decide", [](const JsonReader& from) { return decideFrom(from); });
    roundTrip(document, "Changes", [](const JsonReader& from) { return changesFrom(from); });
    roundTrip(document, "Claim", [](const JsonReader& from) { return claimFrom(from); });
    roundTrip(document, "Form", [](const JsonReader& from) { return formFrom(from); });
    roundTrip(document, "Launch", [](const JsonReader& from) { return launchFrom(from); });
    roundTrip(document, "Problem", [](const JsonReader& from) { return problemFrom(from); });
    roundTrip(document, "SignIn", [](const JsonReader& from) { return signInFrom(from); });
    roundTrip(document, "Staff", [](const JsonReader& from) { return staffFrom(from); });
    roundTrip(document, "Me", [](const JsonReader& from) { return meFrom(from); });
    roundTrip(document, "SignedIn", [](const JsonReader& from) { return signedInFrom(from); });
    roundTrip(document, "Flow", [](const JsonReader& from) { return flowFrom(from); });
    roundTrip(document, "Unmatched", [](const JsonReader& from) { return unmatchedFrom(from); });
    roundTrip(document, "Verification", [](const JsonReader& from) { return verificationFrom(from); });
    roundTrip(document, "StartVerification", [](const JsonReader& from) { return startVerificationFrom(from); });
}

}  // namespace verdesk::fuzz
