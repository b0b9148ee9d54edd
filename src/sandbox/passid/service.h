#pragma once
// PASSID's double in one piece: the model, who may call it, what goes wrong, and the webhooks that follow. Its routes
// are in institution_routes, wallet_routes and control_routes. Everything on one executor.

#include "crypto/secret.h"
#include "sandbox/bearer.h"
#include "sandbox/faults.h"
#include "sandbox/passid/model.h"
#include "sandbox/webhook_sender.h"

#include <boost/asio/awaitable.hpp>

#include <memory>

namespace verdesk::sandbox::passid {

struct Settings {
    crypto::Secret key;  // "sk_sandbox_..."
    std::string webhookUrl = {};
    crypto::Secret webhookSecret = {};
    std::string institutionName = "Verdesk Practice Bank";

    // Reads {"key", "webhookUrl", "webhookSecret", "institutionName"}; what is missing is made or left empty. Throws
    // BadBody.
    static Settings from(Body body);
};

class Service {
public:
    static constexpr auto institutionId = "inst_practice";

    Service(Settings settings, const Clock& clock, std::shared_ptr<WebhookSender> sender);

    Time now() const {
        return clock_.now();
    }
    Model& model() {
        return model_;
    }
    Faults& faults() {
        return faults_;
    }
    const Bearers& bearers() const {
        return bearers_;
    }
    WebhookSender& sender() {
        return *sender_;
    }
    const Settings& settings() const {
        return settings_;
    }
    Settings& settings() {
        return settings_;
    }

    bool isKey(std::optional<std::string_view> key) const;
    std::string institutionJwt() const;
    // Both or the address alone; an address must be of this machine. Throws BadBody.
    void configureWebhook(const std::optional<std::string>& url, const std::optional<std::string>& secret);

    // Sends what the events say, as the faults want it. With "before-reply" it ends when they were answered (or not).
    boost::asio::awaitable<void> push(std::vector<Event> events);
    // A test event: one attempt. Ends with it.
    struct TestEvent {
        bool badSignature = false;
        bool missingSignature = false;
        std::optional<Json> body = {};
    };
    boost::asio::awaitable<Json> pushTest(TestEvent wanted);

    Json toJson() const;
    void restore(const Json& value);

private:
    Outgoing outgoing(const std::string& type, const std::string& eventId, std::string body) const;

    Settings settings_;
    const Clock& clock_;
    std::shared_ptr<WebhookSender> sender_;
    Bearers bearers_;
    Model model_;
    Faults faults_{{"request", "status", "verify"}};
};

// "sha256=" and the HMAC-SHA256 of the body as it is sent, in hexadecimal.
std::string webhookSignature(const crypto::Secret& secret, std::string_view body);

}  // namespace verdesk::sandbox::passid
