#include "sandbox/authenteq/authenteq.h"

#include "crypto/random.h"
#include "sandbox/authenteq/practice.h"
#include "sandbox/control.h"

namespace verdesk::sandbox::authenteq {

namespace {

constexpr auto secret = "authenteq_client_secret";

}  // namespace

Kind kind() {
    return {"authenteq",
            "authenteq",
            [](Body settings, Ground ground) -> std::unique_ptr<Double> {
                return std::make_unique<Authenteq>(std::move(settings), std::move(ground));
            },
            {}};
}

Authenteq::Authenteq(Body settings, Ground ground)
    : clock_(ground.clock), keep_(std::move(ground.keep)), sessions_([] { return crypto::randomToken(24); }) {
    for (const auto* flag : {"wrongState", "noState"}) {
        faults_.addFlag(flag);
    }
    settings_.clientId = settings.text("clientId").value_or(settings_.clientId);
    settings_.redirectUri = settings.text("redirectUri").value_or("");
    secrets_.add(secret, settings.text("clientSecret"), "aq_");
    settings.refuseOthers();
}

void Authenteq::addRoutes(http::Router& router) {
    addIdentityRoutes(router);
    addApiRoutes(router);
    addWebIdvRoutes(router);
    addTrickFiles(router, tricks_);
}

void Authenteq::addControlRoutes(http::Router& router, const std::string& prefix) {
    addFaultRoutes(router, prefix, faults_);
    // The page ends with an address and no message: this is what that address would say.
    addTrickRoutes(router, prefix, tricks_, {{"code", "foreign"}, {"state", "foreign"}});
    addSessionControl(router, prefix);
}

http::Response apiProblem(int status, std::string_view code, std::string_view message) {
    return reply(status, {{"errorCode", code}, {"errorMessage", message}});
}

http::Response Authenteq::describe(int status, std::string_view why) const {
    return apiProblem(status, "INVALID_REQUEST_PARAMETER", why);
}

void Authenteq::deskIs(const Desk& desk) {
    institution_ = desk.institution.empty() ? institution_ : desk.institution;
    if (!desk.publicOrigin.empty()) {
        settings_.redirectUri = desk.publicOrigin + "/return/authenteq";
    }
}

Json Authenteq::ready() const {
    Json value{{"base", place().origin}, {"clientId", settings_.clientId}};
    if (const auto made = secrets_.made(); made.contains(secret)) {
        value["clientSecret"] = made.at(secret);
    }
    return value;
}

Practice Authenteq::practice() const {
    return practiceOf(place().origin, settings_.clientId, {{secret, secrets_.text(secret)}});
}

Json Authenteq::toJson() const {
    return {{"sessions", sessions_.toJson()}, {"secrets", secrets_.made()}};
}

void Authenteq::restore(const Json& state) {
    sessions_.restore(state.at("sessions"));
    secrets_.restore(state.at("secrets"));
}

}  // namespace verdesk::sandbox::authenteq
