#pragma once
// Authenteq's double: the identity server that a browser is sent to, and the API behind it. Both hosts are one here,
// http://authenteq.localhost.

#include "sandbox/authenteq/sessions.h"
#include "sandbox/double.h"
#include "sandbox/faults.h"
#include "sandbox/own_secrets.h"
#include "sandbox/tricks.h"

namespace verdesk::sandbox::authenteq {

struct Settings {
    std::string clientId = "com.verdesk.practice";
    std::string redirectUri = {};  // the registered one; empty: nobody can be sent back
};

class Authenteq final : public Double {
public:
    // {"clientId", "clientSecret", "redirectUri"}
    Authenteq(Body settings, Ground ground);

    void addRoutes(http::Router& router) override;
    void addControlRoutes(http::Router& router, const std::string& prefix) override;
    http::Response describe(int status, std::string_view why) const override;
    void deskIs(const Desk& desk) override;
    Json ready() const override;
    Practice practice() const override;
    Json toJson() const override;
    void restore(const Json& state) override;

private:
    void addIdentityRoutes(http::Router& router);
    void addApiRoutes(http::Router& router);
    void addWebIdvRoutes(http::Router& router);
    void addSessionControl(http::Router& router, const std::string& prefix);

    http::Response authorize(const http::Request& request);
    http::Response identityPage(const Session& session, const std::string& language) const;
    http::Response exchange(const http::Request& request);
    http::Response details(const http::Request& request) const;
    http::Response verificationUrl(const http::Request& request);
    http::Response verificationResult(const http::Request& request);
    bool hasBasic(const http::Request& request) const;
    // Where a session's browser is sent: with a code, or with an error, and with the state as the faults want it.
    std::string wayBack(const Session& session) const;

    const Clock& clock_;
    std::function<void()> keep_;
    Settings settings_;
    OwnSecrets secrets_;
    Sessions sessions_;
    Faults faults_{{"authorize", "token", "details", "url", "result"}};
    Tricks tricks_;
    std::string institution_;
};

Kind kind();

// The API's form of an error, which is its successor's.
http::Response apiProblem(int status, std::string_view code, std::string_view message);

}  // namespace verdesk::sandbox::authenteq
