#include "sandbox/tricks.h"

#include "sandbox/assets.h"
#include "sandbox/control.h"
#include "sandbox/language.h"

namespace verdesk::sandbox {

using http::Request;
using http::Response;

namespace {

constexpr std::size_t remembered = 200;

}  // namespace

Tricks::Tricks() {
    for (const auto* name :
         {"silent", "foreignMessage", "askCamera", "download", "popup", "geolocation", "notification"}) {
        on_[name] = false;
    }
}

std::string Tricks::words() const {
    std::string words;
    for (const auto& [name, on] : on_) {
        words += on ? (words.empty() ? "" : " ") + name : "";
    }
    return words;
}

void Tricks::set(Body body) {
    auto changed = on_;
    for (auto& [name, on] : changed) {
        on = body.flag(name).value_or(on);
    }
    body.refuseOthers();
    on_ = std::move(changed);
}

void Tricks::clear() {
    *this = {};
}

void Tricks::report(Body body) {
    reports_.push_back(
        {{"what", body.text("what", 100).value_or("")}, {"result", body.text("result", 200).value_or("")}});
    if (reports_.size() > remembered) {
        reports_.pop_front();
    }
}

Json Tricks::toJson() const {
    Json value = on_;
    value["reports"] = reports_;
    return value;
}

namespace {

Response termsPage(const std::string& language) {
    const bool german = language == "de";
    return htmlPage(200, filled("pages/terms.html",
                                {{"language", language},
                                 {"title", german ? "Bedingungen der Sandbox" : "Terms of the sandbox"},
                                 {"text", german ? "Nichts hier wird an jemanden gesendet, und niemanden hier gibt es."
                                                 : "Nothing here is sent to anybody, and nobody here exists."}}));
}

}  // namespace

void addTrickFiles(http::Router& router, Tricks& tricks) {
    for (const std::string name : {"page.css", "tricks.js", "visitor.js", "words.js"}) {
        router.add("GET", "/" + name, assetFile("pages/" + name));
    }
    router.add("GET", "/terms", controlled([](const Request& request) { return termsPage(languageOf(request)); }));
    router.add(
        "GET", "/tricks/terms.pdf", controlled([](const Request&) {
            return Response{
                200, "%PDF-1.4\n", "application/pdf", {{"Content-Disposition", "attachment; filename=\"terms.pdf\""}}};
        }));
    router.add("POST", "/tricks/report", controlled([&tricks](const Request& request) {
                   tricks.report(Body{request.body});
                   return Response{204};
               }));
}

void addTrickRoutes(http::Router& router, const std::string& prefix, Tricks& tricks, const Json& saidAtTheEnd) {
    const auto add = [&](const char* method, std::function<void(const Request&)> change) {
        router.add(method, prefix + "/page", controlled([&tricks, change = std::move(change)](const Request& request) {
                       change(request);
                       return reply(200, tricks.toJson());
                   }));
    };
    add("GET", [](const Request&) {});
    add("PUT", [&tricks](const Request& request) { tricks.set(Body{request.body}); });
    add("DELETE", [&tricks](const Request&) { tricks.clear(); });
    router.add("GET", prefix + "/stranger", controlled([prefix, said = textOf(saidAtTheEnd)](const Request&) {
                   return htmlPage(200,
                                   filled("pages/stranger.html", {{"script", prefix + "/stranger.js"}, {"said", said}}),
                                   {"*", "'none'"});
               }));
    router.add("GET", prefix + "/stranger.js", assetFile("pages/stranger.js"));
}

}  // namespace verdesk::sandbox
