#include "providers/passport_io/resources.h"

#include "providers/answer.h"
#include "providers/base_url.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::passport_io {
namespace {

using nlohmann::json;
using namespace claims;

constexpr std::string_view prefix = "profile#";
constexpr std::string_view noAddress = "no_address";
constexpr std::size_t mostProblems = 8;  // the first ones tell enough of a body that anybody may have sent

// What a resource's name may be in letters alone, and what it is called here. Three names are documented: firstname,
// lastname and document.
struct Named {
    std::string_view letters;
    std::string_view claim;
};
constexpr std::array<Named, 30> known{{
    {"firstname", name::givenNames},
    {"firstnames", name::givenNames},
    {"givenname", name::givenNames},
    {"givennames", name::givenNames},
    {"lastname", name::surname},
    {"surname", name::surname},
    {"familyname", name::surname},
    {"fullname", name::fullName},
    {"name", name::fullName},
    {"birthdate", name::dateOfBirth},
    {"birthday", name::dateOfBirth},
    {"dateofbirth", name::dateOfBirth},
    {"dob", name::dateOfBirth},
    {"nationality", name::nationality},
    {"citizenship", name::nationality},
    {"sex", name::sex},
    {"gender", name::sex},
    {"documentnumber", name::documentNumber},
    {"documenttype", name::documentType},
    {"documentissuer", name::documentIssuer},
    {"issuingcountry", name::documentIssuer},
    {"documentcountry", name::documentIssuer},
    {"documentissued", name::documentIssued},
    {"dateofissue", name::documentIssued},
    {"issuedate", name::documentIssued},
    {"documentexpiry", name::documentExpiry},
    {"dateofexpiry", name::documentExpiry},
    {"expirydate", name::documentExpiry},
    {"expirationdate", name::documentExpiry},
    {"document", name::document},
}};

bool isDate(std::string_view claim) {
    return claim == name::dateOfBirth || claim == name::documentIssued || claim == name::documentExpiry;
}

std::string lettersOf(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            letters.push_back(static_cast<char>(c + 32));
        } else if (c != '_' && c != '-' && c != ' ') {
            letters.push_back(c);
        }
    }
    return letters;
}

// The generic name, or nothing.
std::string_view genericNameOf(std::string_view own) {
    const auto letters = lettersOf(own);
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Named& each) { return each.letters == letters; });
    return found == known.end() ? std::string_view{} : found->claim;
}

// What Passport.io says of one resource. Anything but the three documented or assumed words proves nothing.
Status statusOf(const json& resource) {
    const auto found = resource.find("status");
    const auto word = found != resource.end() && found->is_string() ? found->get<std::string>() : std::string{};
    if (word == "approved") {
        return Status::proven;
    }
    return word == "declined" || word == "rejected" ? Status::contradicted : Status::unknown;
}

bool isTrue(const json& object, const char* member) {
    const auto found = object.is_object() ? object.find(member) : object.end();
    if (!object.is_object() || found == object.end() || found->is_null()) {
        return false;
    }
    return *found != json(0) && *found != json(false) && *found != json("") && *found != json("0") &&
           *found != json("false");
}

// `deletedAt` says when; `is_deleted` is 0 or 1. Either may stand on the document or on its properties.
bool isWithdrawn(const json& resource) {
    const auto empty = json::object();
    for (const auto* part : {"value", "properties"}) {
        const auto found = resource.find(part);
        const auto& object = found == resource.end() ? empty : *found;
        if (isTrue(object, "deletedAt") || isTrue(object, "is_deleted")) {
            return true;
        }
    }
    return false;
}

class Reading {
public:
    explicit Reading(const AccountSettings& settings) : settings_{settings} {}

