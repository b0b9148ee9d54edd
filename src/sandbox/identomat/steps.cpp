#include "sandbox/identomat/steps.h"

#include "sandbox/identomat/flags.h"
#include "sandbox/identomat/questionnaire.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace verdesk::sandbox::identomat {

namespace {

struct StepKind {
    std::string_view type;
    std::string_view key;      // where the step names none; empty: it has to
    std::vector<Flag> flags;   // below "flags"
    bool flagsBeside = false;  // the same flags are documented beside the key
    bool saved = false;        // in saved configurations alone: what begin/ would call it is not documented
};

const std::vector<StepKind>& kinds() {
    static const std::vector<StepKind> all{
        {"identity-document",
         "identity-document",
         {{"disable_document_capture", Form::flag},
          {"allow_document_upload", Form::flag},
          {"document_types", Form::texts},
          {"document_countries", Form::countries}}},
        {"liveness", "liveness", {{"liveness", Form::flag}, {"allow_face_upload", Form::flag}}},
        {"general-document", "select_general_document", {{"general_document_types", Form::texts}}},
        {"face-document",
         "capture_face_document",
         {{"allow_face_doc_upload", Form::flag}, {"require_face_document", Form::flag}}},
        {"video-call",
         "video-call",
         {{"resetSteps", Form::flag}, {"hideCameraOption", Form::flag}, {"nameRequired", Form::flag}},
         true},
        {"phone-number",
         "phone_number",
         {{"require_phone_number_check", Form::flag}, {"require_phone_number", Form::flag}}},
        {"email", "require_email", {{"require_email_check", Form::flag}, {"require_email", Form::flag}}},
        {"user-questionnaire", "", {}},
        {"operator-questionnaire", "", {}},
        {"geolocation", "geolocation", {}, false, true},
    };
    return all;
}

const StepKind* kindOf(const Json& step) {
    const auto type = textIn(step, "type");
    const auto found =
        std::find_if(kinds().begin(), kinds().end(), [&](const StepKind& kind) { return kind.type == type; });
    return found == kinds().end() ? nullptr : &*found;
}

std::string keyOf(const Json& step) {
    const auto key = textIn(step, "key");
    const auto* kind = kindOf(step);
    return key.empty() && kind != nullptr ? std::string{kind->key} : key;
}

bool isMember(const StepKind& kind, const Json& step, const std::string& name) {
    static const std::set<std::string_view> common{"type", "key", "flags", "title"};
    static const std::set<std::string_view> questionnaire{"description", "questions"};
    const bool beside = kind.flagsBeside && std::any_of(kind.flags.begin(), kind.flags.end(),
                                                        [&](const Flag& flag) { return flag.name == name; });
    return common.contains(name) || beside || (isQuestionnaire(step) && questionnaire.contains(name)) ||
           (kind.type == "user-questionnaire" && name == "successButtonTitle");
}

std::optional<std::string> mistakeInMembers(const StepKind& kind, const Json& step) {
    Json beside = Json::object();
    for (const auto& [name, value] : step.items()) {
        if (!isMember(kind, step, name)) {
            return std::string{kind.type} + " has no " + name;
        }
        const bool isFlag = std::any_of(kind.flags.begin(), kind.flags.end(),
                                        [&name = name](const Flag& flag) { return flag.name == name; });
        if (isFlag) {
            beside[name] = value;
        }
    }
    for (const auto* name : {"title", "description", "successButtonTitle"}) {
        if (const auto title = step.value(name, Json()); !title.is_null() && !isTitle(title)) {
            return std::string{name} + " must be a text or an object of languages";
        }
    }
    if (auto mistake = mistakeIn(beside, kind.flags)) {
        return mistake;
    }
    return mistakeIn(step.value("flags", Json::object()), kind.flags);
}

std::optional<std::string> mistakeInStep(const Json& step) {
    const auto* kind = step.is_object() ? kindOf(step) : nullptr;
    if (kind == nullptr || kind->saved) {
        return "there is no step type " + (step.is_object() ? textIn(step, "type") : textOf(step));
    }
    if (keyOf(step).empty()) {
        return std::string{kind->type} + " needs a key";
    }
    if (auto mistake = mistakeInMembers(*kind, step)) {
        return mistake;
    }
    return isQuestionnaire(step) ? mistakeInQuestionnaire(step) : std::nullopt;
}

// The two that every session had before there were steps, with the flags that they had then.
Json stepsOfOld(const Json& flags, bool named) {
    const auto with = [&](const char* type, const char* key, std::initializer_list<const char*> names) {
        Json own = Json::object();
        for (const auto* name : names) {
            if (flags.contains(name)) {
                own[name] = flags.at(name);
            }
        }
        return Json{{"type", type}, {"key", key}, {"flags", own}};
    };
    Json steps = Json::array();
    if (!isOn(flags, "skip_document")) {
        steps.push_back(with("identity-document", named ? "document" : "identity-document",
                             {"allow_document_upload", "document_types", "document_countries"}));
    }
    if (!isOn(flags, "skip_face")) {
        steps.push_back(with("liveness", named ? "face" : "liveness", {"liveness"}));
    }
    return steps;
}

}  // namespace

std::optional<std::string> mistakeInSteps(const Json& steps) {
    if (!steps.is_array()) {
        return "steps must be a list";
    }
    std::set<std::string> keys;
    for (const auto& step : steps) {
        if (auto mistake = mistakeInStep(step)) {
            return mistake;
        }
        if (!keys.insert(keyOf(step)).second) {
            return "the key " + keyOf(step) + " is there twice";
        }
    }
    return std::nullopt;
}

Json sessionSteps(const Json& flags, const std::optional<Json>& steps) {
    auto all = stepsOfOld(flags, steps.has_value());
    for (auto step : steps.value_or(Json::array())) {
        step["key"] = keyOf(step);
        auto own = step.value("flags", Json::object());
        for (const auto& flag : kindOf(step)->flags) {
            const std::string name{flag.name};
            if (step.contains(name)) {
                own[name] = step.at(name);
                step.erase(name);
            }
        }
        step["flags"] = std::move(own);
        all.push_back(std::move(step));
    }
    return all;
}

std::optional<Json> overridden(const Json& saved, const Json& redefined) {
    auto steps = saved;
    for (const auto& step : redefined) {
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const Json& each) {
            return each.at("key") == keyOf(step) && each.at("type") == step.at("type");
        });
        if (found == steps.end()) {
            return std::nullopt;
        }
        *found = step;
        (*found)["key"] = keyOf(step);
    }
    return steps;
}

}  // namespace verdesk::sandbox::identomat
