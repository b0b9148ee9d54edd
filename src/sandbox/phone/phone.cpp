#include "sandbox/phone/phone.h"

#include "sandbox/assets.h"
#include "sandbox/language.h"
#include "sandbox/percent.h"

namespace verdesk::sandbox::phone {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

// Everything comes from here, nothing is inline, nobody frames the page.
constexpr auto policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

Response page(std::string body, std::string contentType) {
    return {200,
            std::move(body),
            std::move(contentType),
            {{"Content-Security-Policy", policy},
             {"X-Content-Type-Options", "nosniff"},
             {"Referrer-Policy", "no-referrer"},
             {"Cross-Origin-Opener-Policy", "same-origin"},
             {"Cache-Control", "no-store"}}};
}

http::Handler file(std::string name, std::string contentType) {
    return [name = std::move(name), contentType = std::move(contentType)](Request) -> asio::awaitable<Response> {
        co_return page(std::string{asset(name)}, contentType);
    };
}

http::Handler index() {
    return [](Request request) -> asio::awaitable<Response> {
        std::string html{asset("phone/phone.html")};
        constexpr std::string_view mark = "lang=\"en\"";
        const auto language = languageOf(request);
        if (const auto at = html.find(mark); at != std::string::npos) {
            html.replace(at, mark.size(), "lang=\"" + language + "\"");
        }
        auto response = page(std::move(html), "text/html; charset=utf-8");
        response.headers.emplace_back("Vary", "Accept-Language");
        co_return response;
    };
}

// The wallet's own calls to PASSID.
class Wallet {
public:
    Wallet(std::shared_ptr<passid::Service> service, std::shared_ptr<const http::Router> api)
        : service_(std::move(service)), api_(std::move(api)) {}

    asio::awaitable<Response> call(std::string method, std::string path, const std::string& user = {},
                                   Json body = Json::object()) const {
        Request request;
        request.method = std::move(method);
        request.target = "/passid/api/bridge" + path;
        request.path = request.target;
        request.body = textOf(body);
        if (!user.empty()) {
            const auto until = service_->now() + std::chrono::minutes{15};
            request.headers.emplace_back("Authorization",
                                         "Bearer " + service_->bearers().issue(BearerRole::wallet, user, until));
        }
        auto match = api_->match(request.method, request.target);
        if (match.handler == nullptr) {
            co_return problem(404, "no such call");
        }
        request.parameters = std::move(match.parameters);
        co_return co_await (*match.handler)(std::move(request));
    }

private:
    std::shared_ptr<passid::Service> service_;
    std::shared_ptr<const http::Router> api_;
};

struct Choice {
    std::string person;
    std::vector<std::string> permissions;

    explicit Choice(std::string_view text) {
        Body body{text};
        person = body.text("person").value_or("");
        permissions = body.texts("permissions").value_or(std::vector<std::string>{});
        if (passid::findPerson(person) == nullptr) {
            throw BadBody{"person: unknown"};
        }
        if (permissions.empty()) {
            throw BadBody{"permissions: choose at least one"};
        }
    }

    Json shareRequest() const {
        return {{"permissions", permissions}};
    }
};

using Action = std::function<asio::awaitable<Response>(const Wallet&, const Request&)>;

http::Handler action(Wallet wallet, Action act) {
    return [wallet = std::move(wallet), act = std::move(act)](Request request) -> asio::awaitable<Response> {
        Response response;
        try {
            response = co_await act(wallet, request);
        } catch (const BadBody& bad) {
            response = problem(400, bad.what());
        }
        response.headers.emplace_back("Cache-Control", "no-store");
        co_return response;
    };
}

asio::awaitable<Response> lookUp(const Wallet& wallet, const Request& request) {
    const auto id = request.parameters.at("id");  // of a QR code's link, or a code that was typed
    const auto path =
        id.starts_with("req_") ? "/request/" + percentEncoded(id) + "/public" : "/request/code/" + percentEncoded(id);
    co_return co_await wallet.call("GET", path);
}

asio::awaitable<Response> newToken(const Wallet& wallet, const Request& request) {
    const Choice choice{request.body};
    co_return co_await wallet.call("POST", "/share/create", choice.person, choice.shareRequest());
}

asio::awaitable<Response> share(const Wallet& wallet, const Request& request) {
    const auto id = request.parameters.at("id");
    const Choice choice{request.body};
    auto created = co_await wallet.call("POST", "/share/create", choice.person, choice.shareRequest());
    if (created.status >= 300) {
        co_return created;
    }
    auto fulfilment = Json::object();
    fulfilment["token"] = Json::parse(created.body)["data"]["token"];
    co_return co_await wallet.call("POST", "/request/" + percentEncoded(id) + "/fulfill", choice.person, fulfilment);
}

asio::awaitable<Response> decline(const Wallet& wallet, const Request& request) {
    const auto id = request.parameters.at("id");
    // Somebody has to decline; who it is, nobody is told.
    co_return co_await wallet.call("POST", "/request/" + percentEncoded(id) + "/decline", passid::people().front().id);
}

http::Handler people() {
    Json list = Json::array();
    for (const auto& person : passid::people()) {
        list.push_back({{"id", person.id},
                        {"name", person.name},
                        {"corridor", person.corridor},
                        {"sandboxToken", person.sandboxToken},
                        {"sanctioned", person.sanctioned},
                        {"tier", person.claims["tier"]},
                        {"score", person.claims["fsi_score"]},
                        {"identityVerified", person.claims["identity_verified"]}});
    }
    const auto response = reply(200, {{"people", std::move(list)}});
    return [response](Request) -> asio::awaitable<Response> { co_return response; };
}

}  // namespace

void addRoutes(http::Router& router, const std::shared_ptr<passid::Service>& service,
               std::shared_ptr<const http::Router> api) {
    const Wallet wallet{service, std::move(api)};
    router.add("GET", "/phone", index());
    router.add("GET", "/phone/phone.css", file("phone/phone.css", "text/css; charset=utf-8"));
    router.add("GET", "/phone/phone.js", file("phone/phone.js", "text/javascript; charset=utf-8"));
    router.add("GET", "/phone/words.js", file("phone/words.js", "text/javascript; charset=utf-8"));
    router.add("GET", "/phone/api/people", people());
    router.add("GET", "/phone/api/requests/{id}", action(wallet, lookUp));
    router.add("POST", "/phone/api/requests/{id}/share", action(wallet, share));
    router.add("POST", "/phone/api/requests/{id}/decline", action(wallet, decline));
    router.add("POST", "/phone/api/tokens", action(wallet, newToken));
}

}  // namespace verdesk::sandbox::phone
