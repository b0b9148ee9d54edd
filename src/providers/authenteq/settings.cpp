#include "providers/authenteq/settings.h"

#include "providers/base_url.h"
#include "providers/findings.h"

#include <algorithm>

namespace verdesk::providers::authenteq {
namespace {

using Where = ConfigProblem::Where;

constexpr std::int64_t usualSessionMinutes = 30;

// The paths of one kind are a mistake with the other: they would do nothing.
struct PathOption {
    const char* key;
    Kind kind;
    const char* usual;
};
constexpr std::array<PathOption, 5> paths{{
    {"authorize_path", Kind::webKyc, "/authorize"},
    {"token_path", Kind::webKyc, "/v2/web-kyc/token"},
    {"details_path", Kind::webKyc, "/v2/web-kyc/details"},
    {"url_path", Kind::webIdv, "/web-idv/verification-url"},
    {"result_path", Kind::webIdv, "/web-idv/verification-result"},
}};

std::string_view otherKind(Kind kind) {
    return toWord(kind == Kind::webKyc ? Kind::webIdv : Kind::webKyc);
}

// Nothing where it is none; said by checkAccount.
std::optional<Kind> kindIn(const JsonReader& options) {
    const auto& all = options.json();
    const auto found = all.find("kind");
    if (found == all.end() || found->is_null()) {
        return Kind::webKyc;
    }
    return found->is_string() ? fromWord<Kind>(found->get<std::string>()) : std::nullopt;
}

void onlyOf(Findings& found, const JsonReader& options, const char* key, Kind needed, std::optional<Kind> kind) {
    if (kind && *kind != needed && options.has(key)) {
        found.add(key, "does nothing with the kind \"" + std::string{otherKind(needed)} + "\"");
    }
}

std::vector<ConfigProblem> checkAccount(const Account& account) {
    Findings found{Where::account};
    const JsonReader options{tableOf(account.options)};
    const auto kind = kindIn(options);
    if (!kind) {
        found.add("kind", "must be \"web_kyc\" or \"web_idv\"");
    }
    found.publicId(options, "client_id", "Authenteq gives it with the secret");
    found.secret(account, "client_secret", "Authenteq gives it with the client_id");
    found.baseUrl(options, "identity_base_url");
    found.baseUrl(options, "api_base_url");
    onlyOf(found, options, "identity_base_url", Kind::webKyc, kind);
    for (const auto& each : paths) {
        found.path(options, each.key);
        onlyOf(found, options, each.key, each.kind, kind);
    }
    const auto grant = found.take([&] { return options.text("grant_type"); });
    if (grant && *grant != "authorization_code" && *grant != "authorizationCode") {
        found.add("grant_type", "must be \"authorization_code\" or \"authorizationCode\": Authenteq shows both");
    }
    onlyOf(found, options, "grant_type", Kind::webKyc, kind);
    found.origins(options, "extra_origins");
    found.words(options, "allow", {"camera", "microphone"});
    return std::move(found).problems();
}

bool isCountry(const std::string& text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// `kind`: nothing where it is not known.
std::vector<ConfigProblem> checkFlow(const FlowOptions& flow, std::optional<Kind> kind) {
    Findings found{Where::flow};
    const JsonReader options{tableOf(flow.options)};
    found.range(options, "session_minutes", 1, 24 * 60);
    found.range(options, "minimum_age", 1, 120);
    for (const auto& country : found.take([&] { return options.texts("accepted_issuers"); })) {
        if (!isCountry(country)) {
            found.add("accepted_issuers", "\"" + country + "\" is no country in three capitals, such as DEU");
        }
    }
    if (const auto slug = found.take([&] { return options.text("flow_slug"); }); slug && !isOneWord(*slug)) {
        found.add("flow_slug", "has a blank or another character that no slug has");
    }
    found.take([&] { return options.flag("multi_document"); });
    onlyOf(found, options, "flow_slug", Kind::webIdv, kind);
    onlyOf(found, options, "multi_document", Kind::webIdv, kind);
    return std::move(found).problems();
}

}  // namespace

std::vector<std::string> accountOptions() {
    std::vector<std::string> all{"client_id",     "kind", "identity_base_url", "api_base_url", "grant_type",
                                 "extra_origins", "allow"};
    for (const auto& each : paths) {
        all.emplace_back(each.key);
    }
    return all;
}

std::vector<std::string> flowOptions() {
    return {"session_minutes", "minimum_age", "accepted_issuers", "flow_slug", "multi_document"};
}

std::vector<ConfigProblem> check(const Account& account, const FlowOptions* flow, const ProviderInfo& info) {
    auto problems = checkAccount(account);
    if (flow != nullptr) {
        Findings found{Where::flow};
        checkAsks(found, *flow, info);
        checkLaunches(found, *flow, info);
        const auto add = [&](std::vector<ConfigProblem> more) {
            std::move(more.begin(), more.end(), std::back_inserter(problems));
        };
        add(checkFlow(*flow, kindIn(JsonReader{tableOf(account.options)})));
        add(std::move(found).problems());
    }
    return problems;
}

AccountSettings settingsOf(const Account& account) {
    requireNone(checkAccount(account));
    const JsonReader options{tableOf(account.options)};
    AccountSettings settings;
    settings.kind = *kindIn(options);
    settings.clientId = options.requiredText("client_id");
    settings.clientSecret = account.secret("client_secret");
    settings.grantType = options.text("grant_type").value_or("authorization_code");
    const auto identity =
        withoutTrailingSlashes(options.text("identity_base_url").value_or("https://identity.authenteq.com"));
    const auto api = withoutTrailingSlashes(
        options.text("api_base_url")
            .value_or(settings.kind == Kind::webKyc ? "https://api.authenteq.com" : "https://api.app.authenteq.com"));
    const auto path = [&](std::size_t which) { return options.text(paths[which].key).value_or(paths[which].usual); };
    settings.authorizeUrl = identity + path(0);
    settings.tokenUrl = api + path(1);
    settings.detailsUrl = api + path(2);
    settings.verificationUrl = api + path(3);
    settings.resultUrl = api + path(4);
    settings.extraOrigins = options.texts("extra_origins");
    settings.allow = options.has("allow") ? options.texts("allow") : std::vector<std::string>{"camera"};
    return settings;
}

FlowSettings settingsOf(const FlowOptions& flow) {
    requireNone(checkFlow(flow, std::nullopt));
    const JsonReader options{tableOf(flow.options)};
    return {std::chrono::minutes{options.integer("session_minutes").value_or(usualSessionMinutes)},
            options.integer("minimum_age"), options.texts("accepted_issuers"), options.text("flow_slug").value_or(""),
            options.flag("multi_document").value_or(false)};
}

}  // namespace verdesk::providers::authenteq
