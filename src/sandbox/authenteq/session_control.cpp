// What a test does in the customer's and in Authenteq's place.
#include "sandbox/authenteq/authenteq.h"
#include "sandbox/authenteq/people.h"
#include "sandbox/control.h"

namespace verdesk::sandbox::authenteq {

using http::Request;
using http::Response;

namespace {

Response notFound() {
    return problem(404, "no such session");
}

Response refused(const Refusal& refusal) {
    return problem(refusal.status, refusal.message);
}

}  // namespace

void Authenteq::addSessionControl(http::Router& router, const std::string& prefix) {
    // Without what a test does not need: token and data.
    const auto told = [this](const Session& session) {
        Json value{{"id", session.id},
                   {"status", nameOf(session.status)},
                   {"state", session.state.value_or("")},
                   {"redirectUri", session.redirectUri},
                   {"backUrl", session.backUrl.value_or("")},
                   {"codeUsed", session.codeUsed},
                   {"exchanges", session.exchanges}};
        if (session.status != Status::open) {
            value["redirect"] = wayBack(session);
        }
        return value;
    };
    const auto at = [&](const char* method, const std::string& path, auto act) {
        router.add(method, prefix + "/sessions" + path, controlled(std::function<Response(const Request&)>{act}));
    };
    at("GET", "", [this, told](const Request&) {
        Json list = Json::array();
        for (const auto& session : sessions_.all()) {
            list.push_back(told(session));
        }
        return reply(200, {{"sessions", std::move(list)}});
    });
    // The page that shows the session goes back by itself, as after its own button.
    at("POST", "/{session}/approve", [this, told](const Request& request) {
        Body body{request.body};
        Approval approval;
        approval.person = body.text("person").value_or(approval.person);
        approval.details = body.object("details").value_or(Json::object());
        approval.back = body.flag("back");
        body.refuseOthers();
        if (findPerson(approval.person) == nullptr) {
            throw BadBody{"person: unknown"};
        }
        const auto done = sessions_.approve(request.parameters.at("session"), approval, clock_.now());
        return done ? reply(200, told(*done)) : refused(done.error());
    });
    at("POST", "/{session}/decline", [this, told](const Request& request) {
        const auto done = sessions_.decline(request.parameters.at("session"));
        return done ? reply(200, told(*done)) : refused(done.error());
    });
    at("POST", "/{session}/use-up-code", [this, told](const Request& request) {
        const auto& id = request.parameters.at("session");
        return sessions_.useUpCode(id) ? reply(200, told(*sessions_.find(id))) : notFound();
    });
    at("POST", "/{session}/forget", [this, told](const Request& request) {
        const auto& id = request.parameters.at("session");
        return sessions_.forget(id) ? reply(200, told(*sessions_.find(id))) : notFound();
    });
    router.add("PUT", prefix + "/addresses", controlled([this](const Request& request) {
                   Body body{request.body};
                   const auto uri = body.text("redirectUri").value_or(settings_.redirectUri);
                   body.refuseOthers();
                   settings_.redirectUri = uri;
                   return reply(200, {{"redirectUri", settings_.redirectUri}});
               }));
}

}  // namespace verdesk::sandbox::authenteq
