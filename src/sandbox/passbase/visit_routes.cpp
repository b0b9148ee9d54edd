// The calls behind the pages, which are the pages' own affair.
#include "sandbox/control.h"
#include "sandbox/language.h"
#include "sandbox/passbase/passbase.h"

namespace verdesk::sandbox::passbase {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

Json peopleJson(bool german) {
    Json list = Json::array();
    for (const auto& person : people()) {
        list.push_back({{"id", person.id},
                        {"name", person.firstNames + " " + person.lastName},
                        {"note", german ? person.noteInGerman : person.note}});
    }
    return list;
}

std::string personIn(Body& body) {
    const auto person = body.text("person").value_or(people().front().id);
    if (findPerson(person) == nullptr) {
        throw BadBody{"person: unknown"};
    }
    return person;
}

std::string textOr(const std::optional<Json>& object, const char* name) {
    return object ? Body::of(*object).text(name).value_or("") : std::string{};
}

}  // namespace

void Passbase::addVisitRoutes(http::Router& router) {
    const auto told = [this](const Visit& visit) {
        auto value = visit.toJson();
        value.erase("metadata");
        value["known"] = knownOf(visit) != nullptr;
        return reply(200, value);
    };
    const auto at = [&](const char* method, const std::string& path,
                        std::function<asio::awaitable<Response>(const Request&, Visit)> act) {
        router.add(method, "/visits/{visit}" + path,
                   controlled([this, act = std::move(act)](Request request) -> asio::awaitable<Response> {
                       const auto* visit = visits_.find(request.parameters.at("visit"));
                       if (visit == nullptr || (request.method != "GET" && visit->status != VisitStatus::open)) {
                           co_return apiProblem(visit == nullptr ? 404 : 409, "the visit is over");
                       }
                       co_return co_await act(request, *visit);
                   }));
    };
    router.add("GET", "/people", controlled([](const Request& request) {
                   return reply(200, {{"people", peopleJson(languageOf(request) == "de")}});
               }));
    // What iframeInitialize brought.
    router.add("POST", "/visits", controlled([this, told](const Request& request) {
                   Body body{request.body};
                   if (body.text("apiKey") != publishableKey_) {
                       return apiProblem(401, "your api_key is invalid");
                   }
                   const auto prefill = body.object("prefillAttributes");
                   Visit visit;
                   visit.email = textOr(prefill, "email");
                   visit.country = textOr(prefill, "country");
                   visit.metadata = readMetadata(body.text("metaData", 4'000).value_or(""));
                   return told(visits_.open(std::move(visit)));
               }));
    at("GET", "", [told](const Request&, Visit visit) -> asio::awaitable<Response> { co_return told(visit); });
    at("POST", "/email", [this, told](const Request& request, Visit visit) -> asio::awaitable<Response> {
        Body body{request.body};
        visits_.setEmail(visit.id, body.text("email", 200).value_or(""));
        co_return told(*visits_.find(visit.id));
    });
    at("POST", "/submit", [this, told](const Request& request, Visit visit) -> asio::awaitable<Response> {
        Body body{request.body};
        const Submission submission{personIn(body), visit.email, visit.metadata, request.peer};
        const auto identity = co_await submit(submission, usual_);
        visits_.submit(visit.id, identity.key, false);
        co_return told(*visits_.find(visit.id));
    });
    // The face of somebody who is known.
    at("POST", "/authenticate", [this, told](const Request& request, Visit visit) -> asio::awaitable<Response> {
        Body body{request.body};
        const auto person = personIn(body);
        const auto* known = knownOf(visit);
        if (known == nullptr || known->person != person) {
            visits_.fail(visit.id, "BIOMETRIC_AUTHENTICATION_FAILED", "RESOURCE");
            co_return told(*visits_.find(visit.id));
        }
        visits_.submit(visit.id, known->key, true);
        const auto identity = identities_.change(known->key, clock_.now(), [](Identity&) {});
        co_await tell(eventNow("IDENTITY_AUTHENTICATED", identity));
        co_return told(*visits_.find(visit.id));
    });
    at("POST", "/fail", [this, told](const Request& request, Visit visit) -> asio::awaitable<Response> {
        Body body{request.body};
        visits_.fail(visit.id, body.text("code", 100).value_or("FATAL_ERROR"), body.text("step", 100).value_or(""));
        co_return told(*visits_.find(visit.id));
    });
}

}  // namespace verdesk::sandbox::passbase
