// The widget as a page, and what it is told of its session.
#include "sandbox/control.h"
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/people.h"
#include "sandbox/language.h"
#include "sandbox/mishap.h"
#include "sandbox/page.h"

namespace verdesk::sandbox::identomat {

using http::Request;
using http::Response;

namespace {

constexpr std::chrono::milliseconds operatorAfter{1'500};

std::string joined(const std::vector<std::string>& origins) {
    std::string all;
    for (const auto& origin : origins) {
        all += (all.empty() ? "" : " ") + origin;
    }
    return all.empty() ? "'none'" : all;
}

std::string queried(const Request& request, const std::string& name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::string{} : found->second;
}

// What the session wants, or what the customer chose in the page.
std::string languageIn(const Request& request, const Session& session) {
    const auto chosen = queried(request, "language");
    const auto wanted = chosen.empty() ? textIn(session.flags, "language") : chosen;
    return wanted.empty() ? "en" : wanted;
}

bool isPhone(std::string_view userAgent) {
    return userAgent.find("Mobi") != std::string_view::npos;
}

}  // namespace

Response Identomat::problemPage(int status, const std::string& language, const std::string& why) const {
    return htmlPage(status, filled("identomat/problem.html", {{"language", language}, {"why", why}}),
                    {joined(company_.deskOrigins), "'none'"});
}

std::string Identomat::linkTo(const Session& session) const {
    return place().origin + "/?session_token=" + session.token;
}

bool Identomat::isOperatorHere(const Session& session) const {
    const auto& call = session.call;
    return call.joined &&
           (call.operatorHere || (company_.automaticOperator && clock_.now() >= *call.joined + operatorAfter));
}

Json Identomat::participantsOf(const Session& session) {
    Json names = Json::array();
    for (const auto* each : sessions_.groupOf(session)) {
        if (each->call.joined && !each->call.ended) {
            names.push_back(each->call.name.empty() ? personOrFirst(each->person).name() : each->call.name);
        }
    }
    return names;
}

Json Identomat::view(const Session& session, std::string_view userAgent) {
    Json steps = Json::array();
    for (auto step : session.steps) {
        if (step.at("type") != "operator-questionnaire") {
            step["done"] = session.done.contains(step.at("key").get<std::string>());
            steps.push_back(std::move(step));
        }
    }
    const auto* next = nextStep(session);
    const auto key = next == nullptr ? std::string{} : textIn(*next, "key");
    const auto sent = session.codes.value(key, Json::object());
    const auto own = textIn(session.flags, "switch_device_url");
    const bool shared = !isOn(session.flags, "restrict_url_sharing");
    return {{"status", nameOf(session.status)},
            {"flags", session.flags},
            {"steps", std::move(steps)},
            {"next", key},
            {"phonesOnly", isOn(session.flags, "skip_desktop") && !isPhone(userAgent)},
            {"link", own.empty() && shared ? linkTo(session) : own},
            {"sentTo", textIn(sent, "to")},
            {"hint", company_.showCodes ? textIn(sent, "code") : ""},
            {"call",
             {{"joined", session.call.joined.has_value()},
              {"operatorHere", isOperatorHere(session)},
              {"mayEnd", company_.automaticOperator && isOperatorHere(session)},
              {"participants", participantsOf(session)}}}};
}

Response Identomat::widget(const Request& request) {
    const auto* session = sessions_.find(queried(request, "session_token"));
    if (session == nullptr || session->status == Status::deleted) {
        return problemPage(404, languageOf(request), "noSuchSession");
    }
    const auto language = languageIn(request, *session);
    const bool german = language.substr(0, 2) == "de";
    if (session->isExpired(clock_.now())) {
        return problemPage(410, german ? "de" : "en", "sessionExpired");
    }
    PagePolicy policy{joined(company_.deskOrigins), "'none'"};
    if (tricks_.on("foreignMessage")) {
        policy.frames = place().main;
    }
    return htmlPage(200,
                    filled("identomat/widget.html", {{"language", german ? "de" : "en"},
                                                     {"titles", language},
                                                     {"session", session->token},
                                                     {"institution", institution_},
                                                     {"tricks", tricks_.words()},
                                                     {"stranger", place().main + "/control/identomat/stranger"}}),
                    policy);
}

void Identomat::addPageRoutes(http::Router& router) {
    const MishapForm form{[this](int status, std::string_view) { return problemPage(status, "en", "problemText"); },
                          "[]"};
    router.add(
        "GET", "/",
        withFaults(faults_, "widget", form, controlled([this](const Request& request) { return widget(request); })));
    for (const std::string name :
         {"widget.css", "widget.js", "steps.js", "forms.js", "call.js", "widget_words.js", "operator.js"}) {
        router.add("GET", "/" + name, assetFile("identomat/" + name));
    }
}

}  // namespace verdesk::sandbox::identomat
