#include "providers/passbase/resources.h"

#include "contract/json_text.h"
#include "providers/answer.h"
#include "providers/base_url.h"
#include "providers/passbase/calls.h"

#include <algorithm>

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;
using namespace claims;

constexpr int mostPages = 4;
constexpr int mostAskedSingly = 16;

// A list of resources, in which each says where it stood.
struct Listed {
    json resource;
    std::string path;
};

bool isFace(const std::string& type) {
    return type == "SELFIE_VIDEO" || type == "FACE_VIDEO";
}

std::string_view nameOf(const std::string& type, std::optional<std::int64_t> page) {
    if (type == "face_video") {
        return name::faceVideo;
    }
    if (type == "document_image" && page == 1) {
        return name::documentFront;
    }
    return type == "document_image" && page == 2 ? name::documentBack : name::document;
}

// Whether a living person was there, where the resource itself says so.
void addLiveness(Progress& progress, const JsonReader& resource) {
    const auto status = resource.text("status").value_or("");
    if (isFace(resource.text("type").value_or("")) && (status == "verified" || status == "unverified")) {
        const bool alive = status == "verified";
        progress.claims.push_back({std::string{name::liveness}, Flag{alive},
                                   alive ? Status::proven : Status::contradicted, resource.pathOf("status"), status});
    }
}

void addFiles(Progress& progress, const JsonReader& resource, const Keep& keep, const std::string& base,
              const std::string& identity) {
    const auto id = resource.requiredText("id");
    for (const auto& file : resource.objects("resource_files")) {
        const auto fileId = file.requiredText("id");
        const auto claim = nameOf(file.text("type").value_or(""), file.integer("page"));
        if (claim == name::faceVideo ? keep.video : keep.documents) {
            const auto path = resource.pathOf("resource_files") + "." + fileId;
            progress.claims.push_back({std::string{claim}, claims::Document{}, Status::proven, path, file.json()});
            progress.toFetch.push_back({path, base + filePath(identity, id, fileId)});
        }
    }
}

void read(Progress& progress, const Listed& listed, const Keep& keep, const AccountSettings& settings,
          const std::string& identity) {
    const auto one = [&] {
        const JsonReader resource{listed.resource, listed.path};
        addLiveness(progress, resource);
        addFiles(progress, resource, keep, settings.apiUrl, identity);
        return true;
    };
    asDocumented("Passbase", listed.resource.dump(-1, ' ', false, json::error_handler_t::replace), one);
}

bool isRefused(const HttpReply& reply) {
    return reply.status == 401 || reply.status == 403 || reply.status == 404;
}

// Without Passbase's own words: they may name whom it is about.
std::string refusalOf(const HttpReply& reply) {
    return "Passbase answered " + std::to_string(reply.status) + " to the question for ";
}

// What the flow was to keep and Passbase does not hand out: staff are told at the claim.
void addRefused(Progress& progress, const Keep& keep, const std::string& path, const HttpReply& reply) {
    const auto add = [&](std::string_view claim) {
        const auto verbatim = reply.status == 404 ? json{{"withdrawn", true}} : json{{"not_kept", "refused_access"}};
        progress.claims.push_back({std::string{claim}, claims::Document{}, Status::missing, path, verbatim});
    };
    if (keep.documents) {
        add(name::document);
    }
    if (keep.video) {
        add(name::faceVideo);
    }
}

// A list may leave the files out; the resource itself names them.
bool leavesFilesOut(const json& resource) {
    const auto found = resource.is_object() ? resource.find("resource_files") : resource.end();
    return resource.is_object() && (found == resource.end() || found->is_null());
}

std::string idOf(const json& resource) {
    const auto found = resource.find("id");
    return found != resource.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

bool wantsResources(const FlowOptions& flow) {
    return flow.keep.documents || flow.keep.video ||
           std::find(flow.asks.begin(), flow.asks.end(), name::liveness) != flow.asks.end();
}

Exchange<void> addResources(const Context& context, const AccountSettings& settings, const std::string& identity,
                            Progress& progress) {
    const auto& keep = context.flow.keep;
    std::string cursor;
    std::size_t count = 0;
    int singly = 0;
    for (int turn = 0; turn < mostPages; ++turn) {
        const HttpReply reply = co_await requestOf(settings, pageOf(resourcesPath(identity), cursor));
        if (isRefused(reply)) {
            progress.warnings.push_back(refusalOf(reply) + "an identity's documents: none are kept");
            addRefused(progress, keep, "resources", reply);
            co_return;
        }
        const auto page = pageFrom(reply, settings);
        for (const auto& item : page.items) {
            Listed listed{item, "resources[" + std::to_string(count++) + "]"};
            if ((keep.documents || keep.video) && leavesFilesOut(item) && !idOf(item).empty() &&
                ++singly <= mostAskedSingly) {
                const HttpReply whole = co_await requestOf(settings, resourcePath(identity, idOf(item)));
                if (isRefused(whole)) {
                    progress.warnings.push_back(refusalOf(whole) + "one document: it is not kept");
                    addRefused(progress, keep, listed.path, whole);
                    continue;
                }
                requireSuccess(whole, settings);
                listed.resource = asDocumented("Passbase", whole.body, [&] { return parseOutside(whole.body); });
            }
            read(progress, listed, keep, settings, identity);
        }
        if (page.next.empty() || page.next == cursor) {
            co_return;
        }
        cursor = page.next;
    }
    progress.warnings.emplace_back("Passbase lists more documents of an identity than are looked through");
}

Exchange<Document> fetchFile(const Context& context, const DocumentRef& document) {
    const auto settings = settingsOf(context.account);
    // The key goes to Passbase alone, whatever was noted before the account's address changed.
    const auto base = settings.apiUrl + "/identity/";
    if (!document.url.starts_with(base)) {
        throw ProviderError{Failure::configuration, "a document's address is none of this account's"};
    }
    auto request = requestOf(settings, document.url.substr(settings.apiUrl.size()));
    request.headers.clear();
    request = std::move(request).with("X-API-KEY", std::string{settings.secretKey->reveal()}).with("Accept", "*/*");
    request.longestReply = longestDocument;
    HttpReply reply = co_await std::move(request);
    if (reply.status != 200) {
        throw NoDocument{std::move(reply)};
    }
    co_return Document{document.path, std::string{reply.header("Content-Type").value_or("")}, std::move(reply.body)};
}

}  // namespace verdesk::providers::passbase
