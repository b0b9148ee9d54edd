#pragma once
// A sandbox whose Passport.io knows one desk, and somebody who receives its pingbacks.

#include "tests/sandbox/harness.h"

namespace verdesk::sandbox::test {

class PassportFixture {
public:
    static constexpr auto desk = "http://127.0.0.1:8461";

    explicit PassportFixture(std::string stateFile = {}) : harness{std::move(stateFile)} {
        put("/addresses", {{"pingbackUrl", harness.receiver().url()}, {"deskOrigins", {desk}}});
        ready = Json::parse(harness.sandbox().readyLine()).at("passport_io");
    }

    // At the double's own host.
    Reply own(const std::string& method, const std::string& target, const std::string& body = {},
              Headers headers = {}) {
        headers.emplace_back("Host", "passport-io.localhost");
        return harness.call(method, target, body, headers);
    }
    Reply control(const std::string& method, const std::string& path, const Json& body = Json::object()) {
        return harness.call(method, "/control/passport_io" + path, textOf(body));
    }
    Reply put(const std::string& path, const Json& body) {
        return control("PUT", path, body);
    }
    Reply askToken(const std::string& secret, const std::string& body = "verify_request_type=user_verification",
                   const std::string& type = "application/x-www-form-urlencoded") {
        return own("POST", "/api/v1/verification-token", body,
                   {{"Authorization", "Bearer " + secret}, {"Content-Type", type}});
    }
    std::string token() {
        return askToken(ready.at("clientSecret")).json().at("token");
    }
    Reply widget(const std::string& token, const std::string& reference = {}, const Headers& headers = {}) {
        return own("GET",
                   "/widget-endusers/?clientId=" + ready.at("clientId").get<std::string>() + "&client_token=" + token +
                       (reference.empty() ? "" : "&referenceId=" + reference),
                   {}, headers);
    }
    // Opened with that reference: its id, as the page has it.
    std::string open(const std::string& reference = {}) {
        const auto page = widget(token(), reference).text;
        const std::string mark = "data-session=\"";
        const auto start = page.find(mark) + mark.size();
        return page.substr(start, page.find('"', start) - start);
    }
    Reply send(const std::string& session, const std::string& person = "ada") {
        return own("POST", "/widget/sessions/" + session + "/send", textOf({{"person", person}}));
    }
    // The clock goes on until what is due has been sent.
    Json pingback(std::size_t which = 0) {
        harness.advance(std::chrono::seconds{2});
        const auto received = harness.receiver().wait(which + 1);
        return received.size() > which ? Json::parse(received[which].body) : Json();
    }

    Harness harness;
    Json ready;
};

}  // namespace verdesk::sandbox::test
