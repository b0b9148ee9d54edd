#include "providers/passport_io/widget.h"

#include "contract/json_text.h"
#include "providers/answer.h"
#include "providers/base_url.h"
#include "providers/query.h"

namespace verdesk::providers::passport_io {
namespace {

using nlohmann::json;

// A text of JavaScript, that cannot end the element it may stand in either.
std::string literalOf(std::string_view text) {
    auto literal = json(text).dump(-1, ' ', true, json::error_handler_t::replace);
    for (auto at = literal.find('<'); at != std::string::npos; at = literal.find('<', at)) {
        literal.replace(at, 1, "\\u003c");
    }
    return literal;
}

}  // namespace

HttpRequest tokenRequest(const AccountSettings& settings) {
    auto request =
        post(settings.tokenUrl)
            .sending(queryOf({{"verify_request_type", "user_verification"}}), "application/x-www-form-urlencoded")
            .with("Authorization", "Bearer " + std::string{settings.clientSecret->reveal()})
            .with("Accept", "application/json");
    request.repeatable = true;
    request.within = std::chrono::seconds{5};  // as in Passport.io's sample
    return request;
}

std::string tokenIn(const HttpReply& reply, const AccountSettings& settings) {
    if (!isSuccess(reply)) {
        std::string text = "Passport.io answered " + std::to_string(reply.status);
        const auto document = jsonOrNone(reply.body);
        // What an error looks like is not documented: the members that others use are looked for.
        for (const auto* member : {"error", "message", "detail"}) {
            const auto found = document.is_object() ? document.find(member) : document.end();
            if (found != document.end() && found->is_string()) {
                text += ": " + without(oneLine(found->get<std::string>(), 200), {settings.clientSecret->reveal()});
                break;
            }
        }
        throw ProviderError{failureOf(reply.status), text, reply.body};
    }
    return readBody("Passport.io", reply, [](const json& document) {
        auto token = JsonReader{document}.requiredText("token");
        if (token.empty()) {
            throw MemberError{"token", "must not be empty"};
        }
        return token;
    });
}

WidgetLaunch widgetLaunch(const AccountSettings& settings, const std::string& token, const std::string& reference) {
    WidgetLaunch launch;
    launch.page = settings.widgetUrl + "?" +
                  queryOf({{"clientId", settings.clientId}, {"client_token", token}, {"referenceId", reference}});
    launch.placement = Placement::iframe;
    launch.origins = originsOf(settings.widgetUrl, settings.extraOrigins);
    launch.allow = settings.allow;
    // "Close me" comes when the customer's data was sent. It says nothing about the result.
    launch.on.push_back({json{{"messageType", "triggerCloseWidget"}}, MessageAction::finish, nullptr});
    return launch;
}

ScriptLaunch loginLaunch(const AccountSettings& settings) {
    ScriptLaunch launch;
    launch.script = settings.loginScript;
    launch.call = "passportIo.renderButton({baseUrl: " + literalOf(settings.loginBase) +
                  ", clientId: " + literalOf(settings.loginClientId) +
                  ", clientSecret: " + literalOf(settings.loginClientSecret->reveal()) +
                  ", container: container, tokenCallback: answer});";
    launch.origins = originsOf(settings.loginBase, settings.extraOrigins);
    return launch;
}

}  // namespace verdesk::providers::passport_io
