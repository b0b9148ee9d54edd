#pragma once
// A sandbox whose Authenteq has one registered client.

#include "http/target.h"
#include "tests/sandbox/harness.h"

namespace verdesk::sandbox::test {

class AuthenteqFixture {
public:
    static constexpr auto redirectUri = "http://127.0.0.1:8461/return/authenteq";

    explicit AuthenteqFixture(std::string stateFile = {}) : harness{std::move(stateFile)} {
        harness.post("/control/desk", {{"publicOrigin", "http://127.0.0.1:8461"}, {"institution", "A & B"}});
        ready = Json::parse(harness.sandbox().readyLine()).at("authenteq");
    }

    // At the double's own host.
    Reply own(const std::string& method, const std::string& target, const std::string& body = {},
              Headers headers = {}) {
        headers.emplace_back("Host", "authenteq.localhost");
        return harness.call(method, target, body, headers);
    }
    Reply control(const std::string& method, const std::string& path, const Json& body = Json::object()) {
        return harness.call(method, "/control/authenteq" + path, textOf(body));
    }
    Reply authorize(const std::string& more = "&state=s-1", const std::string& path = "/authorize",
                    const Headers& headers = {}) {
        return own("GET",
                   path + "?response_type=code&scope=kyc&client_id=" + ready.at("clientId").get<std::string>() +
                       "&redirect_uri=" + redirectUri + more,
                   {}, headers);
    }
    // The session of a page.
    static std::string sessionOf(const Reply& page) {
        const std::string mark = "data-session=\"";
        const auto start = page.text.find(mark) + mark.size();
        return page.text.substr(start, page.text.find('"', start) - start);
    }
    // Where the browser is sent after the customer has approved or declined.
    std::map<std::string, std::string> wayBack(const std::string& session) {
        const auto location = own("GET", "/identity/" + session + "/finish").headers.at("location");
        return http::parseQuery(location.substr(location.find('?') + 1)).value();
    }
    // A code of a new session.
    std::string code(const Json& approval = Json::object()) {
        const auto session = sessionOf(authorize());
        control("POST", "/sessions/" + session + "/approve", approval);
        return wayBack(session).at("code");
    }
    Json exchangeFields(const std::string& code) {
        return {{"grantType", "authorization_code"},
                {"code", code},
                {"redirectUri", redirectUri},
                {"clientId", ready.at("clientId")},
                {"clientSecret", ready.at("clientSecret")}};
    }
    Reply exchange(const Json& fields) {
        return own("POST", "/v2/web-kyc/token", textOf(fields), {{"Content-Type", "application/json"}});
    }
    std::string token(const Json& approval = Json::object()) {
        return exchange(exchangeFields(code(approval))).json().at("token");
    }
    Reply details(const std::string& token) {
        return own("GET", "/v2/web-kyc/details", {}, {{"Authorization", "Bearer " + token}});
    }

    Harness harness;
    Json ready;
};

}  // namespace verdesk::sandbox::test
