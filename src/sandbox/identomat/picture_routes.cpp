// Pictures and the film of a session, and those that the pages show.
#include "sandbox/assets.h"
#include "sandbox/identomat/identomat.h"
#include "sandbox/identomat/result.h"
#include "sandbox/page.h"

namespace verdesk::sandbox::identomat {

using http::Request;
using http::Response;

void Identomat::addPictureRoutes(http::Router& router) {
    for (const std::string name : {"card-front", "card-back", "passport", "face", "face-video"}) {
        const bool film = name == "face-video";
        addCall(router, "result/" + name + "/", film ? "video" : "picture",
                [this, name, film](const Request&, const Json& parameters) {
                    Response refusal;
                    const auto* session = sessionFor(parameters, refusal);
                    const auto file = session == nullptr ? std::string{} : pictureOf(*session, name);
                    if (session != nullptr && file.empty()) {
                        return refuse(404, "NOT_FOUND", "the session has no " + name);
                    }
                    return session == nullptr
                               ? refusal
                               : Response{200, std::string{asset(file)}, film ? "video/mp4" : "image/jpeg"};
                });
    }
    router.add("GET", "/pictures/front.jpg", assetFile("pictures/card_front.jpg"));
    router.add("GET", "/pictures/back.jpg", assetFile("pictures/card_back.jpg"));
    router.add("GET", "/pictures/face.jpg", assetFile("pictures/face.jpg"));
}

}  // namespace verdesk::sandbox::identomat
