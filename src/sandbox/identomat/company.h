#pragma once
// The company's settings at Identomat, as its dashboard would have them.

#include "sandbox/body.h"

#include <chrono>
#include <string>
#include <vector>

namespace verdesk::sandbox::identomat {

struct Company {
    bool hmac = true;                             // the company key is of the type that has a secret_key
    int keyErrorStatus = 200;                     // of COMPANY_KEY_INVALID: 200 to 499; which it is, is not documented
    std::chrono::minutes sessionLife{15};         // to be started within
    std::chrono::milliseconds processing{2'000};  // from the end to the result
    bool automaticOperator = true;                // or a person, on the operator's page or by the control API
    std::string callbackUrl = {};                 // empty: nothing is sent
    std::chrono::milliseconds callbackDelay{0};   // on top of what is usual
    bool statusCallbacks = true;
    bool ownSms = false;                        // "Client's own SMS provider": texts are handed to the client
    bool ownEmail = false;                      // and e-mails
    bool showCodes = true;                      // the page tells the code to people who practise
    std::vector<std::string> deskOrigins = {};  // who may frame the widget

    // This one, changed by what is there. Throws BadBody.
    Company with(Body& body) const;
    Json toJson() const;
};

}  // namespace verdesk::sandbox::identomat
