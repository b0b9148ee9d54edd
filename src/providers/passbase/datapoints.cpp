#include "providers/passbase/datapoints.h"

#include "providers/answer.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::passbase {
namespace {

using namespace claims;

struct Datapoint {
    std::string_view own;
    std::string_view generic;
};
constexpr std::array<Datapoint, 14> known{{
    {"first_names", name::givenNames},
    {"last_name", name::surname},
    {"date_of_birth", name::dateOfBirth},
    {"nationality", name::nationality},
    {"sex", name::sex},
    {"place_of_birth", name::placeOfBirth},
    {"document_number", name::documentNumber},
    {"document_origin_country", name::documentIssuer},
    {"mrtd_issuing_country", name::documentIssuer},
    {"date_of_issue", name::documentIssued},
    {"date_of_expiry", name::documentExpiry},
    {"authority", name::documentAuthority},
    {"address", name::address},
    {"email", name::email},
}};

// Types of which the type itself says something about a person's document.
constexpr std::array<std::string_view, 4> documents{"PASSPORT", "DRIVERS_LICENSE", "NATIONAL_ID_CARD",
                                                    "HEALTH_INSURANCE_CARD"};

std::string_view genericNameOf(std::string_view own) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.own == own; });
    return found == known.end() ? std::string_view{} : found->generic;
}

bool isDate(std::string_view claim) {
    return claim == name::dateOfBirth || claim == name::documentIssued || claim == name::documentExpiry;
}

Claim claimOf(const JsonReader& datapoints, const std::string& own, Status status) {
    const auto& verbatim = datapoints.json().at(own);
    const auto generic = genericNameOf(own);
    if (generic.empty()) {
        return {own, verbatimValue(verbatim), Status::stated, datapoints.pathOf(own), verbatim};
    }
    auto text = *datapoints.text(own);
    const auto date = isDate(generic) ? dateFrom(text) : std::nullopt;
    const bool unreadable = isDate(generic) && !date;
    return {std::string{generic}, date ? Value{*date} : Value{Text{std::move(text)}},
            unreadable ? Status::unknown : status, datapoints.pathOf(own), verbatim};
}

}  // namespace

void addResource(std::vector<Claim>& claims, const JsonReader& resource, Status status) {
    const auto type = resource.text("type");
    if (type && std::find(documents.begin(), documents.end(), *type) != documents.end()) {
        claims.push_back({std::string{name::documentType}, Text{*type}, status, resource.pathOf("type"), *type});
    }
    if (const auto datapoints = resource.object("datapoints")) {
        for (const auto& [own, value] : datapoints->json().items()) {
            const bool says = !value.is_null() && value != "";
            if (says) {
                claims.push_back(claimOf(*datapoints, own, status));
            }
        }
    }
}

std::vector<std::string> datapointClaims() {
    std::vector<std::string> names{std::string{name::documentType}};
    for (const auto& each : known) {
        if (std::find(names.begin(), names.end(), each.generic) == names.end()) {
            names.emplace_back(each.generic);
        }
    }
    return names;
}

}  // namespace verdesk::providers::passbase
