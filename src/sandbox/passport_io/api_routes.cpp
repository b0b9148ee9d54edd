// The verification API (kyc.passport.io): a one-time token for a secret.
#include "sandbox/mishap.h"
#include "sandbox/passport_io/passport_io.h"

#include "http/target.h"

namespace verdesk::sandbox::passport_io {

namespace asio = boost::asio;

namespace {

http::Response error(int status, std::string_view why) {
    return reply(status, {{"error", why}});
}

// The secret of "Authorization: Bearer <secret>".
std::string_view bearerOf(const http::Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("Authorization").value_or("");
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string_view{};
}

bool isForm(const http::Request& request) {
    return request.header("Content-Type").value_or("").starts_with("application/x-www-form-urlencoded");
}

}  // namespace

void PassportIo::addApiRoutes(http::Router& router) {
    const auto token = [this](const http::Request& request) {
        if (!secrets_.is("passport_io_client_secret", bearerOf(request))) {
            return error(401, "unknown client secret");
        }
        const auto form = http::parseQuery(request.body);
        if (!isForm(request) || !form || !form->contains("verify_request_type")) {
            return error(400, "verify_request_type is missing");
        }
        if (form->at("verify_request_type") != "user_verification") {
            return error(400, "verify_request_type is unknown");
        }
        return reply(200, {{"token", sessions_.issue(clock_.now()).token}});
    };
    const MishapForm form{error, R"({"token":{"a":[1]},"expires":"soon"})"};
    router.add("POST", "/api/v1/verification-token",
               withFaults(faults_, "token", form, [token](http::Request request) -> asio::awaitable<http::Response> {
                   co_return token(request);
               }));
}

}  // namespace verdesk::sandbox::passport_io
