#include "sandbox/passid/passid.h"

#include "crypto/random.h"
#include "sandbox/passid/routes.h"
#include "sandbox/phone/phone.h"

#include <array>

namespace verdesk::sandbox::passid {

namespace {

// PASSID's documentation: five attempts.
constexpr std::array<std::chrono::seconds, 5> retries{std::chrono::seconds{0}, std::chrono::seconds{30},
                                                      std::chrono::minutes{5}, std::chrono::minutes{30},
                                                      std::chrono::hours{2}};

}  // namespace

Kind kind() {
    return {"passid",
            {},
            [](Body settings, Ground ground) -> std::unique_ptr<Double> {
                return std::make_unique<Passid>(std::move(settings), std::move(ground));
            },
            retries};
}

Passid::Passid(Body settings, Ground ground)
    : keyIsOurs_(!settings.text("key")),
      webhookSecret_("whsec_" + crypto::randomToken(24)),
      hookSegment_(crypto::randomToken(24)),
      service_(std::make_shared<Service>(Settings::from(std::move(settings)), ground.clock, std::move(ground.sender))) {
}

void Passid::addRoutes(http::Router& router) {
    addInstitutionRoutes(router, service_);
    addWalletRoutes(router, service_);
    phone::addRoutes(router, service_, std::make_shared<const http::Router>(router));
}

void Passid::addControlRoutes(http::Router& router, const std::string& prefix) {
    passid::addControlRoutes(router, prefix, service_);
}

http::Response Passid::describe(int status, std::string_view why) const {
    auto response = problem(status, why);
    response.headers.emplace_back(versionHeader, "1");
    return response;
}

void Passid::deskIs(const Desk& desk) {
    if (!desk.institution.empty()) {
        service_->settings().institutionName = desk.institution;
    }
    if (!desk.publicOrigin.empty()) {
        const auto secret = std::string{webhookSecret_.reveal()};
        service_->configureWebhook(desk.publicOrigin + "/hooks/passid/" + hookSegment_, secret);
    }
}

Json Passid::ready() const {
    Json value{{"base", place().origin + "/passid"}, {"institutionJwt", service_->institutionJwt()}};
    if (keyIsOurs_) {
        value["key"] = service_->settings().key.reveal();
    }
    return value;
}

Practice Passid::practice() const {
    return practiceOf(place().origin + "/passid", service_->settings().key, webhookSecret_, hookSegment_);
}

Json Passid::toJson() const {
    Json secrets{{"webhook", webhookSecret_.reveal()}, {"segment", hookSegment_}};
    if (keyIsOurs_) {
        secrets["key"] = service_->settings().key.reveal();
    }
    auto state = service_->toJson();
    state["secrets"] = std::move(secrets);
    return state;
}

void Passid::restore(const Json& state) {
    service_->restore(state);
    const auto secrets = state.value("secrets", Json::object());
    const auto take = [&](const char* name) { return secrets.value(name, ""); };
    if (keyIsOurs_ && !take("key").empty()) {
        service_->settings().key = crypto::Secret{take("key")};
    }
    if (!take("webhook").empty() && !take("segment").empty()) {
        webhookSecret_ = crypto::Secret{take("webhook")};
        hookSegment_ = take("segment");
    }
}

}  // namespace verdesk::sandbox::passid
