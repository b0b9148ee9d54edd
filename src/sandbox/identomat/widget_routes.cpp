// The calls behind the widget, which are the page's own affair.
#include "sandbox/control.h"
#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/page_call.h"
#include "sandbox/identomat/people.h"

namespace verdesk::sandbox::identomat {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

Json peopleJson(bool german) {
    Json list = Json::array();
    for (const auto& person : people()) {
        list.push_back(
            {{"id", person.id}, {"name", person.name()}, {"note", german ? person.noteInGerman : person.note}});
    }
    return list;
}

std::string queried(const Request& request, const char* name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::string{} : found->second;
}

}  // namespace

Response pageProblem(int status, std::string_view why, std::string_view question) {
    return reply(status, {{"why", why}, {"question", question}});
}

http::Handler pageCall(Sessions& sessions, const Clock& clock, PageAct act) {
    return controlled([&sessions, &clock, act = std::move(act)](Request request) -> asio::awaitable<Response> {
        auto* session = sessions.find(request.parameters.at("token"));
        if (session == nullptr || session->status == Status::deleted) {
            co_return pageProblem(404, "noSuchSession");
        }
        if (session->isExpired(clock.now())) {
            co_return pageProblem(410, "sessionExpired");
        }
        const bool another = !session->browser.empty() && session->browser != queried(request, "browser");
        if (another && isOn(session->flags, "restrict_url_sharing")) {
            co_return pageProblem(403, "anotherBrowser");
        }
        const bool over = session->status == Status::finished || session->status == Status::disagreed;
        if (over && request.method != "GET") {
            co_return pageProblem(409, "sessionOver");
        }
        co_return co_await act(request, *session);
    });
}

void Identomat::addWidgetRoutes(http::Router& router) {
    const auto told = [this](const Request& request, const Session& session) {
        return reply(200, view(session, request.header("User-Agent").value_or("")));
    };
    const auto at = [&](const char* method, const std::string& path, PageAct act) {
        router.add(method, "/widget/{token}" + path, pageCall(sessions_, clock_, std::move(act)));
    };
    router.add("GET", "/people", controlled([](const Request& request) {
                   return reply(200, {{"people", peopleJson(queried(request, "language") == "de")}});
               }));
    at("GET", "", [told](const Request& request, Session& session) -> asio::awaitable<Response> {
        co_return told(request, session);
    });
    at("POST", "/start", [this, told](const Request& request, Session& session) -> asio::awaitable<Response> {
        Body body{request.body};
        const auto person = body.text("person").value_or(people().front().id);
        if (findPerson(person) == nullptr) {
            throw BadBody{"person: unknown"};
        }
        session.person = person;
        session.status = Status::started;
        session.browser = queried(request, "browser");
        session.address = request.peer;
        session.userAgent = request.header("User-Agent").value_or("");
        co_await finishIfDone(session);
        co_return told(request, session);
    });
    at("POST", "/disagree", [this, told](const Request& request, Session& session) -> asio::awaitable<Response> {
        session.status = Status::disagreed;
        if (company_.statusCallbacks) {
            co_await tell(statusCallback(session.token, "disagreed_with_terms"), std::chrono::milliseconds{0});
        }
        co_return told(request, session);
    });
    at("POST", "/steps/{key}", [this, told](const Request& request, Session& session) -> asio::awaitable<Response> {
        const auto* next = nextStep(session);
        if (session.status != Status::started || next == nullptr ||
            textIn(*next, "key") != request.parameters.at("key")) {
            co_return pageProblem(409, "notNow");
        }
        Body body{request.body};
        if (const auto refused = take(session, *next, body)) {
            co_return pageProblem(422, refused->why, refused->question);
        }
        co_await finishIfDone(session);
        co_return told(request, session);
    });
    at("POST", "/codes/{key}", [this, told](const Request& request, Session& session) -> asio::awaitable<Response> {
        const auto* step = stepOf(session, request.parameters.at("key"));
        const auto type = step == nullptr ? std::string{} : textIn(*step, "type");
        auto to = Body{request.body}.text("to", 200).value_or("");
        if (type != "phone-number" && type != "email") {
            co_return pageProblem(404, "notNow");
        }
        if (to.empty()) {
            co_return pageProblem(422, type == "email" ? "emailMissing" : "phoneMissing");
        }
        co_await sendCode(session, *step, std::move(to));
        co_return told(request, session);
    });
}

}  // namespace verdesk::sandbox::identomat
