#include "sandbox/passid/passid.h"

namespace verdesk::sandbox::passid {

namespace {

constexpr auto configuration = R"toml(
[accounts.passid_practice]
provider = "passid"
key = { env = "passid_key" }
webhook_secret = { env = "passid_webhook_secret" }
hook_segment = { env = "passid_hook_segment" }
base_url = ")toml";

constexpr auto flows = R"toml("

[flows.passid]
title = { en = "PASSID", de = "PASSID" }
description = { en = "Score, income, identity and sanctions, shared from the customer's wallet", de = "Score, Einkommen, Identität und Sanktionen, geteilt aus der Wallet" }
account = "passid_practice"
launches = ["qr", "token"]
asks = ["score", "tier", "stability", "income_verified", "income_band", "identity_verified", "sanctions_clear", "payment_reliability", "savings_consistency", "fraud_risk"]
usual_seconds = 45
ttl_seconds = 600

[flows.passid_identity]
title = { en = "PASSID: identity and sanctions", de = "PASSID: Identität und Sanktionen" }
description = { en = "Who the customer is, and nothing about money", de = "Wer die Person ist, und nichts über Geld" }
account = "passid_practice"
launches = ["qr", "token"]
asks = ["identity_verified", "sanctions_clear"]
usual_seconds = 30
ttl_seconds = 600
)toml";

}  // namespace

Practice practiceOf(const std::string& baseUrl, const crypto::Secret& key, const crypto::Secret& webhookSecret,
                    const std::string& hookSegment) {
    return {"passid",
            configuration + baseUrl + flows,
            {{"passid_key", std::string{key.reveal()}},
             {"passid_webhook_secret", std::string{webhookSecret.reveal()}},
             {"passid_hook_segment", hookSegment}},
            {{"passid_identity", "authenteq"}}};  // nobody else here tells a score
}

}  // namespace verdesk::sandbox::passid
