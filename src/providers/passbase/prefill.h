#pragma once
// What Passbase is told of the customer beforehand, so that they find it filled in.

#include "providers/passbase/settings.h"
#include "providers/provider.h"

#include <string>
#include <vector>

namespace verdesk::providers::passbase {

struct Prefill {
    std::string email;    // empty: not known
    std::string country;  // ISO 3166-1 alpha-2, small letters; empty: not known
    bool empty() const {
        return email.empty() && country.empty();
    }
};
nlohmann::json toJson(const Prefill& prefill);

// The questions that staff may answer. None where the customer is known.
std::vector<Form> formsOf(const FlowSettings& flow);
// What they answered. What can be no address or no country is left out.
Prefill prefillFrom(const Answers& answers, const FlowSettings& flow);

// The one form under which addresses are compared; empty where it can be none.
std::string normalEmail(std::string_view typed);

}  // namespace verdesk::providers::passbase
