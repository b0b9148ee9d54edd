#include "sandbox/control.h"
#include "sandbox/passid/call.h"

namespace verdesk::sandbox::passid {

namespace {

Json sessionJson(const Session& session) {
    auto value = session.toJson();
    value["requestId"] = session.id;
    value.erase("id");
    value["deepLink"] = session.deepLink();
    value["createdAt"] = timeText(session.createdAt);
    value["expiresAt"] = timeText(session.expiresAt);
    value["endedAt"] = session.endedAt ? Json(timeText(*session.endedAt)) : Json();
    return value;
}

Answer approve(Service& service, const http::Request& request) {
    Body body{request.body};
    Approval approval;
    approval.overrides = body.object("claims").value_or(Json::object());
    approval.withhold = body.texts("withhold").value_or(std::vector<std::string>{});
    approval.person = body.text("person").value_or(approval.person);
    body.refuseOthers();
    auto ended = service.model().approve(request.parameters.at("session"), approval, service.now());
    if (!ended) {
        return refused(ended.error());
    }
    return {reply(200, sessionJson(ended->session)), std::move(ended->events)};
}

Answer decline(Service& service, const http::Request& request) {
    const auto session = service.model().decline(request.parameters.at("session"), service.now());
    return session ? Answer{reply(200, sessionJson(*session))} : refused(session.error());
}

Answer expire(Service& service, const http::Request& request) {
    const auto session = service.model().expire(request.parameters.at("session"), service.now());
    return session ? Answer{reply(200, sessionJson(*session))} : refused(session.error());
}

Answer sessions(Service& service, const http::Request&) {
    Json list = Json::array();
    for (const auto& session : service.model().sessions(service.now())) {
        list.push_back(sessionJson(session));
    }
    return {reply(200, {{"sessions", std::move(list)}})};
}

Answer makeToken(Service& service, const http::Request& request) {
    Body body{request.body};
    const auto kind = body.choice("kind", {"one-time", "expired", "revoked", "used", "other-institution", "sanctions"});
    NewToken wanted;
    wanted.user = body.text("person").value_or(kind == "sanctions" ? "viktor" : "amina");
    wanted.overrides = body.object("claims").value_or(Json::object());
    wanted.permissions = body.texts("permissions").value_or(std::vector<std::string>{});
    body.refuseOthers();
    const auto token = service.model().makeToken(kind.value_or("one-time"), wanted, service.now());
    if (!token) {
        return refused(token.error());
    }
    return {reply(201, {{"token", token->text},
                        {"permissions", token->permissions},
                        {"claims", token->claims},
                        {"expiresAt", timeText(*token->expiresAt)}})};
}

Answer setVerifyMode(Service& service, const http::Request& request) {
    service.model().verifyMode().set(Body{request.body});
    return {reply(200, service.model().verifyMode().toJson())};
}

Answer verifyMode(Service& service, const http::Request&) {
    return {reply(200, service.model().verifyMode().toJson())};
}

Answer verifications(Service& service, const http::Request&) {
    return {reply(200, service.model().verifications())};
}

http::Handler testWebhook(const std::shared_ptr<Service>& service) {
    return controlled([service](http::Request request) -> boost::asio::awaitable<http::Response> {
        Body body{request.body};
        Service::TestEvent wanted;
        wanted.badSignature = body.flag("badSignature").value_or(false);
        wanted.missingSignature = body.flag("missingSignature").value_or(false);
        wanted.body = body.object("body");
        body.refuseOthers();
        co_return reply(200, co_await service->pushTest(std::move(wanted)));
    });
}

}  // namespace

void addControlRoutes(http::Router& router, const std::string& prefix, const std::shared_ptr<Service>& service) {
    const auto add = [&](const char* method, const std::string& path, Answer (*call)(Service&, const http::Request&)) {
        router.add(method, prefix + path,
                   control(service, [service, call](const http::Request& request) { return call(*service, request); }));
    };
    add("GET", "/sessions", sessions);
    add("POST", "/sessions/{session}/approve", approve);
    add("POST", "/sessions/{session}/decline", decline);
    add("POST", "/sessions/{session}/expire", expire);
    add("POST", "/tokens", makeToken);
    add("GET", "/verify-mode", verifyMode);
    add("POST", "/verify-mode", setVerifyMode);
    add("GET", "/verifications", verifications);
    router.add("POST", prefix + "/test-webhook", testWebhook(service));
    addFaultRoutes(router, prefix, service->faults());
    addDeliveryRoutes(router, prefix, service->sender());
}

}  // namespace verdesk::sandbox::passid
