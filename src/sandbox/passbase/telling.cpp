// What follows from a customer's data: an identity, and the events that tell the institution.
#include "sandbox/passbase/passbase.h"

#include "crypto/random.h"
#include "crypto/rsa.h"

#include <algorithm>

namespace verdesk::sandbox::passbase {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::milliseconds atOnce{0};
// The two events of a verification that is decided at once follow each other so closely; or so, where the second
// overtakes.
constexpr std::chrono::milliseconds between{200};
constexpr std::chrono::milliseconds overtaken{2'000};

crypto::CbcVector newVector() {
    const auto bytes = crypto::randomBytes(crypto::CbcVector{}.size());
    crypto::CbcVector vector{};
    std::copy(bytes.begin(), bytes.end(), vector.begin());
    return vector;
}

// RFC 9562 version 4, as Passbase's are.
std::string uuid4() {
    auto bytes = crypto::randomBytes(16);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    auto text = crypto::toHex(bytes);
    for (const auto at : {20, 16, 12, 8}) {
        text.insert(static_cast<std::size_t>(at), 1, '-');
    }
    return text;
}

}  // namespace

Json Passbase::readMetadata(const std::string& text) const {
    const auto written = crypto::fromBase64(text);
    const auto message = written ? crypto::rsaPublicDecrypt(metadataPublicKey(), *written) : std::nullopt;
    auto value = message ? Json::parse(crypto::textOf(*message), nullptr, false) : Json();
    return value.is_object() ? value : Json();
}

const Identity* Passbase::knownOf(const Visit& visit) {
    return project_.authentication && !visit.email.empty() ? identities_.known(visit.email, clock_.now()) : nullptr;
}

asio::awaitable<Identity> Passbase::submit(Submission submission, Outcome outcome) {
    const auto mode = faults_.webhook();
    if (mode == WebhookMode::beforeReply) {
        outcome.processing = atOnce;
    }
    const auto identity = identities_.add(submitted(submission, outcome, project_, clock_.now(), uuid4));
    std::shared_ptr<Delivery> first;
    for (const auto& event : eventsAhead(identity)) {
        const auto delivery = sendEvent(event, mode);
        first = first ? first : delivery;
    }
    if (mode == WebhookMode::beforeReply && first) {
        co_await sender_->firstAttempt(first);
    }
    co_return identity;
}

asio::awaitable<void> Passbase::tell(Event event) {
    const auto mode = faults_.webhook();
    const auto delivery = sendEvent(event, mode);
    if (mode == WebhookMode::beforeReply && delivery) {
        co_await sender_->firstAttempt(delivery);
    }
}

std::shared_ptr<Delivery> Passbase::sendEvent(const Event& event, WebhookMode mode) {
    const bool hasName = !project_.olderNames || !olderName(event.name).empty();
    if (project_.webhookUrl.empty() || !project_.events.contains(event.name) || !hasName) {
        return nullptr;
    }
    auto after = std::max(atOnce, event.updated - clock_.now());
    const bool completed = event.name == "VERIFICATION_COMPLETED";
    if (faults_.flag("reviewedFirst")) {
        after += completed ? overtaken : atOnce;
    } else if (mode != WebhookMode::beforeReply) {
        after += completed ? atOnce : between;
    }
    const auto body = eventBody(event, project_.olderNames);
    auto outgoing = message(body.at("event"), textOf(body), usualWrapping());
    outgoing.after = after;
    if (mode == WebhookMode::never) {
        sender_->suppress(outgoing);
        return nullptr;
    }
    if (mode == WebhookMode::twice) {
        sender_->send(outgoing);
    }
    return sender_->send(outgoing);
}

Outgoing Passbase::message(std::string type, std::string text, const Wrapping& wrapping) const {
    Outgoing outgoing;
    outgoing.eventId = "pe_" + crypto::randomToken(12);
    outgoing.type = std::move(type);
    outgoing.url = project_.webhookUrl;
    outgoing.headers = {{"Content-Type", wrapping.encrypted ? "text/plain" : "application/json"}};
    outgoing.body =
        wrapping.encrypted ? encrypted(text, wrapping.secret, newVector(), wrapping.badPadding) : std::move(text);
    return outgoing;
}

Wrapping Passbase::usualWrapping() const {
    return {project_.encrypted, faults_.flag("badPadding"), secrets_.text("passbase_webhook_secret")};
}

}  // namespace verdesk::sandbox::passbase
