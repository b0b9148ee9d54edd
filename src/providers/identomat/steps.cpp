#include "providers/identomat/steps.h"

#include "providers/identomat/flags.h"
#include "providers/identomat/questionnaire.h"

#include <algorithm>
#include <array>
#include <set>

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;

constexpr auto truth = MemberType::truth;
constexpr auto texts = MemberType::texts;

// By type, one after the other: a type's own are a part of this.
constexpr std::array<Member, 13> flags{{{"disable_document_capture", truth},
                                        {"allow_document_upload", truth},
                                        {"document_types", texts},
                                        {"document_countries", texts},
                                        {"liveness", truth},
                                        {"allow_face_upload", truth},
                                        {"general_document_types", texts},
                                        {"allow_face_doc_upload", truth},
                                        {"require_face_document", truth},
                                        {"require_phone_number_check", truth},
                                        {"require_phone_number", truth},
                                        {"require_email_check", truth},
                                        {"require_email", truth}}};

constexpr std::array<Member, 4> common{
    {{"type", MemberType::any}, {"key", MemberType::any}, {"flags", MemberType::any}, {"title", MemberType::words}}};
constexpr std::array<Member, 6> ofCalls{{{"type", MemberType::any},
                                         {"key", MemberType::any},
                                         {"title", MemberType::words},
                                         {"resetSteps", truth},
                                         {"hideCameraOption", truth},
                                         {"nameRequired", truth}}};

struct Type {
    std::string_view name;
    const char* usualKey;  // empty: the flow has to name one
    std::size_t firstFlag;
    std::size_t flagCount;
    Members members;  // of the step itself; none: it is a questionnaire
};
constexpr std::array<Type, 9> types{{
    {"identity-document", "identity-document", 0, 4, common},
    {"liveness", "liveness", 4, 2, common},
    {"general-document", "select_general_document", 6, 1, common},
    {"face-document", "capture_face_document", 7, 2, common},
    {"video-call", "video-call", 0, 0, ofCalls},
    {"phone-number", "phone_number", 9, 2, common},
    {"email", "require_email", 11, 2, common},
    {"user-questionnaire", "", 0, 0, {}},
    {"operator-questionnaire", "", 0, 0, {}},
}};

const Type* typeNamed(std::string_view name) {
    const auto* found = std::find_if(types.begin(), types.end(), [&](const Type& each) { return each.name == name; });
    return found == types.end() ? nullptr : found;
}

std::string textIn(const json& step, const char* member) {
    const auto found = step.find(member);
    return found != step.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

const Type* typeIn(Findings& found, const JsonReader& step) {
    const auto name = found.take([&] { return step.text("type"); }).value_or("");
    const auto* type = typeNamed(name);
    if (type == nullptr) {
        std::string all;
        for (const auto& each : types) {
            all += (all.empty() ? "" : ", ") + std::string{each.name};
        }
        const bool isNamedElsewhere = name == "kyb" || name == "KYB" || name == "geolocation";
        found.add(step.pathOf("type"), isNamedElsewhere
                                           ? "\"" + name +
                                                 "\" is no step by itself: it runs by config_id, a "
                                                 "configuration that is saved with Identomat"
                                           : (name.empty() ? std::string{"is missing"} : "\"" + name + "\" is none") +
                                                 "; there are: " + all);
    }
    return type;
}

bool isCountry(const std::string& text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void checkStepFlags(Findings& found, const JsonReader& step, const Type& type) {
    const auto table = found.take([&] { return step.object("flags"); });
    if (!table) {
        return;
    }
    const Members own{flags.data() + type.firstFlag, type.flagCount};
    checkMembers(found, *table, own, type.members, "beside the step's key");
    const auto& given = table->json();
    if (type.name == "liveness" && isSet(given, "liveness") && isSet(given, "allow_face_upload")) {
        found.add(table->pathOf("allow_face_upload"),
                  "does nothing with active liveness (liveness = true): leave one of the two out");
    }
    const auto countries = given.find("document_countries");
    if (isAmong(own, "document_countries") && countries != given.end() && countries->is_array()) {
        for (const auto& country : *countries) {
            if (country.is_string() && !isCountry(country.get<std::string>())) {
                found.add(table->pathOf("document_countries"),
                          "\"" + country.get<std::string>() + "\" is no country in three capitals, such as DEU");
            }
        }
    }
}

void checkStep(Findings& found, const JsonReader& step, std::set<std::string>& keys) {
    const auto* type = typeIn(found, step);
    if (type == nullptr) {
        return;
    }
    const auto given = found.take([&] { return step.text("key"); });
    const auto key = given.value_or(type->usualKey);
    if (key.empty() && !step.has("key")) {
        found.add(step.pathOf("key"), "is missing: name the questionnaire by it");
    } else {
        checkKey(found, step, key);
        if (!keys.insert(key).second) {
            found.add(step.pathOf("key"), "\"" + key + "\" is another step's: each needs its own");
        }
    }
    if (isQuestionnaire(step.json())) {
        checkQuestionnaire(found, step);
        return;
    }
    if (isAmong(type->members, "flags")) {
        checkStepFlags(found, step, *type);
    }
    const Members own{flags.data() + type->firstFlag, type->flagCount};
    checkMembers(found, step, type->members, own, "to the step's flags");
}

}  // namespace

void checkSteps(Findings& found, const JsonReader& options) {
    std::set<std::string> keys;
    for (const auto& step : found.take([&] { return options.objects("steps"); })) {
        checkStep(found, step, keys);
    }
}

json withKeys(json steps) {
    for (auto& step : steps) {
        const auto* type = typeNamed(textIn(step, "type"));
        if (type != nullptr && !step.contains("key")) {
            step["key"] = type->usualKey;
        }
    }
    return steps;
}

bool hasStep(const json& steps, std::string_view type) {
    return steps.is_array() &&
           std::any_of(steps.begin(), steps.end(), [&](const json& each) { return textIn(each, "type") == type; });
}

bool hasStepWith(const json& steps, std::string_view type, const char* flag) {
    return steps.is_array() && std::any_of(steps.begin(), steps.end(), [&](const json& each) {
               return textIn(each, "type") == type && each.contains("flags") && each.at("flags").is_object() &&
                      isSet(each.at("flags"), flag);
           });
}

bool isQuestionnaire(const json& step) {
    const auto type = textIn(step, "type");
    return type == "user-questionnaire" || type == "operator-questionnaire";
}

Members stepFlags() {
    return flags;
}

}  // namespace verdesk::providers::identomat
