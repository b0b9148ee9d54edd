#include "providers/passbase/calls.h"

#include "contract/json_text.h"
#include "providers/base_url.h"
#include "providers/query.h"

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;

constexpr const char* pageSize = "100";
constexpr std::size_t longestSentence = 200;

// What an error looks like is not documented: a text, or an object with one in it.
std::string saidIn(const std::string& body) {
    const auto document = jsonOrNone(body);
    for (const auto* member : {"message", "error", "detail"}) {
        const auto found = document.is_object() ? document.find(member) : document.end();
        if (document.is_object() && found != document.end() && found->is_string()) {
            return found->get<std::string>();
        }
    }
    if (document.is_string()) {
        return document.get<std::string>();
    }
    return document.is_discarded() && !body.starts_with('<') ? body : std::string{};
}

}  // namespace

HttpRequest requestOf(const AccountSettings& settings, const std::string& path) {
    auto request = get(settings.apiUrl + path)
                       .with("X-API-KEY", std::string{settings.secretKey->reveal()})
                       .with("Accept", "application/json");
    request.longestReply = longestPage;
    return request;
}

std::string identityPath(const std::string& identity) {
    return "/identities/" + pathSegment(identity);
}

// Passbase's own plural and singular.
std::string resourcesPath(const std::string& identity) {
    return "/identity/" + pathSegment(identity) + "/resources";
}

std::string resourcePath(const std::string& identity, const std::string& resource) {
    return resourcesPath(identity) + "/" + pathSegment(resource);
}

std::string filePath(const std::string& identity, const std::string& resource, const std::string& file) {
    return resourcePath(identity, resource) + "/resource_files/" + pathSegment(file);
}

std::string pageOf(const std::string& path, const std::string& cursor) {
    Parameters parameters{{"limit", pageSize}};
    if (!cursor.empty()) {
        parameters.emplace_back("cursor", cursor);
    }
    return path + "?" + queryOf(parameters);
}

std::string sentenceOf(const HttpReply& reply, const AccountSettings& settings) {
    const auto said = oneLine(without(saidIn(reply.body), {settings.secretKey->reveal()}), longestSentence);
    return "Passbase answered " + std::to_string(reply.status) + (said.empty() ? "" : ": " + said);
}

void requireSuccess(const HttpReply& reply, const AccountSettings& settings) {
    if (!isSuccess(reply)) {
        throw ProviderError{failureOf(reply.status), sentenceOf(reply, settings), reply.body};
    }
}

Page pageFrom(const HttpReply& reply, const AccountSettings& settings) {
    requireSuccess(reply, settings);
    return readBody("Passbase", reply, [](const json& document) {
        const JsonReader answer{document};
        Page page;
        if (!answer.has("data")) {
            throw MemberError{"data", "is missing"};
        }
        page.items = document.at("data");
        if (!page.items.is_array()) {
            throw MemberError{"data", "must be a list"};
        }
        if (const auto cursor = answer.object("cursor")) {
            page.next = cursor->text("next").value_or("");
        }
        return page;
    });
}

std::optional<Instant> instantIn(const JsonReader& object, const char* member) {
    const auto seconds = object.integer(member);
    return seconds && *seconds >= 0 && *seconds <= lastSecond ? std::optional{Instant{std::chrono::seconds{*seconds}}}
                                                              : std::nullopt;
}

}  // namespace verdesk::providers::passbase
