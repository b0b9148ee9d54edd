// The button (button.passbase.com), a page for an iframe, and the hosted link (verify.passbase.com), a page on top.
#include "sandbox/control.h"
#include "sandbox/language.h"
#include "sandbox/page.h"
#include "sandbox/passbase/passbase.h"

#include "crypto/bytes.h"

#include <algorithm>

namespace verdesk::sandbox::passbase {

using http::Request;
using http::Response;

namespace {

std::string joined(const std::vector<std::string>& origins) {
    std::string all;
    for (const auto& origin : origins) {
        all += (all.empty() ? "" : " ") + origin;
    }
    return all.empty() ? "'none'" : all;
}

// The JSON of ?p=: an empty object where there is none, discarded where it is broken.
Json parametersOf(const Request& request) {
    const auto found = request.query.find("p");
    if (found == request.query.end() || found->second.empty()) {
        return Json::object();
    }
    auto text = found->second;
    std::replace(text.begin(), text.end(), ' ', '+');  // a plus that was not encoded in the address
    text.append((4 - text.size() % 4) % 4, '=');
    const auto bytes = crypto::fromBase64(text);
    return bytes ? Json::parse(crypto::textOf(*bytes), nullptr, false) : Json(Json::value_t::discarded);
}

std::string textOr(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

Response Passbase::page(const std::string& script, const std::string& language, const std::string& visit,
                        const std::string& framedBy) const {
    PagePolicy policy{framedBy, "'none'"};
    if (tricks_.on("foreignMessage")) {
        policy.frames = place().main;
    }
    return htmlPage(200,
                    filled("passbase/flow.html", {{"script", script},
                                                  {"language", language},
                                                  {"visit", visit},
                                                  {"institution", institution_},
                                                  {"tricks", tricks_.words()},
                                                  {"stranger", place().main + "/control/passbase/stranger"}}),
                    policy);
}

Response Passbase::problemPage(int status, const std::string& language, const std::string& why) const {
    return htmlPage(status, filled("passbase/problem.html", {{"language", language}, {"why", why}}));
}

Response Passbase::hostedLink(const Request& request) {
    if (request.parameters.at("slug") != slug_) {
        return problemPage(404, languageOf(request), "noSuchLink");
    }
    const auto parameters = parametersOf(request);
    if (!parameters.is_object()) {
        return problemPage(400, languageOf(request), "damagedLink");
    }
    const auto prefill = parameters.value("prefill_attributes", Json::object());
    Visit visit;
    visit.link = true;
    if (prefill.is_object()) {
        visit.email = textOr(prefill, "email");
        visit.country = textOr(prefill, "country");
    }
    // Where it stands is not clear from the documentation's example.
    const auto own = textOr(parameters, "metadata");
    visit.metadata = readMetadata(own.empty() && prefill.is_object() ? textOr(prefill, "metadata") : own);
    const auto id = visits_.open(std::move(visit)).id;
    keep_();
    return page("link", languageOf(request), id, "'none'");
}

void Passbase::addPageRoutes(http::Router& router) {
    for (const auto* path : {"/browser/v4/controller.html", "/controller.html"}) {
        router.add("GET", path, controlled([this](const Request& request) {
                       return page("controller", languageOf(request), {}, joined(project_.deskOrigins));
                   }));
    }
    for (const auto* path : {"/{slug}", "/{slug}/"}) {
        router.add("GET", path, controlled([this](const Request& request) { return hostedLink(request); }));
    }
    for (const std::string name : {"flow.css", "flow.js", "flow_words.js", "controller.js", "link.js"}) {
        router.add("GET", "/" + name, assetFile("passbase/" + name));
    }
    router.add("GET", "/pictures/front.jpg", assetFile("pictures/card_front.jpg"));
    router.add("GET", "/pictures/back.jpg", assetFile("pictures/card_back.jpg"));
}

}  // namespace verdesk::sandbox::passbase
