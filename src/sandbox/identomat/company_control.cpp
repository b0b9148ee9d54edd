// The company's settings and saved configurations, what becomes of those who go through the widget, and why calls of
// the API were refused.
#include "sandbox/control.h"
#include "sandbox/identomat/identomat.h"

namespace verdesk::sandbox::identomat {

using http::Request;

void Identomat::addCompanyControl(http::Router& router, const std::string& prefix) {
    router.add("GET", prefix + "/company",
               controlled([this](const Request&) { return reply(200, company_.toJson()); }));
    router.add("PUT", prefix + "/company", controlled([this](const Request& request) {
                   Body body{request.body};
                   auto changed = company_.with(body);
                   body.refuseOthers();
                   company_ = std::move(changed);
                   return reply(200, company_.toJson());
               }));
    router.add("GET", prefix + "/usual", controlled([this](const Request&) { return reply(200, usual_.toJson()); }));
    router.add("PUT", prefix + "/usual", controlled([this](const Request& request) {
                   Body body{request.body};
                   auto usual = Outcome::from(body, {});
                   body.refuseOthers();
                   usual_ = std::move(usual);
                   return reply(200, usual_.toJson());
               }));
    router.add("GET", prefix + "/configurations", controlled([this](const Request&) {
                   Json all = Json::object();
                   for (const auto& [id, each] : configurations_) {
                       all[id] = {{"name", each.name}, {"flags", each.flags}, {"steps", each.steps}};
                   }
                   return reply(200, {{"configurations", std::move(all)}});
               }));
    router.add("PUT", prefix + "/configurations/{id}", controlled([this](const Request& request) {
                   const auto& id = request.parameters.at("id");
                   Body body{request.body};
                   auto made = Configuration::from(body);
                   body.refuseOthers();
                   if (!isConfigId(id)) {
                       throw BadBody{"a config_id has 24 hexadecimal digits"};
                   }
                   configurations_[id] = std::move(made);
                   return reply(200, {{"id", id}});
               }));
    router.add("GET", prefix + "/refusals", controlled([this](const Request&) {
                   return reply(200, {{"refusals", refusals_}});
               }));
}

}  // namespace verdesk::sandbox::identomat
