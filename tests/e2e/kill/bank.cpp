#include "tests/e2e/kill/bank.h"

#include "crypto/rsa_key.h"

namespace verdesk::test {

using backend::store::Engine;
using nlohmann::json;

namespace {

constexpr unsigned metadataKeyBits = 2048;

constexpr auto general = R"toml(
[institution]
name = "Acme Bank"
languages = ["en"]
reference = { pattern = "[0-9]{6}", example = "100482" }
consent = { version = "1", text = { en = "I agree." } }
attestation = { version = "1", text = { en = "The customer stands in front of me." } }
[branches]
city = "City"
[purposes]
account = { en = "Account opening" }
[limits]
requests_per_second = 100000
[providers]
timeout_ms = 15000
poll_speed = 10.0
)toml";

// Authenteq's documents lie on this machine, and are refused for that.
constexpr auto flows = R"toml(
[flows.passid]
title = { en = "PASSID" }
description = { en = "PASSID" }
account = "passid"
launches = ["qr", "token"]
asks = ["identity_verified", "sanctions_clear", "fraud_risk"]
usual_seconds = 45
ttl_seconds = 600
[flows.passport_io]
title = { en = "Passport.io" }
account = "passport_io"
launches = ["widget"]
asks = ["given_names", "surname"]
[flows.authenteq]
title = { en = "Authenteq" }
account = "authenteq"
launches = ["redirect"]
asks = ["given_names", "surname", "document_front"]
[flows.passbase]
title = { en = "Passbase" }
account = "passbase"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname"]
[flows.passbase_link]
title = { en = "Passbase: hosted link" }
account = "passbase"
launches = ["redirect"]
asks = ["provider_accepted", "given_names", "surname"]
[flows.identomat]
title = { en = "Identomat" }
account = "identomat"
launches = ["widget"]
asks = ["provider_accepted", "given_names", "surname"]
flags = { skip_document = true, skip_face = true }
steps = [{ type = "identity-document", key = "identity-document" }]
)toml";

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

// One account of the configuration: lines of members, each a secret's file or a text.
class Account {
public:
    Account(const char* provider, std::string folder)
        : text_{"[accounts." + std::string{provider} + "]\nprovider = " + quoted(provider) + "\n"},
          folder_{std::move(folder)} {}

    Account& with(const char* member, const std::string& value) {
        text_ += std::string{member} + " = " + quoted(value) + "\n";
        return *this;
    }
    Account& secret(const char* member, const char* file) {
        text_ += std::string{member} + " = { file = " + quoted(folder_ + "/" + file) + " }\n";
        return *this;
    }
    const std::string& text() const {
        return text_;
    }

private:
    std::string text_;
    std::string folder_;
};

std::string accounts(const std::string& folder, const json& sandbox) {
    const auto told = [&](const char* provider, const char* member) -> std::string {
        return sandbox.at(provider).at(member);
    };
    const auto base = [&](const char* provider) { return told(provider, "base"); };
    return Account{"passid", folder}
               .with("base_url", base("passid"))
               .secret("key", "key")
               .secret("webhook_secret", "webhook")
               .secret("hook_segment", "segment")
               .text() +
           Account{"passport_io", folder}
               .with("environment", "sandbox")
               .with("client_id", told("passport_io", "clientId"))
               .with("api_base_url", base("passport_io"))
               .with("widget_base_url", base("passport_io"))
               .secret("client_secret", "passport_io")
               .secret("hook_segment", "passport_io_segment")
               .text() +
           Account{"authenteq", folder}
               .with("environment", "sandbox")
               .with("client_id", told("authenteq", "clientId"))
               .with("api_base_url", base("authenteq"))
               .with("identity_base_url", base("authenteq"))
               .secret("client_secret", "authenteq")
               .text() +
           Account{"passbase", folder}
               .with("project_environment", "sandbox")
               .with("publishable_key", told("passbase", "publishableKey"))
               .with("slug", told("passbase", "slug"))
               .with("api_base_url", base("passbase"))
               .with("button_base_url", base("passbase"))
               .with("link_base_url", base("passbase"))
               .secret("secret_key", "passbase")
               .secret("webhook_secret", "passbase_webhook")
               .secret("hook_segment", "passbase_segment")
               .secret("metadata_key", "passbase_metadata")
               .text() +
           Account{"identomat", folder}
               .with("environment", "sandbox")
               .with("api_base_url", base("identomat"))
               .with("page_base_url", base("identomat"))
               .secret("company_key", "identomat")
               .secret("secret_key", "identomat_secret")
               .secret("callback_api_key", "identomat_callback")
               .secret("hook_segment", "identomat_segment")
               .text();
}

}  // namespace

