#pragma once
// The two forms in which PASSID's documentation shows the answer of verify, and the ways to say no in each.

#include "sandbox/passid/tokens.h"
#include "sandbox/passid/verifications.h"

namespace verdesk::sandbox::passid {

struct VerifyMode {
    enum class Shape { wrapped, flat };  // {"success","data":{"valid",...}} and {"credential_valid",...}
    Shape shape = Shape::wrapped;
    int denyStatus = 200;  // of a refusal: 200, or a 4xx with denyReason on top

    // {"shape": "A" or "B", "denyStatus"}
    void set(Body body);
    Json toJson() const;
};

StoredReply verifyReply(const VerifyMode& mode, const Verification& verification, const ShareToken* token);

// The claims by the names of the flat form.
Json flatClaims(const Json& claims);

}  // namespace verdesk::sandbox::passid
