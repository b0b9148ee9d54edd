// What the sandbox has at its main address besides the doubles: its clock, and the desk that they all serve.
#include "sandbox/control.h"
#include "sandbox/sandbox.h"

namespace verdesk::sandbox {

namespace {

Json clockJson(const Clock& clock) {
    return {{"now", timeText(clock.now())}, {"speed", clock.speed()}};
}

http::Response setClock(Clock& clock, const http::Request& request) {
    Body body{request.body};
    const auto speed = body.number("speed", 0, Clock::maxSpeed);
    const auto advance = body.integer("advanceMs", 0, 10LL * 365 * 86'400 * 1000);
    body.refuseOthers();
    if (speed) {
        clock.setSpeed(*speed);
    }
    if (advance) {
        clock.advance(std::chrono::milliseconds{*advance});
    }
    return reply(200, clockJson(clock));
}

}  // namespace

Desk readDesk(Body body) {
    Desk desk;
    desk.institution = body.text("institution", 100).value_or("");
    desk.publicOrigin = body.text("publicOrigin").value_or("");
    body.refuseOthers();
    const auto origin = desk.publicOrigin.empty() ? std::nullopt : parseLoopbackUrl(desk.publicOrigin);
    if (!desk.publicOrigin.empty() && (!origin || desk.publicOrigin != "http://" + origin->host)) {
        throw BadBody{"publicOrigin must be an http origin of this machine"};
    }
    return desk;
}

void Sandbox::addMainRoutes(http::Router& router) {
    router.add("GET", "/control/clock",
               controlled([this](const http::Request&) { return reply(200, clockJson(*clock_)); }));
    router.add("POST", "/control/clock",
               controlled([this](const http::Request& request) { return setClock(*clock_, request); }));
    router.add("POST", "/control/desk", controlled([this](const http::Request& request) {
                   deskIs(readDesk(Body{request.body}));
                   return reply(200, {{"success", true}});
               }));
}

}  // namespace verdesk::sandbox
