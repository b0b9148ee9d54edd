// What a test does in the customer's and in Passport.io's place.
#include "sandbox/control.h"
#include "sandbox/passport_io/passport_io.h"

namespace verdesk::sandbox::passport_io {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

Json sessionJson(const Session& session) {
    auto value = session.toJson();
    value["expiresAt"] = timeText(session.expiresAt);
    return value;
}

}  // namespace

void PassportIo::addSessionControl(http::Router& router, const std::string& prefix) {
    router.add("GET", prefix + "/sessions", controlled([this](const Request&) {
                   Json list = Json::array();
                   for (const auto& session : sessions_.all()) {
                       list.push_back(sessionJson(session));
                   }
                   return reply(200, {{"sessions", std::move(list)}});
               }));
    // Sends, where nobody did yet, and tells what became of it; again each time that it is called.
    router.add("POST", prefix + "/sessions/{session}/complete",
               controlled([this](Request request) -> asio::awaitable<Response> {
                   Body body{request.body};
                   auto completion = Completion::from(body, usual_);
                   body.refuseOthers();
                   const auto* found = sessions_.find(request.parameters.at("session"));
                   if (found == nullptr) {
                       co_return problem(404, "no such session");
                   }
                   const auto id = found->id;
                   if (found->status != Status::sent) {
                       const auto person = completion.person.empty() ? people().front().id : completion.person;
                       if (const auto sent = sessions_.send(id, person, clock_.now()); !sent) {
                           co_return problem(sent.error().status, sent.error().error);
                       }
                   }
                   const auto session = *sessions_.find(id);
                   co_await tell(session, std::move(completion));
                   co_return reply(200, sessionJson(session));
               }));
    router.add("POST", prefix + "/sessions/{session}/decline", controlled([this](const Request& request) {
                   const auto* found = sessions_.find(request.parameters.at("session"));
                   if (found == nullptr) {
                       return problem(404, "no such session");
                   }
                   const auto declined = sessions_.decline(found->id, clock_.now());
                   return declined ? reply(200, sessionJson(*declined))
                                   : problem(declined.error().status, declined.error().error);
               }));
    router.add("GET", prefix + "/usual", controlled([this](const Request&) { return reply(200, usual_.toJson()); }));
    router.add("PUT", prefix + "/usual", controlled([this](const Request& request) {
                   Body body{request.body};
                   const auto usual = Completion::from(body, {});
                   body.refuseOthers();
                   usual_ = usual;
                   return reply(200, usual_.toJson());
               }));
    router.add("PUT", prefix + "/addresses", controlled([this](const Request& request) {
                   Body body{request.body};
                   setAddresses(body);
                   body.refuseOthers();
                   return reply(200, {{"pingbackUrl", settings_.pingbackUrl}, {"deskOrigins", settings_.deskOrigins}});
               }));
    router.add("GET", prefix + "/access-tokens", controlled([this](const Request&) {
                   return reply(200, {{"accessTokens", accessTokens_}});
               }));
}

}  // namespace verdesk::sandbox::passport_io
