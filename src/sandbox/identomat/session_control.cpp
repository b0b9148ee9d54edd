// What a test does in the customer's and the operator's places. The page that shows the session goes on by itself.
#include "sandbox/control.h"
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/people.h"
#include "sandbox/identomat/result.h"

namespace verdesk::sandbox::identomat {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

using Act = std::function<asio::awaitable<Response>(const Request&, Session&)>;

struct Ending {
    const char* path;
    const char* result;  // empty: what the person would get
};

constexpr Ending endings[]{
    {"finish", ""}, {"approve", "approved"}, {"reject", "rejected"}, {"manual-check", "manual_check"}};

// {questionnaire's key: {question's key: answer}}. Throws BadBody for what no customer could have answered.
void fillIn(Session& session, const Json& answers) {
    for (const auto& [key, given] : answers.items()) {
        const auto* step = stepOf(session, key);
        if (step == nullptr || !step->contains("questions") || !given.is_object()) {
            throw BadBody{"answers: there is no questionnaire " + key};
        }
        if (const auto question = answer(session, *step, given)) {
            throw BadBody{"answers: " + key + "." + *question};
        }
    }
}

}  // namespace

void Identomat::addSessionControl(http::Router& router, const std::string& prefix) {
    const auto told = [this](const Session& session) {
        auto value = session.toJson();
        value["result"] = resultWord(session, clock_.now());
        value["expired"] = session.isExpired(clock_.now());
        value["link"] = linkTo(session);
        value["expires"] = timeText(session.expires);
        value["decided"] = session.decided ? Json(timeText(*session.decided)) : Json();
        return value;
    };
    const auto at = [&](const std::string& path, Act act) {
        router.add("POST", prefix + "/sessions/{token}/" + path,
                   controlled([this, told, act = std::move(act)](Request request) -> asio::awaitable<Response> {
                       auto* session = sessions_.find(request.parameters.at("token"));
                       if (session == nullptr || session->status == Status::deleted) {
                           co_return problem(404, "there is no such session");
                       }
                       auto refusal = co_await act(request, *session);
                       co_return refusal.status == 200 ? reply(200, told(*session)) : refusal;
                   }));
    };
    router.add("GET", prefix + "/sessions", controlled([this, told](const Request&) {
                   Json list = Json::array();
                   for (const auto* session : sessions_.all()) {
                       list.push_back(told(*session));
                   }
                   return reply(200, {{"sessions", std::move(list)}});
               }));
    // Goes through all that is left, as that person, and ends so; where it was over, decides anew.
    for (const auto& ending : endings) {
        at(ending.path,
           [this, wanted = std::string{ending.result}](const Request& request,
                                                       Session& session) -> asio::awaitable<Response> {
               Body body{request.body};
               const auto person = body.text("person");
               const auto answers = body.object("answers").value_or(Json::object());
               auto outcome = Outcome::from(body, session.status == Status::finished ? session.outcome : usual_);
               body.refuseOthers();
               if (person && findPerson(*person) == nullptr) {
                   throw BadBody{"person: unknown"};
               }
               if (session.isExpired(clock_.now()) || session.status == Status::disagreed) {
                   co_return problem(409, "the session is over");
               }
               if (!wanted.empty() && !body.whole().contains("result")) {
                   outcome.result = wanted;
               }
               session.person = person.value_or(session.person);
               fillIn(session, answers);
               if (session.status == Status::finished) {
                   co_await decide(session, std::move(outcome));
                   co_return Response{};
               }
               session.address = session.address.empty() ? request.peer : session.address;
               session.outcome = std::move(outcome);
               goThrough(session);
               co_await finish(session);
               co_return Response{};
           });
    }
    at("disagree", [this](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body{request.body}.refuseOthers();
        session.status = Status::disagreed;
        if (company_.statusCallbacks) {
            co_await tell(statusCallback(session.token, "disagreed_with_terms"), std::chrono::milliseconds{0});
        }
        co_return Response{};
    });
    at("answers", [](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body body{request.body};
        const auto answers = body.object("answers").value_or(Json::object());
        body.refuseOthers();
        fillIn(session, answers);
        co_return Response{};
    });
    // A match that is found later, or is looked at: the whole list.
    at("screening", [this](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body body{request.body};
        const auto& person = personOrFirst(session.person);
        auto outcome = session.outcome;
        outcome.screening = body.list("matches").value_or(Json::array({screeningMatch(
            person.firstName + " " + person.lastName, 0.88, "sanction-" + session.token.substr(0, 6))}));
        body.refuseOthers();
        if (session.status != Status::finished) {
            co_return problem(409, "the session is not finished");
        }
        co_await decide(session, std::move(outcome));
        co_return Response{};
    });
    at("share", [this](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body body{request.body};
        co_await share(session, body);
        co_return Response{};
    });
    at("expire", [this](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body{request.body}.refuseOthers();
        session.expires = clock_.now();
        co_return Response{};
    });
}

}  // namespace verdesk::sandbox::identomat
