#include "providers/identomat/settings.h"

#include "providers/base_url.h"
#include "providers/identomat/checks.h"
#include "providers/identomat/steps.h"

#include <iterator>

namespace verdesk::providers::identomat {
namespace {

constexpr std::int64_t usualToken = 15;  // minutes, documented
constexpr std::int64_t usualSession = 60;

std::vector<std::string> textsOr(const JsonReader& options, const char* key, std::vector<std::string> otherwise) {
    return options.has(key) ? options.texts(key) : std::move(otherwise);
}

}  // namespace

std::vector<std::string> accountOptions() {
    return {"api_base_url",  "api_path",           "page_base_url",   "page_path",         "extra_origins",
            "allow",         "languages",          "disagreed_words", "matching_statuses", "cleared_statuses",
            "email_members", "email_text_members", "token_minutes"};
}

std::vector<std::string> flowOptions() {
    return {"config_id", "flags", "steps", "session_minutes"};
}

std::vector<std::string> secretNames() {
    // The segment is the backend's; it is named here so that `check` sees whether it is there.
    return {"company_key", "secret_key", "callback_api_key", "hook_segment"};
}

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info) {
    auto problems = checkAccount(account);
    if (flow != nullptr) {
        Findings found{ConfigProblem::Where::flow};
        checkAsks(found, *flow, info);
        checkLaunches(found, *flow, info);
        for (auto& more : {checkFlow(*flow), std::move(found).problems()}) {
            problems.insert(problems.end(), more.begin(), more.end());
        }
    }
    return problems;
}

AccountSettings settingsOf(const Account& account) {
    requireNone(checkAccount(account));
    const JsonReader options{tableOf(account.options)};
    AccountSettings settings;
    settings.companyKey = account.secret("company_key");
    if (account.secret("secret_key") != nullptr) {
        settings.secretKeys = &account.secrets.at("secret_key");
    }
    settings.apiUrl = withoutTrailingSlashes(options.text("api_base_url").value_or("https://widget.identomat.com")) +
                      withoutTrailingSlashes(options.text("api_path").value_or("/external-api"));
    settings.pageUrl = withoutTrailingSlashes(options.text("page_base_url").value_or("https://widget.identomat.com")) +
                       options.text("page_path").value_or("/");
    settings.pageOrigins = options.texts("extra_origins");
    settings.allow = options.texts("allow");
    settings.languages = textsOr(options, "languages", {"en", "ka", "ru", "es", "uk", "uz", "gr"});
    settings.disagreedWords = textsOr(options, "disagreed_words", {"disagreed_with_terms"});
    settings.matchingStatuses = options.texts("matching_statuses");
    settings.clearedStatuses = options.texts("cleared_statuses");
    settings.emailMembers = textsOr(options, "email_members", {"email", "emailAddress", "to"});
    settings.emailTextMembers = textsOr(options, "email_text_members", {"text"});
    settings.tokenWithin = std::chrono::minutes{options.integer("token_minutes").value_or(usualToken)};
    return settings;
}

FlowSettings settingsOf(const FlowOptions& flow) {
    requireNone(checkFlow(flow));
    const JsonReader options{tableOf(flow.options)};
    FlowSettings settings;
    settings.configId = options.text("config_id").value_or("");
    if (options.has("flags")) {
        settings.flags = options.json().at("flags");
    }
    if (options.has("steps")) {
        settings.steps = withKeys(options.json().at("steps"));
    }
    settings.session = std::chrono::minutes{options.integer("session_minutes").value_or(usualSession)};
    return settings;
}

}  // namespace verdesk::providers::identomat
