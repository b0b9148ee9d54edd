#include "providers/passbase/checks.h"

#include "crypto/digest.h"
#include "crypto/rsa.h"
#include "providers/base_url.h"
#include "providers/passbase/settings.h"

#include <algorithm>
#include <set>

namespace verdesk::providers::passbase {
namespace {

using Where = ConfigProblem::Where;

constexpr std::int64_t mostPages = 200;
constexpr std::int64_t longestSession = 24 * 60;
constexpr std::size_t leastMetadata = 160;  // bytes: our id, the time, and some of the user agent

bool offers(const FlowOptions& flow, LaunchKind launch) {
    return std::find(flow.launches.begin(), flow.launches.end(), launch) != flow.launches.end();
}

bool asks(const FlowOptions& flow, std::string_view claim) {
    return std::find(flow.asks.begin(), flow.asks.end(), claim) != flow.asks.end();
}

// The button's key goes into the counter's page; the other one never does.
void checkPublishableKey(Findings& found, const Account& account, const JsonReader& options) {
    const auto key = found.take([&] { return options.text("publishable_key"); });
    if (!key) {
        return;
    }
    const auto* secret = account.secret("secret_key");
    if (!isOneWord(*key)) {
        found.add("publishable_key", "has a blank or another character that no key has");
    } else if (secret != nullptr && crypto::equalInConstantTime(crypto::viewOf(*key), secret->bytes())) {
        found.add("publishable_key", "is the secret key: it is handed to the page, and must be the publishable one");
    }
}

void checkThresholds(Findings& found, const JsonReader& options) {
    const auto read = [&](const char* key) {
        const auto number = found.take([&] { return options.number(key); });
        if (number && (*number < 0 || *number > 1)) {
            found.add(key, "must be from 0 to 1, such as 0.7 for 70 %");
            return std::optional<double>{};
        }
        return number;
    };
    const auto low = read("decline_below");
    const auto high = read("accept_from");
    if (options.has("decline_below") != options.has("accept_from")) {
        found.add(options.has("accept_from") ? "decline_below" : "accept_from",
                  "is missing: a score is shown with both thresholds or with none");
    } else if (low && high && *low > *high) {
        found.add("accept_from", "must not be lower than decline_below");
    }
}

void checkSecrets(Findings& found, const Account& account) {
    found.secret(account, "secret_key", "the project's secret key, from Passbase's dashboard");
    if (const auto all = account.secrets.find("webhook_secret"); all != account.secrets.end()) {
        for (const auto& secret : all->second) {
            const auto text = secret.reveal();
            if (text.size() != webhookSecretSize ||
                !std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; })) {
                found.add("webhook_secret", "must have exactly 32 characters of ASCII, as Passbase demands");
                break;
            }
        }
    }
    if (const auto* key = account.secret("metadata_key")) {
        const auto room = crypto::rsaRoom(*key);
        if (!room) {
            found.add("metadata_key", "must be a private RSA key as PEM, without a password");
        } else if (*room < leastMetadata) {
            found.add("metadata_key", "is too short a key: 2048 bits at least, and Passbase shows 4096");
        }
    }
}

void checkOrigins(Findings& found, const JsonReader& options) {
    for (const auto& origin : found.take([&] { return options.texts("further_origins"); })) {
        if (problemOfBaseUrl(origin) || originOf(origin) != origin) {
            found.add("further_origins", "\"" + origin + "\" is no origin such as https://app.passbase.com");
        }
    }
}

void checkPrefill(Findings& found, const JsonReader& options) {
    std::set<std::string> seen;
    for (const auto& word : found.take([&] { return options.texts("prefill"); })) {
        if (word != "email" && word != "country") {
            found.add("prefill", "\"" + word + "\" is nothing that Passbase takes: email, country");
        } else if (!seen.insert(word).second) {
            found.add("prefill", "\"" + word + "\" stands there twice");
        }
    }
    const auto country = found.take([&] { return options.text("country"); });
    if (country && !isCountry(*country)) {
        found.add("country", "must be a country in two small letters, such as de");
    }
    const auto countries = found.take([&] { return options.texts("countries"); });
    for (const auto& each : countries) {
        if (!isCountry(each)) {
            found.add("countries", "\"" + each + "\" is no country in two small letters, such as de");
        }
    }
    const bool isListed = std::find(countries.begin(), countries.end(), country.value_or("")) != countries.end();
    if (country && isCountry(*country) && !countries.empty() && !isListed) {
        found.add("country", "is none of countries");
    }
}

