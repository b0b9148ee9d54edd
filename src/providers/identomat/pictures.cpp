#include "providers/identomat/pictures.h"

#include "providers/identomat/calls.h"
#include "providers/identomat/facts.h"
#include "providers/query.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::identomat {
namespace {

using namespace claims;

struct Picture {
    std::string_view path;  // behind the account's address
    std::string_view claim;
};
constexpr Picture front{"/result/card-front/", name::documentFront};
constexpr Picture back{"/result/card-back/", name::documentBack};
constexpr Picture passport{"/result/passport/", name::documentFront};
constexpr Picture face{"/result/face/", name::faceImage};
constexpr Picture film{"/result/face-video/", name::faceVideo};
constexpr std::array<Picture, 5> pictures{{front, back, passport, face, film}};

// The token goes along in the address, and from there into the request's body: whoever fetches knows no attempt.
void add(Progress& progress, const Picture& picture, const AccountSettings& settings, const std::string& token) {
    const std::string path{picture.path.substr(1, picture.path.size() - 2)};
    progress.claims.push_back({std::string{picture.claim}, claims::Document{}, Status::proven, path, nullptr});
    progress.toFetch.push_back(
        {path, settings.apiUrl + std::string{picture.path} + "?" + queryOf({{"session_token", token}})});
}

}  // namespace

void addPictures(Progress& progress, const JsonReader& result, const Keep& keep, const AccountSettings& settings,
                 const std::string& token) {
    if (keep.documents && showsDocument(result)) {
        const bool isBook = result.text("document_type").value_or("").find("passport") != std::string::npos;
        for (const auto& picture : isBook ? std::vector<Picture>{passport} : std::vector<Picture>{front, back}) {
            add(progress, picture, settings, token);
        }
    }
    if (keep.documents && showsFace(result)) {
        add(progress, face, settings, token);
    }
    if (keep.video && showsFace(result)) {
        add(progress, film, settings, token);
    }
}

Exchange<Document> fetchPicture(const Context& context, const DocumentRef& document) {
    const auto settings = settingsOf(context.account);
    const auto [address, query] = split(document.url);
    const auto token = onlyOne(parametersOf(query), "session_token").value_or("");
    const auto known =
        std::find_if(pictures.begin(), pictures.end(), [&, where = std::string{address}](const auto& each) {
            return where == settings.apiUrl + std::string{each.path};
        });
    // The keys go to Identomat alone, whatever was noted before the account's address changed.
    if (known == pictures.end() || !isToken(token)) {
        throw ProviderError{Failure::configuration, "a picture's address is none of this account's"};
    }
    auto request = requestAbout(settings, std::string{known->path}, token);
    std::erase_if(request.headers, [](const Header& header) { return header.first == "Accept"; });
    request = std::move(request).with("Accept", "*/*");
    request.longestReply = longestDocument;
    HttpReply reply = co_await std::move(request);
    const auto word = errorWordIn(reply.body);
    if (isSuccess(reply) && !word.empty() && !isAboutKeys(word)) {
        throw NoDocument{{404, {}, {}}};  // says so with a 200
    }
    if (reply.status != 200 && !isAboutKeys(word)) {
        throw NoDocument{std::move(reply)};
    }
    requireSuccess(reply, settings);
    co_return Document{document.path, std::string{reply.header("Content-Type").value_or("")}, std::move(reply.body)};
}

}  // namespace verdesk::providers::identomat
