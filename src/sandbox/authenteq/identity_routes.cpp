// The identity server (identity.authenteq.com): a page on top, and the way back to the client.
#include "sandbox/authenteq/authenteq.h"
#include "sandbox/authenteq/people.h"
#include "sandbox/control.h"
#include "sandbox/language.h"
#include "sandbox/mishap.h"
#include "sandbox/percent.h"

namespace verdesk::sandbox::authenteq {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

std::optional<std::string> valueOf(const Request& request, const std::string& name) {
    const auto found = request.query.find(name);
    return found == request.query.end() || found->second.empty() ? std::nullopt : std::optional{found->second};
}

Response problemPage(int status, std::string_view why) {
    return htmlPage(status, filled("authenteq/problem.html", {{"why", std::string{why}}}));
}

// A link to anything but http would run in the page.
bool isLink(const std::string& url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

Json peopleJson(const std::string& language) {
    Json list = Json::array();
    for (const auto& person : people()) {
        list.push_back({{"id", person.id}, {"name", person.name}, {"note", person.note.at(language)}});
    }
    return list;
}

Response refused(const Refusal& refusal) {
    return apiProblem(refusal.status, refusal.code, refusal.message);
}

}  // namespace

std::string Authenteq::wayBack(const Session& session) const {
    auto url = session.redirectUri + (session.redirectUri.find('?') == std::string::npos ? "?" : "&");
    url += session.status == Status::approved ? "code=" + percentEncoded(session.code) : "error=access_denied";
    if (session.state && !faults_.flag("noState")) {
        auto state = *session.state;
        if (faults_.flag("wrongState") && !state.empty()) {
            state.front() = state.front() == 'A' ? 'B' : 'A';
        }
        url += "&state=" + percentEncoded(state);
    }
    return url;
}

Response Authenteq::authorize(const Request& request) {
    if (valueOf(request, "response_type") != "code") {
        return problemPage(400, "response_type must be code.");
    }
    if (valueOf(request, "client_id") != settings_.clientId) {
        return problemPage(400, "This client is not known.");
    }
    // Whoever is not registered is never sent anybody.
    Session wanted;
    wanted.redirectUri = valueOf(request, "redirect_uri").value_or("");
    if (settings_.redirectUri.empty() || wanted.redirectUri != settings_.redirectUri) {
        return problemPage(400, "redirect_uri is not the registered one.");
    }
    if (valueOf(request, "scope").value_or("kyc") != "kyc") {
        return problemPage(400, "scope must be kyc.");
    }
    wanted.state = valueOf(request, "state");
    wanted.backUrl = valueOf(request, "back_url");
    if (!wanted.backUrl) {
        wanted.backUrl = valueOf(request, "back");  // as the documentation's examples have it
    }
    if (wanted.backUrl && !isLink(*wanted.backUrl)) {
        wanted.backUrl.reset();
    }
    const auto& session = sessions_.open(std::move(wanted));
    keep_();
    return identityPage(session, languageOf(request));
}

Response Authenteq::identityPage(const Session& session, const std::string& language) const {
    PagePolicy policy;
    if (tricks_.on("foreignMessage")) {
        policy.frames = place().main;
    }
    return htmlPage(200,
                    filled("authenteq/identity.html", {{"language", language},
                                                       {"session", session.id},
                                                       {"institution", institution_},
                                                       {"back", session.backUrl.value_or("")},
                                                       {"tricks", tricks_.words()},
                                                       {"stranger", place().main + "/control/authenteq/stranger"}}),
                    policy);
}

void Authenteq::addIdentityRoutes(http::Router& router) {
    const MishapForm form{problemPage, "<p>nonsense"};
    for (const auto* path : {"/authorize", "/oauth"}) {
        router.add("GET", path, withFaults(faults_, "authorize", form, controlled([this](const Request& request) {
                                               return authorize(request);
                                           })));
    }
    router.add("GET", "/identity.css", assetFile("authenteq/identity.css"));
    router.add("GET", "/identity.js", assetFile("authenteq/identity.js"));
    router.add("GET", "/identity_words.js", assetFile("authenteq/identity_words.js"));
    router.add("GET", "/pictures/front.jpg", assetFile("pictures/card_front.jpg"));
    router.add("GET", "/pictures/back.jpg", assetFile("pictures/card_back.jpg"));
    router.add("GET", "/identity/people", controlled([](const Request& request) {
                   return reply(200, {{"people", peopleJson(languageOf(request))}});
               }));
    router.add("GET", "/identity/{session}", controlled([this](const Request& request) {
                   const auto* session = sessions_.find(request.parameters.at("session"));
                   return session == nullptr ? apiProblem(404, "INVALID_REQUEST_PARAMETER", "no such session")
                                             : reply(200, {{"status", nameOf(session->status)}});
               }));
    router.add("POST", "/identity/{session}/approve", controlled([this](const Request& request) {
                   Body body{request.body};
                   Approval approval;
                   approval.person = body.text("person").value_or(approval.person);
                   if (findPerson(approval.person) == nullptr) {
                       throw BadBody{"person: unknown"};
                   }
                   const auto done = sessions_.approve(request.parameters.at("session"), approval, clock_.now());
                   return done ? reply(200, {{"status", nameOf(done->status)}}) : refused(done.error());
               }));
    router.add("POST", "/identity/{session}/decline", controlled([this](const Request& request) {
                   const auto done = sessions_.decline(request.parameters.at("session"));
                   return done ? reply(200, {{"status", nameOf(done->status)}}) : refused(done.error());
               }));
    router.add(
        "GET", "/identity/{session}/finish", controlled([this](const Request& request) {
            const auto* session = sessions_.find(request.parameters.at("session"));
            if (session == nullptr || session->status == Status::open) {
                return problemPage(404, "There is nothing to go back from.");
            }
            return Response{302, {}, "text/plain", {{"Location", wayBack(*session)}, {"Cache-Control", "no-store"}}};
        }));
}

}  // namespace verdesk::sandbox::authenteq
