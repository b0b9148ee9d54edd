#pragma once
// Passport.io's double: the verification API, the widget, the pingback, and the login by QR code. Its three hosts are
// one here, http://passport-io.localhost.

#include "sandbox/double.h"
#include "sandbox/faults.h"
#include "sandbox/own_secrets.h"
#include "sandbox/passport_io/pingback.h"
#include "sandbox/passport_io/sessions.h"
#include "sandbox/tricks.h"

#include <set>

namespace verdesk::sandbox::passport_io {

struct Settings {
    std::string clientId = "verdesk-practice";
    std::string loginClientId = "verdesk-practice-login";
    std::string pingbackUrl = {};               // empty: nothing is sent
    std::vector<std::string> deskOrigins = {};  // who may frame the widget
};

class PassportIo final : public Double {
public:
    // {"clientId", "clientSecret", "loginClientId", "loginClientSecret", "pingbackUrl", "deskOrigins": [...]}
    PassportIo(Body settings, Ground ground);

    void addRoutes(http::Router& router) override;
    void addControlRoutes(http::Router& router, const std::string& prefix) override;
    http::Response describe(int status, std::string_view why) const override;
    void deskIs(const Desk& desk) override;
    Json ready() const override;
    Practice practice() const override;
    Json toJson() const override;
    void restore(const Json& state) override;

private:
    void addApiRoutes(http::Router& router);
    void addWidgetRoutes(http::Router& router);
    void addLoginRoutes(http::Router& router);
    void addFileRoutes(http::Router& router);
    void addSessionControl(http::Router& router, const std::string& prefix);
    void addPingbackControl(http::Router& router, const std::string& prefix);

    std::string files() const {
        return place().origin + "/files";
    }
    void setAddresses(Body& body);
    http::Response widget(const http::Request& request);
    // The pingback of a session, as `completion` wants it; how often, the faults say. With "before-reply" it ends when
    // the first attempt has.
    boost::asio::awaitable<void> tell(Session session, Completion completion);
    Outgoing pingback(std::string body, std::chrono::milliseconds after) const;

    const Clock& clock_;
    std::shared_ptr<WebhookSender> sender_;
    std::function<void()> keep_;
    Settings settings_;
    OwnSecrets secrets_;
    Sessions sessions_;
    Completion usual_;  // what happens after a customer sent
    Faults faults_{{"token", "widget", "document", "login"}};
    Tricks tricks_;
    std::string institution_;
    std::set<std::string> accessTokens_;
};

Kind kind();

}  // namespace verdesk::sandbox::passport_io
