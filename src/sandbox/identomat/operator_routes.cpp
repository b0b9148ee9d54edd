// The operator's page: Identomat's "Manage platform", as far as a call, its questionnaires and its end need it.
#include "sandbox/control.h"
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/page_call.h"
#include "sandbox/identomat/people.h"
#include "sandbox/identomat/questionnaire.h"
#include "sandbox/identomat/result.h"
#include "sandbox/language.h"
#include "sandbox/page.h"

namespace verdesk::sandbox::identomat {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

Json operatorsSteps(const Session& session) {
    Json steps = Json::array();
    for (const auto& step : session.steps) {
        if (textIn(step, "type") == "operator-questionnaire") {
            auto shown = step;
            shown["answers"] = session.answers.value(textIn(step, "key"), presetsOf(step));
            shown["done"] = session.done.contains(textIn(step, "key"));
            steps.push_back(std::move(shown));
        }
    }
    return steps;
}

}  // namespace

void Identomat::addOperatorRoutes(http::Router& router) {
    const auto told = [this](const Session& session) {
        return reply(200, {{"status", nameOf(session.status)},
                           {"result", resultWord(session, clock_.now())},
                           {"customer", personOrFirst(session.person).name()},
                           {"joined", session.call.joined.has_value()},
                           {"ended", session.call.ended},
                           {"participants", participantsOf(session)},
                           {"questionnaires", operatorsSteps(session)}});
    };
    // Of a session that is there.
    const auto at = [&](const char* method, const std::string& path, PageAct act) {
        router.add(method, "/manage/{token}" + path,
                   controlled([this, act = std::move(act)](Request request) -> asio::awaitable<Response> {
                       auto* session = sessions_.find(request.parameters.at("token"));
                       if (session == nullptr || session->status == Status::deleted) {
                           co_return pageProblem(404, "noSuchSession");
                       }
                       co_return co_await act(request, *session);
                   }));
    };
    at("GET", "", [this](const Request& request, Session& session) -> asio::awaitable<Response> {
        co_return htmlPage(200, filled("identomat/operator.html", {{"language", languageOf(request)},
                                                                   {"session", session.token},
                                                                   {"institution", institution_}}));
    });
    at("GET", "/session",
       [told](const Request&, Session& session) -> asio::awaitable<Response> { co_return told(session); });
    at("POST", "/attend", [this, told](const Request&, Session& session) -> asio::awaitable<Response> {
        for (auto* each : sessions_.groupOf(session)) {
            each->call.operatorHere = each->call.joined.has_value();
        }
        co_return told(session);
    });
    at("POST", "/answers/{key}", [told](const Request& request, Session& session) -> asio::awaitable<Response> {
        const auto* step = stepOf(session, request.parameters.at("key"));
        if (step == nullptr || textIn(*step, "type") != "operator-questionnaire") {
            co_return pageProblem(404, "noSuchSession");
        }
        const auto answers = Body{request.body}.object("answers").value_or(Json::object());
        if (const auto missing = answer(session, *step, answers)) {
            co_return pageProblem(422, "answerMissing", *missing);
        }
        co_return told(session);
    });
    // For everybody who is in the call.
    at("POST", "/end", [this, told](const Request&, Session& session) -> asio::awaitable<Response> {
        for (auto* each : sessions_.groupOf(session)) {
            if (each->call.joined && !each->call.ended) {
                endCall(*each);
                co_await finishIfDone(*each);
            }
        }
        co_return told(session);
    });
    at("POST", "/decide", [this, told](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body body{request.body};
        const auto outcome = Outcome::from(body, session.outcome);
        body.refuseOthers();
        if (session.status != Status::finished) {
            co_return pageProblem(409, "notFinished");
        }
        co_await decide(session, outcome);
        co_return told(session);
    });
    at("POST", "/share", [this, told](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body body{request.body};
        co_await share(session, body);
        co_return told(session);
    });
}

}  // namespace verdesk::sandbox::identomat