// Nobody is asked who is known.
void checkReauthentication(Findings& found, const JsonReader& options) {
    if (found.take([&] { return options.flag("reauthentication"); }).value_or(false)) {
        for (const auto* key : {"prefill", "country", "countries"}) {
            if (options.has(key)) {
                found.add(key, "does nothing with reauthentication: Passbase knows the customer");
            }
        }
    }
}

void checkKept(Findings& found, const FlowOptions& flow) {
    for (const auto claim : {claims::name::documentFront, claims::name::documentBack, claims::name::document}) {
        if (asks(flow, claim) && !flow.keep.documents) {
            found.add("asks", "\"" + std::string{claim} + "\" can be there only where the flow keeps documents");
        }
    }
    if (asks(flow, claims::name::faceVideo) && !flow.keep.video) {
        found.add("asks", "\"face_video\" can be there only where the flow keeps video");
    }
}

}  // namespace

bool isCountry(std::string_view text) {
    return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<ConfigProblem> checkAccount(const Account& account) {
    Findings found{Where::account};
    const JsonReader options{tableOf(account.options)};
    checkSecrets(found, account);
    checkPublishableKey(found, account, options);
    if (const auto slug = found.take([&] { return options.text("slug"); });
        slug && (slug->empty() || pathSegment(*slug) != *slug)) {
        found.add("slug", "must be the last part of the project's hosted link, without a slash");
    }
    const auto environment = found.take([&] { return options.text("project_environment"); });
    if (environment && environmentFrom(*environment) == Environment::unknown) {
        found.add("project_environment", "must be \"sandbox\" or \"production\", as Passbase's dashboard says");
    }
    for (const auto* key : {"api_base_url", "button_base_url", "link_base_url"}) {
        found.baseUrl(options, key);
    }
    for (const auto* key : {"api_path", "button_path"}) {
        found.path(options, key);
    }
    checkOrigins(found, options);
    checkThresholds(found, options);
    found.range(options, "most_pages", 1, mostPages);
    return std::move(found).problems();
}

std::vector<ConfigProblem> checkFlow(const FlowOptions& flow) {
    Findings found{Where::flow};
    const JsonReader options{tableOf(flow.options)};
    checkPrefill(found, options);
    found.take([&] { return options.flag("show_button"); });
    checkReauthentication(found, options);
    found.range(options, "session_minutes", 1, longestSession);
    checkKept(found, flow);
    return std::move(found).problems();
}

std::vector<ConfigProblem> checkTogether(const Account& account, const FlowOptions& flow) {
    Findings found{Where::flow};
    const JsonReader ofAccount{tableOf(account.options)};
    const JsonReader options{tableOf(flow.options)};
    if (offers(flow, LaunchKind::widget) && !ofAccount.has("publishable_key")) {
        found.add("launches", "\"widget\", the button, needs the account's publishable_key");
    }
    if (!offers(flow, LaunchKind::redirect)) {
        return std::move(found).problems();
    }
    if (!ofAccount.has("slug")) {
        found.add("launches", "\"redirect\", the hosted link, needs the account's slug");
    }
    // A list of another type was told already.
    const auto prefill = options.json().find("prefill");
    const bool isList = prefill != options.json().end() && prefill->is_array();
    if (isList && std::find(prefill->begin(), prefill->end(), "email") == prefill->end()) {
        found.add("prefill", "must have \"email\" for the hosted link: a result is found by the address alone");
    }
    return std::move(found).problems();
}

}  // namespace verdesk::providers::passbase
