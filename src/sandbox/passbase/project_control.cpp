// The institution's dashboard at Passbase, and what becomes of those who submit on a page.
#include "sandbox/control.h"
#include "sandbox/passbase/passbase.h"

namespace verdesk::sandbox::passbase {

using http::Request;

void Passbase::addProjectControl(http::Router& router, const std::string& prefix) {
    router.add("GET", prefix + "/project",
               controlled([this](const Request&) { return reply(200, project_.toJson()); }));
    router.add("PUT", prefix + "/project", controlled([this](const Request& request) {
                   Body body{request.body};
                   setProject(body);
                   return reply(200, project_.toJson());
               }));
    router.add("GET", prefix + "/usual", controlled([this](const Request&) { return reply(200, usual_.toJson()); }));
    router.add("PUT", prefix + "/usual", controlled([this](const Request& request) {
                   Body body{request.body};
                   const auto usual = Outcome::from(body, {});
                   body.refuseOthers();
                   usual_ = usual;
                   return reply(200, usual_.toJson());
               }));
}

}  // namespace verdesk::sandbox::passbase
