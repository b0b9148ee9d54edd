#include "providers/authenteq/details.h"

#include "contract/json_text.h"
#include "crypto/bytes.h"
#include "providers/answer.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::authenteq {
namespace {

using nlohmann::json;
using namespace claims;

struct Member {
    const char* own;
    std::string_view generic;
    bool date;
};
constexpr std::array<Member, 10> members{{
    {"givenNames", name::givenNames, false},
    {"surname", name::surname, false},
    {"dateOfBirth", name::dateOfBirth, true},
    {"nationality", name::nationality, false},
    {"sex", name::sex, false},
    {"documentNumber", name::documentNumber, false},
    {"documentType", name::documentType, false},  // opaque: the sample shows what looks like a number
    {"issuingCountry", name::documentIssuer, false},
    {"dateOfIssue", name::documentIssued, true},
    {"dateOfExpiry", name::documentExpiry, true},
}};

// A text longer than this that stands for a picture is left out of what is kept for support.
constexpr std::size_t longestKeptText = 512;
constexpr std::size_t longestKeptBody = 64 * 1024;  // of what is no JSON

Claim claimOf(const Member& member, const JsonReader& details, std::string value) {
    const auto date = member.date ? dateFrom(value) : std::nullopt;
    const auto status = member.date && !date ? Status::unknown : Status::proven;
    return {std::string{member.generic}, date ? Value{*date} : Value{Text{std::move(value)}}, status,
            details.pathOf(member.own), details.json().at(member.own)};
}

// "data:image/jpeg;base64," before it and line breaks in it are tolerated; nothing where the rest is no base64.
std::optional<std::string> bytesOf(const std::string& text) {
    std::string_view rest = text;
    if (rest.starts_with("data:")) {
        rest.remove_prefix(std::min(rest.find(','), rest.size() - 1) + 1);
    }
    std::string packed;
    std::copy_if(rest.begin(), rest.end(), std::back_inserter(packed),
                 [](char c) { return c != '\r' && c != '\n' && c != ' ' && c != '\t'; });
    const auto bytes = packed.empty() ? std::nullopt : crypto::fromBase64(packed);
    return bytes ? std::optional{crypto::textOf(*bytes)} : std::nullopt;
}

std::string_view nameOf(std::string_view member) {
    if (member == "front" || member == "croppedFrontImage") {
        return name::documentFront;
    }
    return member == "back" || member == "croppedBackImage" ? name::documentBack : name::document;
}

void add(Pictures& pictures, std::string_view member, const std::string& path, const std::string& contentPath,
         const std::string& content, const std::string& mediaType) {
    auto bytes = bytesOf(content);
    if (!bytes) {
        throw MemberError{contentPath, "must be base64"};
    }
    if (bytes->size() > longestDocument) {
        throw MemberError{contentPath, "is too long"};
    }
    pictures.claims.push_back({std::string{nameOf(member)}, claims::Document{{}, mediaType}, Status::proven, path,
                               json{{"contentType", mediaType}, {"bytes", bytes->size()}}});
    pictures.documents.push_back({path, mediaType, std::move(*bytes)});
}

bool isPicture(const json& value) {
    const auto isText = [&](const char* member) {
        const auto found = value.find(member);
        return found != value.end() && found->is_string();
    };
    return value.is_object() && isText("contentType") && isText("content");
}

void walk(Pictures& pictures, const json& value, const std::string& member, const std::string& path) {
    if (isPicture(value)) {
        add(pictures, member, path, path + ".content", value.at("content").get<std::string>(),
            oneLine(value.at("contentType").get<std::string>(), 64));
    } else if (value.is_object()) {
        for (const auto& [each, inner] : value.items()) {
            auto inside = path;
            inside.append(path.empty() ? "" : ".").append(each);
            walk(pictures, inner, each, inside);
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            walk(pictures, value[i], member, path + "[" + std::to_string(i) + "]");
        }
    }
}

void shorten(json& value) {
    if (value.is_string() && value.get_ref<const std::string&>().size() > longestKeptText) {
        value = "(" + std::to_string(value.get_ref<const std::string&>().size()) + " characters)";
    } else if (value.is_structured()) {
        for (auto& each : value) {
            shorten(each);
        }
    }
}

}  // namespace

std::vector<Claim> claimsIn(const JsonReader& details) {
    std::vector<Claim> claims;
    for (const auto& member : members) {
        if (auto value = details.text(member.own)) {
            claims.push_back(claimOf(member, details, std::move(*value)));
        }
    }
    for (const auto& [own, value] : details.json().items()) {
        const bool known = std::any_of(members.begin(), members.end(),
                                       [&, &key = own](const Member& member) { return key == member.own; });
        if (!known && value.is_primitive() && !value.is_null()) {
            claims.push_back({own, verbatimValue(value), Status::stated, details.pathOf(own), value});
        }
    }
    return claims;
}

Pictures croppedDocsIn(const JsonReader& croppedDocs) {
    Pictures pictures;
    for (const auto* member : {"front", "back"}) {
        if (const auto text = croppedDocs.text(member)) {
            const auto path = croppedDocs.pathOf(member);
            add(pictures, member, path, path, *text, "image/jpeg");
        }
    }
    for (const auto& [own, value] : croppedDocs.json().items()) {
        if (own != "front" && own != "back" && value.is_string()) {
            const auto path = croppedDocs.pathOf(own);
            add(pictures, own, path, path, value.get<std::string>(), "image/jpeg");
        }
    }
    return pictures;
}

Pictures picturesIn(const json& document) {
    Pictures pictures;
    walk(pictures, document, {}, {});
    return pictures;
}

std::string rawWithoutPictures(const std::string& body) {
    auto document = jsonOrNone(body);
    if (document.is_discarded()) {
        return body.substr(0, longestKeptBody);
    }
    shorten(document);
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace verdesk::providers::authenteq
