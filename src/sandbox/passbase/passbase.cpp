#include "sandbox/passbase/passbase.h"

#include "crypto/random.h"
#include "sandbox/control.h"
#include "sandbox/passbase/practice.h"

#include <array>

namespace verdesk::sandbox::passbase {

namespace {

// Whether and when an event comes again is not documented.
constexpr std::array<std::chrono::seconds, 4> retries{std::chrono::seconds{0}, std::chrono::minutes{1},
                                                      std::chrono::minutes{10}, std::chrono::hours{1}};

constexpr auto secretKey = "passbase_secret_key";
constexpr auto webhookSecret = "passbase_webhook_secret";
constexpr auto segment = "passbase_hook_segment";
constexpr auto metadataKeyName = "passbase_metadata_key";
constexpr unsigned metadataKeyBits = 2048;

}  // namespace

Kind kind() {
    return {"passbase", "passbase",
            [](Body settings, Ground ground) -> std::unique_ptr<Double> {
                return std::make_unique<Passbase>(std::move(settings), std::move(ground));
            },
            retries};
}

Passbase::Passbase(Body settings, Ground ground)
    : clock_(ground.clock),
      sender_(std::move(ground.sender)),
      keep_(std::move(ground.keep)),
      visits_([] { return crypto::randomToken(24); }) {
    for (const auto* flag : {"reviewedFirst", "badPadding"}) {
        faults_.addFlag(flag);
    }
    publishableKey_ = settings.text("publishableKey").value_or("pk_verdesk_practice");
    slug_ = settings.text("slug", 100).value_or("verdesk-practice");
    const auto secret = settings.text("webhookSecret");
    if (secret && !secret->empty() && secret->size() != crypto::Key::size) {
        throw BadBody{"webhookSecret must have 32 characters"};
    }
    secrets_.add(secretKey, settings.text("secretKey"), "sk_");
    secrets_.add(webhookSecret, secret);  // one that is made here has 32 characters, too
    secrets_.add(segment, std::nullopt);
    setProject(settings);
}

void Passbase::setProject(Body& body) {
    const auto pem = body.text("metadataPublicKey", 4'000);
    if (pem && !pem->starts_with("-----BEGIN PUBLIC KEY-----")) {
        throw BadBody{"metadataPublicKey must be a public key (PEM)"};
    }
    auto project = project_.with(body);
    body.refuseOthers();
    project_ = std::move(project);
    givenPublicKey_ = pem.value_or(givenPublicKey_);
}

void Passbase::addRoutes(http::Router& router) {
    addApiRoutes(router);
    addPageRoutes(router);
    addVisitRoutes(router);
    addTrickFiles(router, tricks_);
}

void Passbase::addControlRoutes(http::Router& router, const std::string& prefix) {
    addFaultRoutes(router, prefix, faults_);
    addDeliveryRoutes(router, prefix, *sender_);
    // The key of an identity that nobody has.
    addTrickRoutes(router, prefix, tricks_,
                   {{"type", "iframeFinish"}, {"data", Json::array({"00000000-0000-4000-8000-000000000000"})}});
    addVisitControl(router, prefix);
    addIdentityControl(router, prefix);
    addProjectControl(router, prefix);
    addWebhookControl(router, prefix);
}

http::Response apiProblem(int status, std::string_view why) {
    return reply(status, {{"message", why}});
}

http::Response Passbase::describe(int status, std::string_view why) const {
    return apiProblem(status, why);
}

void Passbase::deskIs(const Desk& desk) {
    institution_ = desk.institution.empty() ? institution_ : desk.institution;
    if (!desk.publicOrigin.empty()) {
        project_.webhookUrl = desk.publicOrigin + "/hooks/passbase/" + secrets_.text(segment);
        project_.deskOrigins = {desk.publicOrigin};
    }
}

Json Passbase::ready() const {
    Json value{{"base", place().origin}, {"publishableKey", publishableKey_}, {"slug", slug_}};
    const auto made = secrets_.made();
    if (made.contains(secretKey)) {
        value["secretKey"] = made.at(secretKey);
    }
    if (made.contains(webhookSecret)) {
        value["webhookSecret"] = made.at(webhookSecret);
    }
    return value;
}

Practice Passbase::practice() const {
    if (!metadataKey_) {
        metadataKey_ = crypto::newRsaKeyPair(metadataKeyBits);
        keep_();
    }
    return practiceOf(place().origin, publishableKey_, slug_,
                      {{secretKey, secrets_.text(secretKey)},
                       {webhookSecret, secrets_.text(webhookSecret)},
                       {segment, secrets_.text(segment)},
                       {metadataKeyName, std::string{metadataKey_->privateKey.reveal()}}});
}

std::string Passbase::metadataPublicKey() const {
    return givenPublicKey_.empty() && metadataKey_ ? metadataKey_->publicKey : givenPublicKey_;
}

Json Passbase::toJson() const {
    return {{"identities", identities_.toJson()},
            {"visits", visits_.toJson()},
            {"secrets", secrets_.made()},
            {"metadataKey",
             metadataKey_ ? Json{{"private", metadataKey_->privateKey.reveal()}, {"public", metadataKey_->publicKey}}
                          : Json()}};
}

void Passbase::restore(const Json& state) {
    identities_.restore(state.at("identities"));
    visits_.restore(state.at("visits"));
    secrets_.restore(state.at("secrets"));
    if (const auto& key = state.at("metadataKey"); key.is_object()) {
        metadataKey_ = {crypto::Secret{key.at("private").get<std::string>()}, key.at("public")};
    }
}

}  // namespace verdesk::sandbox::passbase
