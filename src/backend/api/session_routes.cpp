// POST /sessions, DELETE /sessions/current, GET /me
#include "backend/api/answer.h"
#include "backend/api/routes.h"
#include "backend/auth/sessions.h"
#include "backend/store/store.h"

namespace verdesk::backend::api {

namespace asio = boost::asio;

namespace {

Me meOf(const Who& who, const store::StaffRow& staff, const Config& config, std::int64_t cursor) {
    Me me;
    me.staff = {staff.id, staff.name, staff.displayName, staff.role, staff.branches};
    me.branch = who.branch;
    if (const auto* branch = config.branch(who.branch)) {
        me.branchName = branch->name;
    }
    me.counter = who.counter;
    me.institution = config.institution;
    me.environment = config.environment();
    me.cursor = cursor;
    me.idleLockSeconds = config.idleLock.count();
    me.hideClaimsSeconds = config.hideClaims.count();
    me.phoneUrl = config.phoneUrl;
    me.publicOrigin = config.publicOrigin;
    me.minimumEngine = config.minimumEngine;
    return me;
}

asio::awaitable<http::Response> signIn(const Parts& parts, Call call) {
    auto body = bodyOf(call);
    auto given = signInFrom(JsonReader{body});
    auto made = co_await parts.sessions.signIn(std::move(given), call.request.peer);
    const auto me = meOf(made.who, made.staff, parts.config, parts.store.feed().cursor());
    co_return answer(201, toJson(SignedIn{std::move(made.token), made.expiresAt, me}));
}

asio::awaitable<http::Response> signOut(const Parts& parts, Call call) {
    co_await parts.sessions.signOut(call.who);
    http::Response response;
    response.status = 204;
    co_return response;
}

asio::awaitable<http::Response> me(const Parts& parts, Call call) {
    const auto cursor = parts.store.feed().cursor();
    const auto staff = co_await parts.sessions.staffOf(call.who.staff);
    co_return answer(200, toJson(meOf(call.who, staff, parts.config, cursor)));
}

}  // namespace

void addSessionRoutes(Gate& gate, const Parts& parts) {
    gate.add({"POST", "/sessions", std::nullopt, 8 * 1024},
             [&parts](Call call) { return signIn(parts, std::move(call)); });
    gate.add({"DELETE", "/sessions/current", Operation::readOwn},
             [&parts](Call call) { return signOut(parts, std::move(call)); });
    gate.add({"GET", "/me", Operation::readOwn}, [&parts](Call call) { return me(parts, std::move(call)); });
}

}  // namespace verdesk::backend::api
