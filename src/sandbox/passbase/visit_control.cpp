// What a test does in the customer's place. The page that shows the visit goes on by itself, as after its own buttons.
#include "sandbox/control.h"
#include "sandbox/passbase/passbase.h"

namespace verdesk::sandbox::passbase {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

const std::vector<std::string>& errorCodes() {
    static const std::vector<std::string> all{"CANCELLED_BY_USER", "BIOMETRIC_AUTHENTICATION_FAILED", "FATAL_ERROR"};
    return all;
}

}  // namespace

void Passbase::addVisitControl(http::Router& router, const std::string& prefix) {
    const auto at = [&](const std::string& path, std::function<asio::awaitable<Response>(const Request&, Visit)> act) {
        router.add("POST", prefix + "/sessions/{visit}" + path,
                   controlled([this, act = std::move(act)](Request request) -> asio::awaitable<Response> {
                       const auto* visit = visits_.find(request.parameters.at("visit"));
                       if (visit == nullptr || visit->status != VisitStatus::open) {
                           co_return problem(visit == nullptr ? 404 : 409, "there is no such open session");
                       }
                       const auto id = visit->id;
                       auto refusal = co_await act(request, *visit);
                       co_return refusal.status == 200 ? reply(200, visits_.find(id)->toJson()) : refusal;
                   }));
    };
    router.add("GET", prefix + "/sessions", controlled([this](const Request&) {
                   return reply(200, {{"sessions", visits_.toJson()}});
               }));
    at("/submit", [this](const Request& request, Visit visit) -> asio::awaitable<Response> {
        Body body{request.body};
        const auto person = body.text("person").value_or(people().front().id);
        visit.email = body.text("email", 200).value_or(visit.email);
        const auto outcome = Outcome::from(body, usual_);
        body.refuseOthers();
        if (findPerson(person) == nullptr) {
            throw BadBody{"person: unknown"};
        }
        const Submission submission{person, visit.email, visit.metadata, request.peer};
        const auto identity = co_await submit(submission, outcome);
        visits_.submit(visit.id, identity.key, false);
        co_return Response{};
    });
    at("/authenticate", [this](const Request& request, Visit visit) -> asio::awaitable<Response> {
        Body{request.body}.refuseOthers();
        const auto* known = knownOf(visit);
        if (known == nullptr) {
            co_return problem(409, "nobody is known by that address");
        }
        visits_.submit(visit.id, known->key, true);
        const auto identity = identities_.change(known->key, clock_.now(), [](Identity&) {});
        co_await tell(eventNow("IDENTITY_AUTHENTICATED", identity));
        co_return Response{};
    });
    at("/fail", [this](const Request& request, Visit visit) -> asio::awaitable<Response> {
        Body body{request.body};
        const auto code = body.choice("code", errorCodes()).value_or(errorCodes().front());
        const auto step = body.text("step", 100).value_or("RESOURCE");
        body.refuseOthers();
        visits_.fail(visit.id, code, step);
        co_return Response{};
    });
}

}  // namespace verdesk::sandbox::passbase
