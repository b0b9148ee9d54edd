#include "providers/passport_io/settings.h"

#include "contract/json_reader.h"
#include "crypto/digest.h"
#include "providers/base_url.h"
#include "providers/findings.h"

#include <algorithm>

namespace verdesk::providers::passport_io {
namespace {

using Where = ConfigProblem::Where;

constexpr std::int64_t usualMinutes = 15;
constexpr std::int64_t mostMinutes = 24 * 60;
constexpr std::int64_t usualHours = 24;
constexpr std::int64_t mostHours = 30 * 24;

// What a widget may be given, and is unless the account says otherwise.
const std::vector<std::string>& permissions() {
    static const std::vector<std::string> all{"camera", "microphone", "fullscreen", "autoplay", "clipboard-write"};
    return all;
}

// A host's name, or ".example.com" for every name below it.
bool isHostRule(std::string_view host) {
    host.remove_prefix(host.starts_with('.') ? 1 : 0);
    const auto address = addressOf("https://" + std::string{host} + "/");
    return address && address->port.empty() && address->host.size() == host.size();
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

// The client whose secret goes to the counter must be another than the one whose secret never does.
void checkLogin(Findings& found, const Account& account, const JsonReader& options) {
    const bool hasId = options.has("login_client_id");
    const auto* secret = account.secret("login_client_secret");
    if (!hasId && secret == nullptr) {
        return;
    }
    found.publicId(options, "login_client_id", "the login by QR code needs a client of its own");
    found.secret(account, "login_client_secret", "the login by QR code needs a client of its own");
    const auto id = found.take([&] { return options.text("client_id"); });
    const auto loginId = found.take([&] { return options.text("login_client_id"); });
    if (id && loginId && *id == *loginId) {
        found.add("login_client_id", "must be another client than client_id: its secret is handed to the page");
    }
    const auto* clientSecret = account.secret("client_secret");
    if (secret != nullptr && clientSecret != nullptr &&
        crypto::equalInConstantTime(secret->bytes(), clientSecret->bytes())) {
        found.add("login_client_secret", "must be another than client_secret: it is handed to the page");
    }
}

std::vector<ConfigProblem> checkAccount(const Account& account) {
    Findings found{Where::account};
    const JsonReader options{tableOf(account.options)};
    found.publicId(options, "client_id", "Passport.io gives it with the secret");
    found.secret(account, "client_secret", "Passport.io gives it with the client_id");
    for (const auto* key : {"api_base_url", "widget_base_url", "login_base_url"}) {
        found.baseUrl(options, key);
    }
    for (const auto* key : {"token_path", "widget_path", "login_script_path"}) {
        found.path(options, key);
    }
    found.origins(options, "extra_origins");
    found.words(options, "allow", permissions());
    checkLogin(found, account, options);
    for (const auto* key : {"trusted_channel", "allow_http_documents"}) {
        found.take([&] { return options.flag(key); });
    }
    for (const auto& host : found.take([&] { return options.texts("document_hosts"); })) {
        if (!isHostRule(host)) {
            found.add("document_hosts", "\"" + host + "\" is no host such as files.passport.io or .passport.io");
        }
    }
    found.range(options, "token_minutes", 1, mostMinutes);
    found.range(options, "result_within_hours", 1, mostHours);
    checkVerifier(found, account, options);
    if (account.secret("hook_segment") == nullptr) {
        found.add("hook_segment", "is missing: Passport.io tells the result to this account's address alone");
    }
    return std::move(found).problems();
}

std::vector<ConfigProblem> checkFlow(const Account& account, const FlowOptions& flow, const ProviderInfo& info) {
    Findings found{Where::flow};
    checkAsks(found, flow, info);
    checkLaunches(found, flow, info);
    const bool logsIn =
        std::find(flow.launches.begin(), flow.launches.end(), LaunchKind::script) != flow.launches.end();
    if (logsIn && (account.secret("login_client_secret") == nullptr ||
                   !JsonReader{tableOf(account.options)}.has("login_client_id"))) {
        found.add("launches", "\"script\", the login by QR code, needs login_client_id and login_client_secret");
    }
    return std::move(found).problems();
}

std::string below(const JsonReader& options, const char* base, const char* usualBase, const char* path,
                  const char* usualPath) {
    return withoutTrailingSlashes(options.text(base).value_or(usualBase)) + options.text(path).value_or(usualPath);
}

}  // namespace

std::vector<std::string> accountOptions() {
    return {"client_id",
            "api_base_url",
            "widget_base_url",
            "login_base_url",
            "token_path",
            "widget_path",
            "login_script_path",
            "login_client_id",
            "trusted_channel",
            "document_hosts",
            "allow_http_documents",
            "pingback_check",
            "pingback_header",
            "token_minutes",
            "result_within_hours",
            "extra_origins",
            "allow"};
}

std::vector<std::string> secretNames() {
    // The segment is the backend's; it is named here so that `check` sees whether it is there.
    return {"client_secret", "login_client_secret", "pingback_secret", "hook_segment"};
}

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info) {
    auto problems = checkAccount(account);
    if (flow != nullptr) {
        for (auto& problem : checkFlow(account, *flow, info)) {
            problems.push_back(std::move(problem));
        }
    }
    return problems;
}

AccountSettings settingsOf(const Account& account) {
    requireNone(checkAccount(account));
    const JsonReader options{tableOf(account.options)};
    AccountSettings settings{};
    settings.clientId = options.requiredText("client_id");
    settings.clientSecret = account.secret("client_secret");
    settings.tokenUrl =
        below(options, "api_base_url", "https://kyc.passport.io", "token_path", "/api/v1/verification-token");
    settings.widgetUrl =
        below(options, "widget_base_url", "https://my.passport.io", "widget_path", "/widget-endusers/");
    settings.extraOrigins = options.texts("extra_origins");
    settings.allow = options.has("allow") ? options.texts("allow") : permissions();
    settings.loginBase = withoutTrailingSlashes(options.text("login_base_url").value_or("https://auth.passport.io"));
    settings.loginScript = settings.loginBase + options.text("login_script_path").value_or("/js/passport-qr-login.js");
    settings.loginClientId = options.text("login_client_id").value_or("");
    settings.loginClientSecret = account.secret("login_client_secret");
    settings.trustedChannel = options.flag("trusted_channel").value_or(false);
    settings.httpDocuments = options.flag("allow_http_documents").value_or(false);
    for (auto& host : options.texts("document_hosts")) {
        settings.documentHosts.push_back(lower(std::move(host)));
    }
    settings.tokenWithin = std::chrono::minutes{options.integer("token_minutes").value_or(usualMinutes)};
    settings.resultWithin = std::chrono::hours{options.integer("result_within_hours").value_or(usualHours)};
    settings.verifier = verifierSettingsOf(account, options);
    return settings;
}

}  // namespace verdesk::providers::passport_io
