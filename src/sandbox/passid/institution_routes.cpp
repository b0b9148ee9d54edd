#include "sandbox/passid/call.h"

namespace verdesk::sandbox::passid {

namespace {

Answer openRequest(Service& service, const http::Request& request) {
    Body body{request.body};
    NewSession wanted;
    wanted.institution = Service::institutionId;
    wanted.institutionName = body.text("institutionName", 100).value_or(service.settings().institutionName);
    wanted.permissions = body.texts("permissions").value_or(std::vector<std::string>{});
    wanted.lifetime = std::chrono::seconds{body.integer("ttlSeconds", 1, 3600).value_or(600)};
    const auto session = service.model().request(wanted, service.now());
    if (!session) {
        return refused(session.error());
    }
    return {reply(201, {{"requestId", session->id},
                        {"code", session->code},
                        {"deepLink", session->deepLink()},
                        {"expiresAt", timeText(session->expiresAt)}})};
}

Answer status(Service& service, const http::Request& request) {
    const auto session = service.model().session(Service::institutionId, request.parameters.at("id"), service.now());
    if (!session) {
        return refused(session.error());
    }
    Json value{
        {"requestId", session->id}, {"status", nameOf(session->status)}, {"expiresAt", timeText(session->expiresAt)}};
    if (session->status == SessionStatus::completed) {
        value["claims"] = session->claims;
        value["verifiedAt"] = timeText(*session->endedAt);
    }
    if (session->denied) {
        value["denyReason"] = nameOf(*session->denied);
    }
    return {reply(200, value)};
}

Answer verify(Service& service, const http::Request& request) {
    Body body{request.body};
    VerifyCall call;
    call.institution = Service::institutionId;
    const auto token = body.text("token");
    if (!token || token->empty()) {
        throw BadBody{"token is missing"};
    }
    call.token = *token;
    call.reference = body.text("institution_reference");
    if (const auto key = request.header("Idempotency-Key"); key && !key->empty()) {
        call.idempotencyKey = std::string{*key};
    }
    call.request = textOf(body.whole());
    auto verified = service.model().verify(call, service.now());
    return {{verified.reply.status, std::move(verified.reply.body)}, std::move(verified.events)};
}

Answer record(Service& service, const http::Request& request) {
    const auto found = service.model().record(Service::institutionId, request.parameters.at("token"));
    if (!found) {
        return refused(found.error());
    }
    Json data{{"verification_id", found->id},
              {"token", found->token},
              {"valid", !found->denied},
              {"verifiedAt", timeText(found->at)}};
    if (found->denied) {
        data["denyReason"] = nameOf(*found->denied);
    } else {
        data["claims"] = found->claims;
    }
    return {reply(200, {{"success", true}, {"data", std::move(data)}})};
}

Answer outcome(Service& service, const http::Request& request) {
    Body body{request.body};
    OutcomeReport report;
    report.institution = Service::institutionId;
    report.token = body.text("token").value_or("");
    report.outcome = body.text("outcome").value_or("");
    report.productType = body.text("productType");
    report.amount = body.number("amount", 0, 1e15);
    report.notes = body.text("notes", 4000);
    auto event = service.model().reportOutcome(report);
    if (!event) {
        return refused(event.error());
    }
    return {reply(201, {{"success", true}}), {std::move(*event)}};
}

Answer webhookAddress(Service& service, const http::Request& request) {
    const auto institution = bearer(service, request, BearerRole::institution);
    if (!institution) {
        return refused(institution.error());
    }
    Body body{request.body};
    auto url = body.text("webhookUrl");
    auto secret = body.text("webhookSecret");
    service.configureWebhook(url ? url : body.text("webhook_url"), secret ? secret : body.text("webhook_secret"));
    return {reply(200, {{"success", true}, {"data", {{"webhookUrl", service.settings().webhookUrl}}}})};
}

}  // namespace

void addInstitutionRoutes(http::Router& router, const std::shared_ptr<Service>& service) {
    const auto keyed = [&](const char* fault, Answer (*call)(Service&, const http::Request&)) {
        return withKey(service, fault,
                       [service, call](const http::Request& request) { return call(*service, request); });
    };
    addBridge(router, "POST", "/request", keyed("request", openRequest));
    addBridge(router, "GET", "/request/{id}", keyed("status", status));
    addBridge(router, "POST", "/verify", keyed("verify", verify));
    addBridge(router, "GET", "/verify/{token}", keyed("record", record));
    addBridge(router, "POST", "/outcome", keyed("outcome", outcome));
    router.add("POST", "/passid/v1/outcome", keyed("outcome", outcome));
    router.add("PATCH", "/passid/api/institution/webhook",
               plain(service, [service](const http::Request& request) { return webhookAddress(*service, request); }));
}

}  // namespace verdesk::sandbox::passid
