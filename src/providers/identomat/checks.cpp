#include "providers/identomat/checks.h"

#include "providers/identomat/flags.h"
#include "providers/identomat/steps.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

using Where = ConfigProblem::Where;

constexpr std::int64_t longestToken = 24 * 60;
constexpr std::int64_t longestSession = 7 * 24 * 60;  // an operator may take days
constexpr std::size_t configIdSize = 24;

bool asks(const FlowOptions& flow, std::string_view claim) {
    return std::find(flow.asks.begin(), flow.asks.end(), claim) != flow.asks.end();
}

bool hasSecret(const Account& account, const char* name) {
    return account.secret(name) != nullptr;
}

void checkSecrets(Findings& found, const Account& account) {
    found.secret(account, "company_key", "Identomat shows it once, in Settings, Integration");
    for (const auto* key : {"secret_key", "callback_api_key"}) {
        if (account.secrets.contains(key)) {
            found.secret(account, key, "leave it out, or give one");
        }
    }
    if (hasSecret(account, "callback_api_key") && !hasSecret(account, "hook_segment")) {
        found.add("hook_segment", "is missing: callbacks come to this account's own address");
    } else if (hasSecret(account, "hook_segment") && !hasSecret(account, "callback_api_key")) {
        found.add("callback_api_key", "is missing: without it every callback is refused");
    }
}

void checkWords(Findings& found, const JsonReader& options, const char* key) {
    for (const auto& word : found.take([&] { return options.texts(key); })) {
        if (!isOneWord(word)) {
            found.add(key, "\"" + word + "\" is no word");
        }
    }
}

void checkConfigId(Findings& found, const JsonReader& options) {
    const auto id = found.take([&] { return options.text("config_id"); });
    const bool isHex = !id || (id->size() == configIdSize && std::all_of(id->begin(), id->end(), [](char c) {
                                   return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                               }));
    if (!isHex) {
        found.add("config_id", "must be the id of a saved configuration: 24 digits or letters from a to f");
    }
    const auto steps = options.json().find("steps");
    const bool isEmpty = steps != options.json().end() && steps->is_array() && steps->empty();
    if (!options.has("config_id") && (!options.has("steps") || isEmpty)) {
        found.add("steps", "is missing: say what the customer goes through, or name a saved configuration (config_id)");
    }
}

void checkKept(Findings& found, const FlowOptions& flow) {
    for (const auto claim : {claims::name::documentFront, claims::name::documentBack, claims::name::faceImage}) {
        if (asks(flow, claim) && !flow.keep.documents) {
            found.add("asks", "\"" + std::string{claim} + "\" can be there only where the flow keeps documents");
        }
    }
    if (asks(flow, claims::name::faceVideo) && !flow.keep.video) {
        found.add("asks", "\"face_video\" can be there only where the flow keeps video");
    }
}

}  // namespace

std::vector<ConfigProblem> checkAccount(const Account& account) {
    Findings found{Where::account};
    const JsonReader options{tableOf(account.options)};
    checkSecrets(found, account);
    for (const auto* key : {"api_base_url", "page_base_url"}) {
        found.baseUrl(options, key);
    }
    for (const auto* key : {"api_path", "page_path"}) {
        found.path(options, key);
    }
    found.origins(options, "extra_origins");
    found.words(options, "allow", {"camera", "microphone", "geolocation", "fullscreen", "autoplay", "clipboard-write"});
    for (const auto* key : {"languages", "disagreed_words", "matching_statuses", "cleared_statuses", "email_members",
                            "email_text_members"}) {
        checkWords(found, options, key);
    }
    found.range(options, "token_minutes", 1, longestToken);
    return std::move(found).problems();
}

std::vector<ConfigProblem> checkFlow(const FlowOptions& flow) {
    Findings found{Where::flow};
    const JsonReader options{tableOf(flow.options)};
    checkConfigId(found, options);
    checkFlags(found, options);
    checkSteps(found, options);
    found.range(options, "session_minutes", 1, longestSession);
    checkKept(found, flow);
    return std::move(found).problems();
}

}  // namespace verdesk::providers::identomat
