#include "sandbox/passid/service.h"

#include "crypto/digest.h"
#include "crypto/random.h"

namespace verdesk::sandbox::passid {

namespace {

constexpr auto namesSession = "namesSession";  // webhooks say which session they are about
constexpr auto signatureHeader = "X-PASSID-Signature";

void checkUrl(const std::string& url) {
    if (!url.empty() && !parseLoopbackUrl(url)) {
        throw BadBody{"webhookUrl must be an http address of this machine"};
    }
}

}  // namespace

Settings Settings::from(Body body) {
    Settings settings;
    settings.key = crypto::Secret{body.text("key").value_or("")};
    if (settings.key.empty()) {
        settings.key = crypto::Secret{"sk_sandbox_" + crypto::randomToken(24)};
    }
    settings.webhookUrl = body.text("webhookUrl").value_or("");
    settings.webhookSecret = crypto::Secret{body.text("webhookSecret").value_or("")};
    settings.institutionName = body.text("institutionName", 100).value_or(settings.institutionName);
    body.refuseOthers();
    checkUrl(settings.webhookUrl);
    if (!settings.webhookUrl.empty() && settings.webhookSecret.empty()) {
        throw BadBody{"webhookSecret is missing"};
    }
    return settings;
}

Service::Service(Settings settings, const Clock& clock, std::shared_ptr<WebhookSender> sender)
    : settings_(std::move(settings)),
      clock_(clock),
      sender_(std::move(sender)),
      bearers_(crypto::Secret{crypto::randomToken()}),
      model_(crypto::randomText) {
    faults_.addFlag(namesSession);
}

bool Service::isKey(std::optional<std::string_view> key) const {
    return key && crypto::equalInConstantTime(crypto::viewOf(*key), settings_.key.bytes());
}

std::string Service::institutionJwt() const {
    return bearers_.issue(BearerRole::institution, institutionId);
}

void Service::configureWebhook(const std::optional<std::string>& url, const std::optional<std::string>& secret) {
    if (!url) {
        throw BadBody{"webhookUrl is missing"};
    }
    checkUrl(*url);
    if ((!secret || secret->empty()) && settings_.webhookSecret.empty()) {
        throw BadBody{"webhookSecret is missing"};
    }
    settings_.webhookUrl = *url;
    if (secret && !secret->empty()) {
        settings_.webhookSecret = crypto::Secret{*secret};
    }
}

std::string webhookSignature(const crypto::Secret& secret, std::string_view body) {
    return "sha256=" + crypto::toHex(crypto::hmacSha256(secret.bytes(), crypto::viewOf(body)));
}

Outgoing Service::outgoing(const std::string& type, const std::string& eventId, std::string body) const {
    Outgoing message;
    message.eventId = eventId;
    message.type = type;
    message.url = settings_.webhookUrl;
    message.headers = {{"Content-Type", "application/json"},
                       {signatureHeader, webhookSignature(settings_.webhookSecret, body)}};
    message.body = std::move(body);
    return message;
}

boost::asio::awaitable<void> Service::push(std::vector<Event> events) {
    if (settings_.webhookUrl.empty()) {
        co_return;
    }
    const auto mode = faults_.webhook();
    std::vector<std::shared_ptr<Delivery>> sent;
    for (auto& event : events) {
        if (faults_.flag(namesSession) && event.session) {
            event.data["requestId"] = *event.session;
        }
        const auto eventId = "evt_" + crypto::randomText(20, idAlphabet);
        const auto message = outgoing(event.type, eventId,
                                      textOf({{"event_id", eventId},
                                              {"event_type", event.type},
                                              {"created_at", timeText(now())},
                                              {"data", std::move(event.data)}}));
        if (mode == WebhookMode::never) {
            sender_->suppress(message);
            continue;
        }
        sent.push_back(sender_->send(message));
        if (mode == WebhookMode::twice) {
            sent.push_back(sender_->send(message));
        }
    }
    if (mode == WebhookMode::beforeReply) {
        for (const auto& delivery : sent) {
            co_await sender_->firstAttempt(delivery);
        }
    }
}

boost::asio::awaitable<Json> Service::pushTest(TestEvent wanted) {
    if (settings_.webhookUrl.empty()) {
        throw BadBody{"no webhookUrl is configured"};
    }
    const auto eventId = "evt_" + crypto::randomText(20, idAlphabet);
    const auto* person = findPerson("amina");
    const Json usual{{"event_id", eventId},
                     {"event_type", "verification.completed"},
                     {"created_at", timeText(now())},
                     {"data",
                      {{"token", person->sandboxToken},
                       {"proofType", "selective_disclosure"},
                       {"claims", person->claims},
                       {"test", true}}}};
    auto message = outgoing("verification.completed", eventId, textOf(wanted.body.value_or(usual)));
    message.once = true;
    auto& signature = message.headers.back().second;
    if (wanted.badSignature) {
        signature.back() = signature.back() == '0' ? '1' : '0';
    }
    if (wanted.missingSignature) {
        message.headers.pop_back();
    }
    const auto delivery = sender_->send(std::move(message));
    co_await sender_->firstAttempt(delivery);
    co_return delivery->toJson();
}

Json Service::toJson() const {
    return {{"model", model_.toJson()}};
}

void Service::restore(const Json& value) {
    model_.restore(value.at("model"));
}

}  // namespace verdesk::sandbox::passid
