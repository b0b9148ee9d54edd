#include "providers/identomat/person.h"

#include "providers/answer.h"
#include "providers/identomat/dates.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::identomat {
namespace {

using namespace claims;

struct Fact {
    const char* own;
    std::string_view generic;
};
constexpr std::array<Fact, 12> facts{{{"first_name", name::givenNames},
                                      {"last_name", name::surname},
                                      {"birth_place", name::placeOfBirth},
                                      {"nationality", name::nationality},
                                      {"sex", name::sex},
                                      {"document_number", name::documentNumber},
                                      {"issuing_state", name::documentIssuer},
                                      {"authority", name::documentAuthority},
                                      {"personal_number", name::personalNumber},
                                      {"address", name::address},
                                      {"email", name::email},
                                      {"phone", name::phone}}};

struct Day {
    const char* iso;
    const char* plain;
    std::string_view generic;
};
constexpr std::array<Day, 3> days{{{"birthday_time", "birthday", name::dateOfBirth},
                                   {"document_issued_time", "document_issued", name::documentIssued},
                                   {"document_expires_time", "document_expires", name::documentExpiry}}};

bool isKnown(std::string_view own) {
    return own == "status" ||
           std::any_of(facts.begin(), facts.end(), [&](const Fact& each) { return own == each.own; }) ||
           std::any_of(days.begin(), days.end(), [&](const Day& each) { return own == each.iso || own == each.plain; });
}

Status statusOf(std::string_view generic, const Vouched& vouched) {
    if (generic == name::email) {
        return vouched.email;
    }
    return generic == name::phone ? vouched.phone : vouched.document;
}

// Names of theirs that would read as a word of ours do not.
std::string nameOf(const std::string& own) {
    return own == name::age ? "person_age" : own;  // "age" is counted by us
}

}  // namespace

void addPerson(std::vector<Claim>& claims, const JsonReader& person, const Vouched& vouched) {
    for (const auto& [own, generic] : facts) {
        const auto text = person.text(own);
        if (text && !text->empty()) {
            claims.push_back(
                {std::string{generic}, Text{*text}, statusOf(generic, vouched), person.pathOf(own), *text});
        }
    }
    for (const auto& [iso, plain, generic] : days) {
        if (auto claim = dateClaim(generic, person, iso, plain, vouched.document)) {
            claims.push_back(std::move(*claim));
        }
    }
    person.integer("age");
    for (const auto& [own, value] : person.json().items()) {
        const bool isBlank = value.is_string() && value.get_ref<const std::string&>().empty();
        if (!isKnown(own) && !value.is_null() && !isBlank) {
            claims.push_back({nameOf(own), verbatimValue(value), Status::stated, person.pathOf(own), value});
        }
    }
}

std::vector<std::string> personClaims() {
    std::vector<std::string> names;
    names.reserve(facts.size() + days.size());
    for (const auto& fact : facts) {
        names.emplace_back(fact.generic);
    }
    for (const auto& day : days) {
        names.emplace_back(day.generic);
    }
    return names;
}

}  // namespace verdesk::providers::identomat
