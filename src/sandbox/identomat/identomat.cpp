#include "sandbox/identomat/identomat.h"

#include "crypto/random.h"
#include "sandbox/control.h"
#include "sandbox/identomat/practice.h"

#include <array>

namespace verdesk::sandbox::identomat {

namespace {

// Whether and when a callback comes again is not documented.
constexpr std::array<std::chrono::seconds, 4> retries{std::chrono::seconds{0}, std::chrono::minutes{1},
                                                      std::chrono::minutes{10}, std::chrono::hours{1}};

constexpr auto companyKey = "identomat_company_key";
constexpr auto secretKey = "identomat_secret_key";
constexpr auto callbackKey = "identomat_callback_key";
constexpr auto segment = "identomat_hook_segment";

// All public samples have forty of these.
std::string newToken() {
    return crypto::randomText(40, "abcdefghijklmnopqrstuvwxyz0123456789");
}

}  // namespace

Kind kind() {
    return {"identomat", "identomat",
            [](Body settings, Ground ground) -> std::unique_ptr<Double> {
                return std::make_unique<Identomat>(std::move(settings), std::move(ground));
            },
            retries};
}

Identomat::Identomat(Body settings, Ground ground)
    : clock_(ground.clock),
      sender_(std::move(ground.sender)),
      keep_(std::move(ground.keep)),
      configurations_(usualConfigurations()),
      sessions_(newToken) {
    for (const auto* flag :
         {"badSignature", "noSignature", "companyKeyInvalid", "tokenAsObject", "bareToken", "wrongCallbackKey"}) {
        faults_.addFlag(flag);
    }
    secrets_.add(companyKey, settings.text("companyKey"), "ck_");
    secrets_.add(secretKey, settings.text("secretKey"), "sk_");
    secrets_.add(callbackKey, settings.text("callbackApiKey"), "cb_");
    secrets_.add(segment, std::nullopt);
    company_ = company_.with(settings);
    settings.refuseOthers();
}

void Identomat::addRoutes(http::Router& router) {
    addApiRoutes(router);
    addPictureRoutes(router);
    addPageRoutes(router);
    addWidgetRoutes(router);
    addCallRoutes(router);
    addOperatorRoutes(router);
    addTrickFiles(router, tricks_);
}

void Identomat::addControlRoutes(http::Router& router, const std::string& prefix) {
    addFaultRoutes(router, prefix, faults_);
    addDeliveryRoutes(router, prefix, *sender_);
    addTrickRoutes(router, prefix, tricks_, Json("DONE"));
    addSessionControl(router, prefix);
    addCompanyControl(router, prefix);
    addCallbackControl(router, prefix);
}

http::Response Identomat::describe(int status, std::string_view why) const {
    return reply(status, why);
}

void Identomat::deskIs(const Desk& desk) {
    institution_ = desk.institution.empty() ? institution_ : desk.institution;
    if (!desk.publicOrigin.empty()) {
        company_.callbackUrl = desk.publicOrigin + "/hooks/identomat/" + secrets_.text(segment);
        company_.deskOrigins = {desk.publicOrigin};
    }
}

Json Identomat::ready() const {
    Json value{{"base", place().origin}, {"configurations", Json::object()}};
    for (const auto& [id, configuration] : configurations_) {
        value["configurations"][id] = configuration.name;
    }
    const auto made = secrets_.made();
    for (const auto& [name, member] : {std::pair{companyKey, "companyKey"}, std::pair{secretKey, "secretKey"},
                                       std::pair{callbackKey, "callbackApiKey"}}) {
        if (made.contains(name)) {
            value[member] = made.at(name);
        }
    }
    return value;
}

Practice Identomat::practice() const {
    std::map<std::string, std::string> secrets;
    for (const auto* name : {companyKey, secretKey, callbackKey, segment}) {
        secrets[name] = secrets_.text(name);
    }
    return practiceOf(place().origin, std::move(secrets));
}

Json Identomat::toJson() const {
    return {{"sessions", sessions_.toJson()}, {"secrets", secrets_.made()}};
}

void Identomat::restore(const Json& state) {
    sessions_.restore(state.at("sessions"));
    secrets_.restore(state.at("secrets"));
}

}  // namespace verdesk::sandbox::identomat
