// Login by QR code (auth.passport.io): the script, and the call that it makes. That call is not documented; it is made
// like OAuth's client credentials.
#include "sandbox/mishap.h"
#include "sandbox/page.h"
#include "sandbox/passport_io/passport_io.h"

#include "crypto/random.h"
#include "http/target.h"

namespace verdesk::sandbox::passport_io {

namespace asio = boost::asio;

namespace {

// The page that carries the button is of another origin.
http::Response shared(http::Response response) {
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

http::Response error(int status, std::string_view why) {
    return shared(reply(status, {{"error", why}}));
}

}  // namespace

void PassportIo::addLoginRoutes(http::Router& router) {
    router.add("GET", "/js/passport-qr-login.js", assetFile("passport_io/qr_login.js"));
    const auto login = [this](const http::Request& request) {
        const auto form = http::parseQuery(request.body).value_or(std::map<std::string, std::string>{});
        const auto value = [&](const char* name) { return form.contains(name) ? form.at(name) : std::string{}; };
        if (value("client_id") != settings_.loginClientId ||
            !secrets_.is("passport_io_login_client_secret", value("client_secret"))) {
            return error(401, "unknown client");
        }
        const auto token = crypto::randomToken();
        accessTokens_.insert(token);
        return shared(reply(200, {{"access_token", token}, {"token_type", "Bearer"}, {"expires_in", 900}}));
    };
    const MishapForm form{error, R"({"access_token":{"a":1},"token_type":7})"};
    router.add("POST", "/qr-login/token",
               withFaults(faults_, "login", form, [login](http::Request request) -> asio::awaitable<http::Response> {
                   co_return login(request);
               }));
}

}  // namespace verdesk::sandbox::passport_io