    void read(const json& resource, const std::string& path) {
        Claim claim{"resource", {}, Status::unknown, path, resource};
        if (!resource.is_object()) {
            problem(path, "must be an object");
            return keep(std::move(claim));
        }
        const auto own = resource.find("resource");
        std::string_view generic;
        if (own == resource.end() || !own->is_string()) {
            problem(path + ".resource", own == resource.end() ? "is missing" : "must be a string");
        } else {
            std::string_view text = own->get_ref<const std::string&>();
            text.remove_prefix(text.starts_with(prefix) ? prefix.size() : 0);
            generic = genericNameOf(text);
            claim.name = !generic.empty() ? generic : text.empty() ? "resource" : text;
        }
        claim.status = statusOf(resource);
        const auto value = resource.find("value");
        if (value == resource.end() || value->is_null()) {
            claim.status = Status::missing;
        } else if (generic == name::document || (generic.empty() && value->is_object() && value->contains("url"))) {
            readDocument(claim, *value);
        } else if (!generic.empty()) {
            readKnown(claim, *value);
        } else {
            claim.value = verbatimValue(*value);
        }
        keep(std::move(claim));
    }
    // What was withdrawn stands behind everything that is there: of two claims of a name the first one counts.
    Resources result() && {
        std::move(withdrawn_.begin(), withdrawn_.end(), std::back_inserter(result_.claims));
        return std::move(result_);
    }

private:
    void problem(const std::string& member, const std::string& what) {
        if (result_.problems.size() < mostProblems) {
            result_.problems.push_back(member + " " + what);
        }
    }
    void keep(Claim claim) {
        const bool gone = claim.verbatim.is_object() && claim.verbatim.contains("withdrawn");
        (gone ? withdrawn_ : result_.claims).push_back(std::move(claim));
    }
    void readKnown(Claim& claim, const json& value) {
        if (!value.is_string()) {
            problem(claim.path + ".value", "must be a string");
            claim.status = Status::unknown;
            claim.value = verbatimValue(value);
            return;
        }
        const auto& text = value.get_ref<const std::string&>();
        const auto date = isDate(claim.name) ? dateFrom(text) : std::nullopt;
        claim.value = date ? Value{*date} : Value{Text{text}};
        if (isDate(claim.name) && !date) {
            problem(claim.path + ".value", "must be a date such as 1987-01-12");
            claim.status = Status::unknown;
        }
    }
    void readDocument(Claim& claim, const json& value) {
        claim.value = claims::Document{};
        if (isWithdrawn(claim.verbatim)) {
            claim.verbatim["withdrawn"] = true;
            claim.status = Status::missing;
            return;
        }
        const auto url = value.is_object() ? value.find("url") : value.end();
        std::optional<NotFetched> why;
        if (!value.is_object()) {
            why = {noAddress, "must be an object"};
        } else if (url == value.end() || !url->is_string()) {
            why = {noAddress, url == value.end() ? "is missing" : "must be a string"};
        } else {
            why = problemOfDocumentUrl(url->get<std::string>(), settings_);
        }
        if (why) {
            problem(claim.path + (value.is_object() ? ".value.url" : ".value"), std::string{why->sentence});
            // A picture that nobody can look at proves nothing.
            claim.status = Status::unknown;
            claim.verbatim["not_fetched"] = why->word;
        } else {
            result_.toFetch.push_back({claim.path, url->get<std::string>()});
        }
    }

    const AccountSettings& settings_;
    Resources result_;
    std::vector<Claim> withdrawn_;
};

bool isOfHost(std::string_view host, std::string_view rule) {
    return rule.starts_with('.') ? host.ends_with(rule) : host == rule;
}

}  // namespace

Resources resourcesIn(const json& list, const std::string& path, const AccountSettings& settings) {
    Reading reading{settings};
    for (std::size_t i = 0; i < list.size(); ++i) {
        reading.read(list[i], path + "[" + std::to_string(i) + "]");
    }
    return std::move(reading).result();
}

std::vector<std::string> provableClaims() {
    std::vector<std::string> names;
    for (const auto& each : known) {
        if (std::find(names.begin(), names.end(), each.claim) == names.end()) {
            names.emplace_back(each.claim);
        }
    }
    names.emplace_back(name::accountHolder);
    return names;
}

std::optional<NotFetched> problemOfDocumentUrl(const std::string& url, const AccountSettings& settings) {
    const auto address = addressOf(url);
    if (!address) {
        return NotFetched{noAddress, "is no address that can be fetched"};
    }
    if (!address->secure && !settings.httpDocuments) {
        return NotFetched{"plain_http", "is plain http, which this account does not allow (allow_http_documents)"};
    }
    const auto& hosts = settings.documentHosts;
    if (!hosts.empty() &&
        std::none_of(hosts.begin(), hosts.end(), [&](const auto& rule) { return isOfHost(address->host, rule); })) {
        return NotFetched{"other_host", "is at a host that this account does not list (document_hosts)"};
    }
    return std::nullopt;
}

}  // namespace verdesk::providers::passport_io
