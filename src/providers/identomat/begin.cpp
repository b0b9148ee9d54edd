#include "providers/identomat/begin.h"

#include "providers/base_url.h"
#include "providers/identomat/calls.h"
#include "providers/identomat/flags.h"
#include "providers/identomat/forms.h"
#include "providers/identomat/steps.h"
#include "providers/query.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;

// Identomat's word for the customer's language; empty where its page does not speak it.
std::string languageOf(const std::string& language, const AccountSettings& account) {
    const auto two = language.substr(0, 2);
    for (const auto& word : {language, two, std::string{two == "el" ? "gr" : ""}}) {
        if (std::find(account.languages.begin(), account.languages.end(), word) != account.languages.end()) {
            return word;
        }
    }
    return {};
}

json parametersOf(const Context& context, const Subject& subject, const AccountSettings& account,
                  const FlowSettings& flow) {
    auto flags = flow.flags;
    const auto language = languageOf(subject.language, account);
    if (!flags.contains("language") && !language.empty()) {
        flags["language"] = language;
    }
    if (subject.launch == LaunchKind::redirect) {
        flags["return_url"] = context.returnUrl;  // without it the page takes itself for a frame's
    }
    json parameters{{"flags", std::move(flags)}};
    if (!flow.configId.empty()) {
        parameters["config_id"] = flow.configId;
    }
    if (auto steps = stepsWith(flow, subject.answers); !steps.empty()) {
        parameters["steps"] = std::move(steps);
    }
    if (!subject.parent.empty()) {
        parameters["parent_session_id"] = subject.parent;
    }
    return parameters;
}

// A saved configuration may have a call in it, and is the one way to ask where the customer is.
std::vector<std::string> permissionsOf(const AccountSettings& account, const FlowSettings& flow) {
    if (!account.allow.empty()) {
        return account.allow;
    }
    if (!flow.configId.empty()) {
        return {"camera", "microphone", "geolocation"};
    }
    return hasStep(flow.steps, "video-call") ? std::vector<std::string>{"camera", "microphone"}
                                             : std::vector<std::string>{"camera"};
}

WidgetLaunch frameOf(const std::string& page, const AccountSettings& account, const FlowSettings& flow) {
    WidgetLaunch launch;
    launch.page = page;
    launch.placement = Placement::iframe;
    launch.origins = originsOf(page, account.pageOrigins);
    launch.allow = permissionsOf(account, flow);
    // "The customer is done." What came of it has to be asked for.
    launch.on.push_back({json("DONE"), MessageAction::finish, nullptr});
    return launch;
}

Launch launchOf(const Context& context, const Subject& subject, const AccountSettings& account,
                const FlowSettings& flow, const std::string& token) {
    const auto page = account.pageUrl + "?" + queryOf({{"session_token", token}});
    Launch launch;
    if (subject.launch == LaunchKind::widget) {
        launch.what = frameOf(page, account, flow);
    } else {
        launch.what = RedirectLaunch{
            page, context.returnUrl, {}, originsOf(page, account.pageOrigins), permissionsOf(account, flow)};
    }
    const auto address = addressOf(page);
    const bool staysHere = isSet(flow.flags, "restrict_url_sharing");
    if (!staysHere && address && !isLoopback(address->host)) {
        launch.phoneUrl = page;
    }
    launch.expiresAt = context.now + account.tokenWithin;
    launch.opensOnce = staysHere;  // a page that is opened again is another browser
    return launch;
}

}  // namespace

Exchange<Begun> begin(const Context& context, const Subject& subject) {
    const auto account = settingsOf(context.account);
    const auto flow = settingsOf(context.flow);
    if (subject.launch != LaunchKind::widget && subject.launch != LaunchKind::redirect) {
        throw ProviderError{Failure::configuration, "Identomat can do the launches widget and redirect alone"};
    }
    auto request = requestOf(account, "/begin/", parametersOf(context, subject, account, flow));
    // A session that nobody opens hurts nobody, but one more in a call would be a person who never comes.
    request.repeatable = subject.parent.empty();
    const HttpReply reply = co_await std::move(request);
    Begun begun;
    begun.providerKey = tokenIn(reply, account);
    begun.launches.push_back(launchOf(context, subject, account, flow, begun.providerKey));
    begun.deadline = context.now + flow.session;
    co_return begun;  // the answer is the token and nothing else: it is not kept a second time
}

}  // namespace verdesk::providers::identomat
