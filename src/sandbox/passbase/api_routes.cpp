// The API (api.passbase.com/verification): six calls that read. Version 1 had the same; its first months spelt two
// addresses otherwise.
#include "sandbox/assets.h"
#include "sandbox/mishap.h"
#include "sandbox/passbase/models.h"
#include "sandbox/passbase/passbase.h"

#include <algorithm>
#include <charconv>
#include <tl/expected.hpp>

namespace verdesk::sandbox::passbase {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t pageSize = 100;
constexpr auto nonsense = R"({"id":[7],"status":{"approved":true},"data":"plenty","cursor":3,"score":"high"})";

struct Slice {
    std::optional<int> from = {};
    std::size_t limit = pageSize;
};

std::string queried(const Request& request, const std::string& name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::string{} : found->second;
}

// An empty cursor is none: that is how a client of the vendor's asks for the first page.
tl::expected<Slice, Response> sliceOf(const Request& request) {
    Slice slice;
    if (const auto limit = queried(request, "limit"); !limit.empty()) {
        const auto* const end = limit.data() + limit.size();
        const auto read = std::from_chars(limit.data(), end, slice.limit);
        if (read.ec != std::errc{} || read.ptr != end || slice.limit == 0) {
            return tl::unexpected{apiProblem(400, "limit must be a number above 0")};
        }
        slice.limit = std::min(slice.limit, pageSize);
    }
    if (const auto cursor = queried(request, "cursor"); !cursor.empty()) {
        slice.from = readCursor(cursor);
        if (!slice.from) {
            return tl::unexpected{apiProblem(400, "cursor is none of ours")};
        }
    }
    return slice;
}

Response listOf(const Identity& identity, const Slice& slice) {
    const auto& all = identity.resources;
    Json data = Json::array();
    auto at = static_cast<std::size_t>(std::max(0, slice.from.value_or(0)));
    for (; at < all.size() && data.size() < slice.limit; ++at) {
        data.push_back(resourceModel(identity, all[at]));
    }
    const auto next = at < all.size() ? std::optional{static_cast<int>(at)} : std::nullopt;
    return reply(200, paginated(std::move(data), next));
}

Response fileOf(const Resource& resource, const std::string& id) {
    for (const auto& file : resource.files) {
        if (file.id == id) {
            return {200, std::string{asset(file.asset)}, file.type == "face_video" ? "video/mp4" : "image/jpeg"};
        }
    }
    return apiProblem(404, "resource not found for the given resource file ID");
}

}  // namespace

void Passbase::addApiRoutes(http::Router& router) {
    using Answer = std::function<Response(const Request&)>;
    const auto add = [&](const std::string& path, const std::string& route, const Answer& answer) {
        const auto guarded = [this, answer](Request request) -> asio::awaitable<Response> {
            const bool known = secrets_.is("passbase_secret_key", request.header("X-API-KEY").value_or(""));
            co_return known ? answer(request) : apiProblem(401, "your api_key is invalid");
        };
        router.add("GET", path, withFaults(faults_, route, {apiProblem, nonsense}, guarded));
    };
    using Found = std::function<Response(const Request&, const Identity&)>;
    const auto ofIdentity = [this](Found found) -> Answer {
        return [this, found = std::move(found)](const Request& request) {
            const auto& id = request.parameters.at("id");
            if (!isUuid(id)) {
                return apiProblem(400, "bad input parameter");
            }
            const auto* identity = identities_.find(id, clock_.now());
            return identity == nullptr ? apiProblem(404, "identity not found with the given ID")
                                       : found(request, *identity);
        };
    };
    const auto ofResource =
        [ofIdentity](std::function<Response(const Request&, const Identity&, const Resource&)> found) {
            return ofIdentity([found = std::move(found)](const Request& request, const Identity& identity) {
                const auto& id = request.parameters.at("resource");
                const auto at = std::find_if(identity.resources.begin(), identity.resources.end(),
                                             [&](const Resource& each) { return each.id == id; });
                return at == identity.resources.end() ? apiProblem(404, "resource not found for the given resource ID")
                                                      : found(request, identity, *at);
            });
        };
    const Answer identities = [this](const Request& request) {
        const auto slice = sliceOf(request);
        if (!slice) {
            return slice.error();
        }
        const auto page = identities_.list(slice->from, slice->limit, clock_.now());
        Json data = Json::array();
        for (const auto& identity : page.items) {
            data.push_back(identityModel(identity));
        }
        return reply(200, paginated(std::move(data), page.next));
    };
    const auto identity =
        ofIdentity([](const Request&, const Identity& found) { return reply(200, identityModel(found)); });
    const auto resources = ofIdentity([](const Request& request, const Identity& found) {
        const auto slice = sliceOf(request);
        return slice ? listOf(found, *slice) : slice.error();
    });
    const auto resource = ofResource([](const Request&, const Identity& found, const Resource& one) {
        return reply(200, resourceModel(found, one));
    });
    const auto file = ofResource([this](const Request& request, const Identity&, const Resource& one) {
        return project_.documents ? fileOf(one, request.parameters.at("file"))
                                  : apiProblem(project_.refusal, "this api_key has no permission for resource files");
    });
    const Answer settings = [this](const Request&) { return reply(200, settingsModel(slug_, institution_)); };
    for (const std::string base : {"/verification/v1", "/verification/v2"}) {
        add(base + "/identities", "identities", identities);
        add(base + "/identities/{id}", "identity", identity);
        add(base + "/identity/{id}/resources", "resources", resources);
        add(base + "/identity/{id}/resources/{resource}", "resource", resource);
        add(base + "/identity/{id}/resources/{resource}/resource_files/{file}", "file", file);
        add(base + "/settings", "settings", settings);
    }
    add("/verification/v1/identities/{id}/resources", "resources", resources);
    add("/verification/v1/identities/{id}/resource/{resource}", "resource", resource);
}

}  // namespace verdesk::sandbox::passbase
