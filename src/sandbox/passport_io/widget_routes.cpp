// The widget (my.passport.io): a page for an iframe, and the calls behind it, which are the widget's own affair.
#include "sandbox/control.h"
#include "sandbox/language.h"
#include "sandbox/mishap.h"
#include "sandbox/passport_io/passport_io.h"

namespace verdesk::sandbox::passport_io {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

std::optional<std::string> valueOf(const Request& request, const std::string& name) {
    const auto found = request.query.find(name);
    return found == request.query.end() || found->second.empty() ? std::nullopt : std::optional{found->second};
}

std::string joined(const std::vector<std::string>& origins) {
    std::string all;
    for (const auto& origin : origins) {
        all += (all.empty() ? "" : " ") + origin;
    }
    return all.empty() ? "'none'" : all;
}

Response refused(const Refusal& refusal) {
    return reply(refusal.status, {{"error", refusal.error}});
}

Json peopleJson(const std::string& language) {
    Json list = Json::array();
    for (const auto& person : people()) {
        list.push_back({{"id", person.id},
                        {"name", person.firstName + " " + person.lastName},
                        {"note", person.note.at(language)}});
    }
    return list;
}

}  // namespace

Response PassportIo::widget(const Request& request) {
    PagePolicy policy{joined(settings_.deskOrigins), "'none'"};
    if (tricks_.on("foreignMessage")) {
        policy.frames = place().main;
    }
    const auto problemPage = [&](int status, const std::string& why) {
        return htmlPage(status, filled("passport_io/problem.html", {{"why", why}}), policy);
    };
    if (valueOf(request, "clientId") != settings_.clientId) {
        return problemPage(403, "This client is not known.");
    }
    const auto session = sessions_.open(valueOf(request, "client_token").value_or(""), valueOf(request, "referenceId"),
                                        faults_.flag("tokenOpensOnce"), clock_.now());
    if (!session) {
        return problemPage(session.error().status, session.error().error);
    }
    keep_();
    return htmlPage(200,
                    filled("passport_io/widget.html", {{"language", languageOf(request)},
                                                       {"session", session->id},
                                                       {"institution", institution_},
                                                       {"tricks", tricks_.words()},
                                                       {"stranger", place().main + "/control/passport_io/stranger"}}),
                    policy);
}

void PassportIo::addWidgetRoutes(http::Router& router) {
    const MishapForm form{[](int status, std::string_view why) {
                              return htmlPage(status, filled("passport_io/problem.html", {{"why", std::string{why}}}));
                          },
                          "[]"};
    for (const auto* path : {"/widget-endusers/", "/widget-endusers"}) {
        router.add("GET", path, withFaults(faults_, "widget", form, controlled([this](const Request& request) {
                                               return widget(request);
                                           })));
    }
    router.add("GET", "/widget.css", assetFile("passport_io/widget.css"));
    router.add("GET", "/widget.js", assetFile("passport_io/widget.js"));
    router.add("GET", "/widget_words.js", assetFile("passport_io/widget_words.js"));
    router.add("GET", "/widget/people", controlled([](const Request& request) {
                   return reply(200, {{"people", peopleJson(languageOf(request))}});
               }));
    router.add("GET", "/widget/sessions/{session}", controlled([this](const Request& request) {
                   const auto* session = sessions_.find(request.parameters.at("session"));
                   return session == nullptr ? reply(404, {{"error", "no such session"}})
                                             : reply(200, {{"status", nameOf(session->status)}});
               }));
    router.add("POST", "/widget/sessions/{session}/send",
               controlled([this](Request request) -> asio::awaitable<Response> {
                   Body body{request.body};
                   const auto person = body.text("person").value_or(people().front().id);
                   if (findPerson(person) == nullptr) {
                       throw BadBody{"person: unknown"};
                   }
                   auto session = sessions_.send(request.parameters.at("session"), person, clock_.now());
                   if (!session) {
                       co_return refused(session.error());
                   }
                   co_await tell(*session, usual_);
                   co_return reply(200, {{"status", "sent"}});
               }));
    router.add("POST", "/widget/sessions/{session}/decline", controlled([this](const Request& request) {
                   const auto session = sessions_.decline(request.parameters.at("session"), clock_.now());
                   return session ? reply(200, {{"status", "declined"}}) : refused(session.error());
               }));
}

}  // namespace verdesk::sandbox::passport_io
