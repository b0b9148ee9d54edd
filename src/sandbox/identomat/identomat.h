#pragma once
// Identomat's double: the API, the widget, the operator's page, the callbacks. Everything that is widget.identomat.com
// is one host here, http://identomat.localhost.

#include "sandbox/double.h"
#include "sandbox/faults.h"
#include "sandbox/identomat/callback.h"
#include "sandbox/identomat/company.h"
#include "sandbox/identomat/configurations.h"
#include "sandbox/identomat/progress.h"
#include "sandbox/identomat/sessions.h"
#include "sandbox/own_secrets.h"
#include "sandbox/tricks.h"

#include <deque>

namespace verdesk::sandbox::identomat {

class Identomat final : public Double {
public:
    // {"companyKey", "secretKey", "callbackApiKey"} and the members of a company.
    Identomat(Body settings, Ground ground);

    void addRoutes(http::Router& router) override;
    void addControlRoutes(http::Router& router, const std::string& prefix) override;
    http::Response describe(int status, std::string_view why) const override;
    void deskIs(const Desk& desk) override;
    Json ready() const override;
    Practice practice() const override;
    Json toJson() const override;
    void restore(const Json& state) override;

private:
    using Answer = std::function<http::Response(const http::Request&, const Json& parameters)>;

    void addApiRoutes(http::Router& router);
    void addPictureRoutes(http::Router& router);
    void addPageRoutes(http::Router& router);
    void addWidgetRoutes(http::Router& router);
    void addCallRoutes(http::Router& router);
    void addOperatorRoutes(http::Router& router);
    void addSessionControl(http::Router& router, const std::string& prefix);
    void addCompanyControl(http::Router& router, const std::string& prefix);
    void addCallbackControl(http::Router& router, const std::string& prefix);

    // `path` of the API at both of its bases, by GET and POST: key and signature are looked at first, the answer is
    // signed.
    void addCall(http::Router& router, const std::string& path, const std::string& route, const Answer& answer);
    http::Response guarded(const http::Request& request, const Answer& answer);
    http::Response signedReply(http::Response response) const;
    // An error as the API has it; `why` is for the control API alone.
    http::Response refuse(int status, std::string_view code, const std::string& why);
    http::Response begin(const http::Request& request, const Json& parameters);
    // Null, and then `refusal` says it.
    Session* sessionFor(const Json& parameters, http::Response& refusal);

    http::Response widget(const http::Request& request);
    http::Response problemPage(int status, const std::string& language, const std::string& why) const;
    // What a page is told of a session. `userAgent`: of the browser that asks.
    Json view(const Session& session, std::string_view userAgent);
    Json participantsOf(const Session& session);
    std::string linkTo(const Session& session) const;
    bool isOperatorHere(const Session& session) const;

    // The last step was done: an automatic operator does its part, the result follows, and the institution is told.
    // With "before-reply" it ends when that was tried.
    boost::asio::awaitable<void> finish(Session& session);
    // Where nothing is left to do; does nothing otherwise.
    boost::asio::awaitable<void> finishIfDone(Session& session);
    // Somebody decided, or decided otherwise.
    boost::asio::awaitable<void> decide(Session& session, Outcome outcome);
    void endCall(Session& session);
    // A new code for that step goes to `to`.
    boost::asio::awaitable<void> sendCode(Session& session, const Json& step, std::string to);
    // {"phoneNumber"} or {"email"}. Throws BadBody.
    boost::asio::awaitable<void> share(const Session& session, Body& body);
    boost::asio::awaitable<void> tell(Json callback, std::chrono::milliseconds after);
    Outgoing message(std::string type, std::string body) const;

    const Clock& clock_;
    std::shared_ptr<WebhookSender> sender_;
    std::function<void()> keep_;
    OwnSecrets secrets_;
    Company company_;
    std::map<std::string, Configuration> configurations_;
    Sessions sessions_;
    Outcome usual_;  // of those who go through the widget
    Faults faults_{{"begin", "result", "delete", "picture", "video", "widget"}};
    Tricks tricks_;
    std::string institution_;
    std::deque<Json> refusals_;
};

Kind kind();

}  // namespace verdesk::sandbox::identomat