std::string localOrigin(std::uint16_t port) {
    return "http://127.0.0.1:" + std::to_string(port);
}

Bank::Bank(Listeners listeners)
    : listeners_{listeners},
      secrets_{{"key", "sk_sandbox_e2e"},
               {"webhook", "whsec_0123456789abcdef0123456789abcdef"},
               {"segment", "5f2c0c8e9d7b4a61a3e0f4b7c2d1e6a9"},
               {"passport_io", "ppio_e2e"},
               {"passport_io_segment", "0b7d2a94c6e84f5f8a1337d20c9e5b16"},
               {"authenteq", "aq_e2e"},
               {"passbase", "sk_passbase_e2e"},
               {"passbase_webhook", "0123456789abcdef0123456789abcdef"},
               {"passbase_segment", "9c1e5a7730b24c8d8e6f2d4b7a905c13"},
               {"identomat", "ck_e2e"},
               {"identomat_secret", "sk_identomat_e2e"},
               {"identomat_callback", "cb_e2e"},
               {"identomat_segment", "e41d7f0a6b3849c5b7d2c8905e1f6a27"}} {
    const auto keys = crypto::newRsaKeyPair(metadataKeyBits);
    secrets_["passbase_metadata"] = std::string{keys.privateKey.reveal()};
    metadataPublicKey_ = keys.publicKey;
}

std::string Bank::hookUrl(const char* provider, const char* segment) const {
    return localOrigin(listeners_.publicSide) + "/hooks/" + provider + "/" + secrets_.at(segment);
}

json Bank::sandboxSettings() const {
    const auto origin = localOrigin(listeners_.publicSide);
    const json desks = json::array({origin});
    return {{"passid",
             {{"key", secrets_.at("key")},
              {"webhookUrl", hookUrl("passid", "segment")},
              {"webhookSecret", secrets_.at("webhook")},
              {"institutionName", "Acme Bank"}}},
            {"passport_io",
             {{"clientSecret", secrets_.at("passport_io")},
              {"pingbackUrl", hookUrl("passport_io", "passport_io_segment")},
              {"deskOrigins", desks}}},
            {"authenteq", {{"clientSecret", secrets_.at("authenteq")}, {"redirectUri", origin + "/return/authenteq"}}},
            {"passbase",
             {{"secretKey", secrets_.at("passbase")},
              {"webhookSecret", secrets_.at("passbase_webhook")},
              {"webhookUrl", hookUrl("passbase", "passbase_segment")},
              {"metadataPublicKey", metadataPublicKey_},
              {"processingMs", 200},
              {"deskOrigins", desks}}},
            {"identomat",
             {{"companyKey", secrets_.at("identomat")},
              {"secretKey", secrets_.at("identomat_secret")},
              {"callbackApiKey", secrets_.at("identomat_callback")},
              {"callbackUrl", hookUrl("identomat", "identomat_segment")},
              {"processingMs", 200},
              {"deskOrigins", desks}}}};
}

std::string Bank::config(const std::string& folder, Engine engine, const json& sandbox) const {
    const auto store = engine == Engine::sqlite ? "sqlite = " + quoted(folder + "/store.db")
                                                : "postgres = { file = " + quoted(folder + "/postgres") + " }";
    return general + ("[listen]\nstaff = { port = " + std::to_string(listeners_.staff)) +
           " }\npublic = { port = " + std::to_string(listeners_.publicSide) +
           ", origin = " + quoted(localOrigin(listeners_.publicSide)) +
           " }\nops = { port = " + std::to_string(listeners_.ops) + " }\n[store]\n" + store +
           "\n[keys]\nmaster = { file = " + quoted(folder + "/master") + " }\nversion = 1\n" +
           accounts(folder, sandbox) + flows;
}

}  // namespace verdesk::test
