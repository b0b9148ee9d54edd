#include "providers/identomat/members.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

std::string namesOf(Members members) {
    std::string all;
    for (const auto& member : members) {
        all += (all.empty() ? "" : ", ") + std::string{member.name};
    }
    return all;
}

bool isText(const nlohmann::json& value) {
    return value.is_string() && !value.get_ref<const std::string&>().empty();
}

void checkWords(Findings& found, const JsonReader& table, const std::string& member) {
    const auto& value = table.json().at(member);
    const bool isTable = value.is_object() && !value.empty() &&
                         std::all_of(value.begin(), value.end(), [](const auto& each) { return isText(each); });
    if (!isTable && !isText(value)) {
        found.add(table.pathOf(member), "must be a text, or a table of texts such as {en = \"...\", de = \"...\"}");
    }
}

void checkType(Findings& found, const JsonReader& table, const std::string& member, MemberType type) {
    switch (type) {
        case MemberType::truth:
            found.take([&] { return table.flag(member); });
            break;
        case MemberType::text:
            found.take([&] { return table.text(member); });
            break;
        case MemberType::texts:
            found.take([&] { return table.texts(member); });
            break;
        case MemberType::words:
            checkWords(found, table, member);
            break;
        case MemberType::any:
            break;
    }
}

}  // namespace

bool isAmong(Members members, std::string_view name) {
    return std::any_of(members.begin(), members.end(), [&](const Member& each) { return each.name == name; });
}

void checkMembers(Findings& found, const JsonReader& table, Members known, Members elsewhere,
                  const std::string& place) {
    for (const auto& [name, value] : table.json().items()) {
        const auto* const end = known.data() + known.size();
        const auto* const member =
            std::find_if(known.data(), end, [&own = name](const Member& each) { return each.name == own; });
        if (member != end) {
            checkType(found, table, name, member->type);
        } else if (isAmong(elsewhere, name)) {
            found.add(table.pathOf(name), "stands in the wrong place: it belongs " + place);
        } else {
            found.add(table.pathOf(name),
                      known.empty() ? "is nothing that Identomat documents here"
                                    : "is nothing that Identomat documents here; there are: " + namesOf(known));
        }
    }
}

void checkKey(Findings& found, const JsonReader& table, const std::string& key) {
    if (!isOneWord(key)) {
        found.add(table.pathOf("key"), "must be a word without blanks");
    }
}

Localized wordsIn(const JsonReader& table, std::string_view member) {
    const auto value = table.json().find(member);
    if (value != table.json().end() && value->is_string()) {
        return {{{"en", value->get<std::string>()}}};
    }
    return localizedFrom(table, member);
}

}  // namespace verdesk::providers::identomat
