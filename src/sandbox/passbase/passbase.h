#pragma once
// Passbase's double: the API, the button's page, the hosted link, the events. Its hosts (api, button and
// verify.passbase.com) are one here, http://passbase.localhost.

#include "crypto/rsa_key.h"
#include "sandbox/double.h"
#include "sandbox/faults.h"
#include "sandbox/own_secrets.h"
#include "sandbox/passbase/event.h"
#include "sandbox/passbase/identities.h"
#include "sandbox/passbase/visits.h"
#include "sandbox/tricks.h"

namespace verdesk::sandbox::passbase {

// How an event is put into a message.
struct Wrapping {
    bool encrypted = true;
    bool badPadding = false;
    std::string secret = {};
};

class Passbase final : public Double {
public:
    // {"publishableKey", "secretKey", "webhookSecret", "slug", "metadataPublicKey"} and the members of a project.
    Passbase(Body settings, Ground ground);

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
    void addPageRoutes(http::Router& router);
    void addVisitRoutes(http::Router& router);
    void addVisitControl(http::Router& router, const std::string& prefix);
    void addIdentityControl(http::Router& router, const std::string& prefix);
    void addProjectControl(http::Router& router, const std::string& prefix);
    void addWebhookControl(http::Router& router, const std::string& prefix);

    // The last word on `body`: refuses what nobody asked about. Throws BadBody, and then nothing is changed.
    void setProject(Body& body);
    http::Response page(const std::string& script, const std::string& language, const std::string& visit,
                        const std::string& framedBy) const;
    // `why`: one of the page's own words.
    http::Response problemPage(int status, const std::string& language, const std::string& why) const;
    http::Response hostedLink(const http::Request& request);

    // Of a customer's metaData: the object in it, or null where it is none that the institution wrote.
    Json readMetadata(const std::string& text) const;
    std::string metadataPublicKey() const;  // empty where there is none
    // Null where the visit's customer is nobody known.
    const Identity* knownOf(const Visit& visit);
    // The visit's data was sent: a new identity, and the events that follow. With "before-reply" it ends when the first
    // event was tried to deliver.
    boost::asio::awaitable<Identity> submit(Submission submission, Outcome outcome);
    boost::asio::awaitable<void> tell(Event event);
    // Nothing where it is not to be sent.
    std::shared_ptr<Delivery> sendEvent(const Event& event, WebhookMode mode);
    Outgoing message(std::string type, std::string text, const Wrapping& wrapping) const;
    Wrapping usualWrapping() const;

    const Clock& clock_;
    std::shared_ptr<WebhookSender> sender_;
    std::function<void()> keep_;
    std::string publishableKey_;
    std::string slug_;
    std::string givenPublicKey_;  // PEM
    // Made when practice first asks for it: that takes a while.
    mutable std::optional<crypto::RsaKeyPair> metadataKey_;
    OwnSecrets secrets_;
    Project project_;
    Identities identities_;
    Visits visits_;
    Outcome usual_;  // of what is submitted on a page
    Faults faults_{{"identities", "identity", "resources", "resource", "file", "settings"}};
    Tricks tricks_;
    std::string institution_;
};

Kind kind();

// As the API has its errors. Which members they have is not documented.
http::Response apiProblem(int status, std::string_view why);

}  // namespace verdesk::sandbox::passbase
