#include "sandbox/identomat/flags.h"

#include <algorithm>
#include <array>

namespace verdesk::sandbox::identomat {

namespace {

constexpr std::array all{
    Flag{"skip_face", Form::flag},
    Flag{"skip_document", Form::flag},
    Flag{"return_url", Form::address},
    Flag{"language", Form::text},
    Flag{"skip_desktop", Form::flag},
    Flag{"switch_device_url", Form::address},
    Flag{"restrict_url_sharing", Form::flag},
    Flag{"optional_continue_on_another_device", Form::flag},
    Flag{"multiple_participants", Form::flag},
    Flag{"requireHdMedia", Form::flag},
    Flag{"skip_agreement", Form::flag},
    // From before there were steps.
    Flag{"liveness", Form::flag},
    Flag{"allow_document_upload", Form::flag},
    Flag{"document_types", Form::texts},
    Flag{"document_countries", Form::countries},
    Flag{"general_document_types", Form::texts},
    Flag{"allow_general_document_capture", Form::flag},
    Flag{"allow_general_document_upload", Form::flag},
    Flag{"require_face_document", Form::flag},
    Flag{"server", Form::text},
    Flag{"inn", Form::anything},
    Flag{"allow_nfc_capture", Form::flag},
    Flag{"document_type_id", Form::flag},
    Flag{"document_type_passport", Form::flag},
    Flag{"document_type_driver_license", Form::flag},
    Flag{"document_type_residence_license", Form::flag},
    Flag{"document_type_non_bio_passport", Form::flag},
    Flag{"document_type_driver_license_vis", Form::flag},
};

bool isCountry(const std::string& text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isAddress(const std::string& text) {
    return text.empty() || text.starts_with("https://") || text.starts_with("http://");
}

bool areTexts(const Json& value, bool (*each)(const std::string&)) {
    return value.is_array() && std::all_of(value.begin(), value.end(), [each](const Json& item) {
               return item.is_string() && (each == nullptr || each(item.get<std::string>()));
           });
}

// What a value of that form is; empty where this is one.
std::string shouldBe(const Json& value, Form form) {
    switch (form) {
        case Form::flag:
            return value.is_boolean() ? "" : "true or false";
        case Form::text:
            return value.is_string() ? "" : "a text";
        case Form::address:
            return value.is_string() && isAddress(value.get<std::string>()) ? "" : "an address";
        case Form::texts:
            return areTexts(value, nullptr) ? "" : "a list of texts";
        case Form::countries:
            return areTexts(value, isCountry) ? "" : "a list of countries by three capital letters";
        case Form::anything:
            break;
    }
    return "";
}

}  // namespace

std::span<const Flag> generalFlags() {
    return all;
}

std::optional<std::string> mistakeIn(const Json& flags, std::span<const Flag> known) {
    if (!flags.is_object()) {
        return "flags must be an object";
    }
    for (const auto& [name, value] : flags.items()) {
        const auto found =
            std::find_if(known.begin(), known.end(), [&name = name](const Flag& flag) { return flag.name == name; });
        if (found == known.end()) {
            return "there is no flag " + name;
        }
        // Nothing is as good as left out.
        const auto should = value.is_null() ? std::string{} : shouldBe(value, found->form);
        if (!should.empty()) {
            return name + " must be " + should;
        }
    }
    return std::nullopt;
}

bool isOn(const Json& flags, std::string_view name) {
    const auto found = flags.find(name);
    return found != flags.end() && *found == true;
}

std::string textIn(const Json& flags, std::string_view name) {
    const auto found = flags.find(name);
    return found != flags.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool allows(const Json& flags, std::string_view name, const std::string& value) {
    const auto found = flags.find(name);
    return found == flags.end() || !found->is_array() || found->empty() ||
           std::find(found->begin(), found->end(), value) != found->end();
}

}  // namespace verdesk::sandbox::identomat
