#include "providers/passbase/settings.h"

#include "providers/base_url.h"
#include "providers/passbase/checks.h"

#include <algorithm>

namespace verdesk::providers::passbase {
namespace {

constexpr std::int64_t usualPages = 20;
constexpr std::int64_t usualSession = 60;

std::string below(const JsonReader& options, const char* base, const char* usualBase, const char* path,
                  const char* usualPath) {
    return withoutTrailingSlashes(options.text(base).value_or(usualBase)) +
           withoutTrailingSlashes(options.text(path).value_or(usualPath));
}

}  // namespace

std::vector<std::string> accountOptions() {
    return {"publishable_key", "slug",         "project_environment",
            "decline_below",   "accept_from",  "most_pages",
            "further_origins", "api_base_url", "api_path",
            "button_base_url", "button_path",  "link_base_url"};
}

std::vector<std::string> flowOptions() {
    return {"prefill", "country", "countries", "show_button", "reauthentication", "session_minutes"};
}

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info) {
    auto problems = checkAccount(account);
    if (flow != nullptr) {
        const auto add = [&](std::vector<ConfigProblem> more) {
            std::move(more.begin(), more.end(), std::back_inserter(problems));
        };
        Findings found{ConfigProblem::Where::flow};
        checkAsks(found, *flow, info);
        checkLaunches(found, *flow, info);
        add(checkFlow(*flow));
        add(checkTogether(account, *flow));
        add(std::move(found).problems());
    }
    return problems;
}

AccountSettings settingsOf(const Account& account) {
    requireNone(checkAccount(account));
    const JsonReader options{tableOf(account.options)};
    AccountSettings settings;
    settings.secretKey = account.secret("secret_key");
    settings.metadataKey = account.secret("metadata_key");
    settings.publishableKey = options.text("publishable_key").value_or("");
    settings.apiUrl = below(options, "api_base_url", "https://api.passbase.com", "api_path", "/verification/v2");
    settings.buttonUrl =
        below(options, "button_base_url", "https://button.passbase.com", "button_path", "/browser/v4/controller.html");
    settings.slug = options.text("slug").value_or("");
    if (!settings.slug.empty()) {
        settings.linkUrl =
            withoutTrailingSlashes(options.text("link_base_url").value_or("https://verify.passbase.com")) + "/" +
            settings.slug;
    }
    settings.pageOrigins = options.texts("further_origins");
    settings.declineBelow = options.number("decline_below");
    settings.acceptFrom = options.number("accept_from");
    settings.mostPages = options.integer("most_pages").value_or(usualPages);
    return settings;
}

FlowSettings settingsOf(const FlowOptions& flow) {
    requireNone(checkFlow(flow));
    const JsonReader options{tableOf(flow.options)};
    FlowSettings settings;
    settings.reauthentication = options.flag("reauthentication").value_or(false);
    settings.showButton = options.flag("show_button").value_or(false);
    const auto prefill =
        options.has("prefill") ? options.texts("prefill") : std::vector<std::string>{"email", "country"};
    const auto may = [&](const char* what) {
        return !settings.reauthentication && std::find(prefill.begin(), prefill.end(), what) != prefill.end();
    };
    settings.asksEmail = may("email");
    settings.asksCountry = may("country");
    settings.country = options.text("country").value_or("");
    settings.countries = options.texts("countries");
    settings.session = std::chrono::minutes{options.integer("session_minutes").value_or(usualSession)};
    return settings;
}

Environment environmentFrom(std::string_view word) {
    if (word == "sandbox") {
        return Environment::sandbox;
    }
    return word == "production" ? Environment::live : Environment::unknown;
}

}  // namespace verdesk::providers::passbase
