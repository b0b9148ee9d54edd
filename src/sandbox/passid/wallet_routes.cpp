#include "sandbox/passid/call.h"

namespace verdesk::sandbox::passid {

namespace {

Json tokenJson(const ShareToken& token, Time now) {
    Json value{{"token", token.text},
               {"permissions", token.permissions},
               {"oneTime", token.oneTime},
               {"issuedAt", timeText(token.issuedAt)},
               {"status", token.revoked ? "revoked"
                          : token.used  ? "used"
                                        : "active"}};
    if (token.expiresAt) {
        value["expiresAt"] = timeText(*token.expiresAt);
        value["expiresInMs"] = (*token.expiresAt - now).count();
    }
    return value;
}

Json wrapped(Json data) {
    return {{"success", true}, {"data", std::move(data)}};
}

Answer publicView(Service& service, const std::string& idOrCode) {
    const auto now = service.now();
    const auto session = service.model().publicView(idOrCode, now);
    if (!session) {
        return refused(session.error());
    }
    return {reply(200, {{"requestId", session->id},
                        {"code", session->code},
                        {"status", nameOf(session->status)},
                        {"institutionName", session->institutionName},
                        {"permissions", session->permissions},
                        {"expiresAt", timeText(session->expiresAt)},
                        {"expiresInMs", (session->expiresAt - now).count()}})};
}

Answer share(Service& service, const std::string& user, const http::Request& request) {
    Body body{request.body};
    NewToken wanted;
    wanted.user = user;
    wanted.permissions = body.texts("permissions").value_or(std::vector<std::string>{});
    wanted.institution = body.text("institution");
    wanted.lifetime = std::chrono::seconds{body.integer("expiresInSeconds", 1, 90 * 86'400).value_or(900)};
    wanted.oneTime = body.flag("oneTime").value_or(true);
    const auto now = service.now();
    const auto token = service.model().share(wanted, now);
    return token ? Answer{reply(201, wrapped(tokenJson(*token, now)))} : refused(token.error());
}

Answer revoke(Service& service, const std::string& user, const http::Request& request) {
    const auto token = service.model().revoke(user, Body{request.body}.text("token").value_or(""));
    return token ? Answer{reply(200, wrapped(tokenJson(*token, service.now())))} : refused(token.error());
}

Answer history(Service& service, const std::string& user, const http::Request& request) {
    if (request.parameters.at("user") != user) {
        return refused({403, "not your history"});
    }
    Json list = Json::array();
    for (const auto& token : service.model().history(user)) {
        list.push_back(tokenJson(token, service.now()));
    }
    return {reply(200, wrapped(std::move(list)))};
}

Answer fulfil(Service& service, const std::string& user, const http::Request& request) {
    const auto token = Body{request.body}.text("token");
    if (!token) {
        throw BadBody{"token is missing"};
    }
    auto ended = service.model().fulfil(request.parameters.at("id"), user, *token, service.now());
    if (!ended) {
        return refused(ended.error());
    }
    return {reply(200, wrapped({{"requestId", ended->session.id}, {"status", nameOf(ended->session.status)}})),
            std::move(ended->events)};
}

Answer decline(Service& service, const std::string&, const http::Request& request) {
    Body{request.body}.text("reason");  // taken and, as far as is documented, told to nobody
    const auto session = service.model().decline(request.parameters.at("id"), service.now());
    if (!session) {
        return refused(session.error());
    }
    return {reply(200, wrapped({{"requestId", session->id}, {"status", nameOf(session->status)}}))};
}

}  // namespace

void addWalletRoutes(http::Router& router, const std::shared_ptr<Service>& service) {
    const auto open = [&](const char* parameter) {
        return plain(service, [service, parameter](const http::Request& request) {
            return publicView(*service, request.parameters.at(parameter));
        });
    };
    const auto user = [&](Answer (*call)(Service&, const std::string&, const http::Request&)) {
        return plain(service, [service, call](const http::Request& request) {
            const auto subject = bearer(*service, request, BearerRole::wallet);
            return subject ? call(*service, *subject, request) : refused(subject.error());
        });
    };
    addBridge(router, "GET", "/request/{id}/public", open("id"));
    // The paths of the code lookup and of declining are assumed: the documentation has the calls without their
    // addresses.
    addBridge(router, "GET", "/request/code/{code}", open("code"));
    addBridge(router, "POST", "/request/{id}/fulfill", user(fulfil));
    addBridge(router, "POST", "/request/{id}/decline", user(decline));
    addBridge(router, "POST", "/share/create", user(share));
    addBridge(router, "POST", "/share/revoke", user(revoke));
    addBridge(router, "GET", "/share/user/{user}", user(history));
}

}  // namespace verdesk::sandbox::passid
