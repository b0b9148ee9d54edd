#include "sandbox/passport_io/passport_io.h"

#include "crypto/random.h"
#include "sandbox/control.h"
#include "sandbox/passport_io/practice.h"

#include <array>

namespace verdesk::sandbox::passport_io {

namespace {

// Whether and when a pingback comes again is not documented.
constexpr std::array<std::chrono::seconds, 4> retries{std::chrono::seconds{0}, std::chrono::minutes{1},
                                                      std::chrono::minutes{10}, std::chrono::hours{1}};

constexpr auto secret = "passport_io_client_secret";
constexpr auto loginSecret = "passport_io_login_client_secret";
constexpr auto segment = "passport_io_hook_segment";

void checkOrigin(const std::string& origin) {
    const bool safe = origin.find_first_of(" ;,'\"\r\n") == std::string::npos;
    if (!safe || !(origin.starts_with("http://") || origin.starts_with("https://"))) {
        throw BadBody{"deskOrigins must hold origins"};
    }
}

}  // namespace

Kind kind() {
    return {"passport_io", "passport-io",
            [](Body settings, Ground ground) -> std::unique_ptr<Double> {
                return std::make_unique<PassportIo>(std::move(settings), std::move(ground));
            },
            retries};
}

PassportIo::PassportIo(Body settings, Ground ground)
    : clock_(ground.clock),
      sender_(std::move(ground.sender)),
      keep_(std::move(ground.keep)),
      sessions_([] { return crypto::randomToken(24); }) {
    faults_.addFlag("tokenOpensOnce", true);
    settings_.clientId = settings.text("clientId").value_or(settings_.clientId);
    settings_.loginClientId = settings.text("loginClientId").value_or(settings_.loginClientId);
    secrets_.add(secret, settings.text("clientSecret"), "ppio_");
    secrets_.add(loginSecret, settings.text("loginClientSecret"), "ppio_login_");
    secrets_.add(segment, std::nullopt);
    setAddresses(settings);
    settings.refuseOthers();
}

void PassportIo::setAddresses(Body& body) {
    const auto url = body.text("pingbackUrl");
    if (url && !url->empty() && !parseLoopbackUrl(*url)) {
        throw BadBody{"pingbackUrl must be an http address of this machine"};
    }
    const auto origins = body.texts("deskOrigins");
    for (const auto& origin : origins.value_or(std::vector<std::string>{})) {
        checkOrigin(origin);
    }
    settings_.pingbackUrl = url.value_or(settings_.pingbackUrl);
    settings_.deskOrigins = origins.value_or(settings_.deskOrigins);
}

void PassportIo::addRoutes(http::Router& router) {
    addApiRoutes(router);
    addWidgetRoutes(router);
    addLoginRoutes(router);
    addFileRoutes(router);
    addTrickFiles(router, tricks_);
}

void PassportIo::addControlRoutes(http::Router& router, const std::string& prefix) {
    addFaultRoutes(router, prefix, faults_);
    addDeliveryRoutes(router, prefix, *sender_);
    addTrickRoutes(router, prefix, tricks_, {{"messageType", "triggerCloseWidget"}});
    addSessionControl(router, prefix);
    addPingbackControl(router, prefix);
}

http::Response PassportIo::describe(int status, std::string_view why) const {
    return reply(status, {{"error", why}});
}

void PassportIo::deskIs(const Desk& desk) {
    institution_ = desk.institution.empty() ? institution_ : desk.institution;
    if (!desk.publicOrigin.empty()) {
        settings_.pingbackUrl = desk.publicOrigin + "/hooks/passport_io/" + secrets_.text(segment);
        settings_.deskOrigins = {desk.publicOrigin};
    }
}

Json PassportIo::ready() const {
    Json value{{"base", place().origin}, {"clientId", settings_.clientId}, {"loginClientId", settings_.loginClientId}};
    const auto made = secrets_.made();
    if (made.contains(secret)) {
        value["clientSecret"] = made.at(secret);
    }
    if (made.contains(loginSecret)) {
        value["loginClientSecret"] = made.at(loginSecret);
    }
    return value;
}

Practice PassportIo::practice() const {
    return practiceOf(place().origin, settings_.clientId,
                      {{secret, secrets_.text(secret)}, {segment, secrets_.text(segment)}});
}

boost::asio::awaitable<void> PassportIo::tell(Session session, Completion completion) {
    const auto mode = faults_.webhook();
    const auto* person = findPerson(completion.person.empty() ? session.person : completion.person);
    auto body =
        textOf(pingbackBody(person == nullptr ? people().front() : *person, completion, session.reference, files()));
    if (settings_.pingbackUrl.empty()) {
        co_return;
    }
    const bool atOnce = mode == WebhookMode::beforeReply;
    const auto message = pingback(std::move(body), atOnce ? std::chrono::milliseconds{0} : completion.after);
    if (mode == WebhookMode::never) {
        sender_->suppress(message);
        co_return;
    }
    const auto delivery = sender_->send(message);
    if (mode == WebhookMode::twice) {
        sender_->send(message);
    }
    if (atOnce) {
        co_await sender_->firstAttempt(delivery);
    }
}

Outgoing PassportIo::pingback(std::string body, std::chrono::milliseconds after) const {
    Outgoing message;
    message.eventId = "pb_" + crypto::randomToken(12);
    message.type = "pingback";
    message.url = settings_.pingbackUrl;
    message.headers = {{"Content-Type", "application/json"}};
    message.body = std::move(body);
    message.after = after;
    return message;
}

Json PassportIo::toJson() const {
    return {{"sessions", sessions_.toJson()}, {"secrets", secrets_.made()}, {"accessTokens", accessTokens_}};
}

void PassportIo::restore(const Json& state) {
    sessions_.restore(state.at("sessions"));
    secrets_.restore(state.at("secrets"));
    accessTokens_ = state.at("accessTokens").get<std::set<std::string>>();
}

}  // namespace verdesk::sandbox::passport_io
