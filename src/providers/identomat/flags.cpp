#include "providers/identomat/flags.h"

#include "providers/base_url.h"
#include "providers/identomat/members.h"
#include "providers/identomat/steps.h"

#include <array>

namespace verdesk::providers::identomat {
namespace {

constexpr std::array<Member, 10> known{{{"skip_face", MemberType::truth},
                                        {"skip_document", MemberType::truth},
                                        {"language", MemberType::text},
                                        {"skip_desktop", MemberType::truth},
                                        {"switch_device_url", MemberType::text},
                                        {"restrict_url_sharing", MemberType::truth},
                                        {"optional_continue_on_another_device", MemberType::truth},
                                        {"multiple_participants", MemberType::truth},
                                        {"requireHdMedia", MemberType::truth},
                                        {"skip_agreement", MemberType::truth}}};

bool hasText(const nlohmann::json& flags, const char* name) {
    const auto found = flags.find(name);
    return found != flags.end() && found->is_string() && !found->get_ref<const std::string&>().empty();
}

// Members that go to Identomat as they stand, but for two: the way back is the launch's, and an address must be one.
void checkEach(Findings& found, const JsonReader& flags) {
    auto own = flags.json();
    if (own.erase("return_url") > 0) {
        found.add(flags.pathOf("return_url"), "is set by Verdesk, for the launch \"redirect\" alone");
    }
    const JsonReader rest{own, "flags"};
    checkMembers(found, rest, known, stepFlags(), "to the flags of a step");
    const auto url = own.find("switch_device_url");
    if (url != own.end() && url->is_string()) {
        const auto address = addressOf(url->get<std::string>());
        if (!address || !address->secure) {
            found.add(rest.pathOf("switch_device_url"), "must be an address with https");
        }
    }
    if (hasText(own, "language") && !isOneWord(own.at("language").get<std::string>())) {
        found.add(rest.pathOf("language"), "must be a code such as \"en\"");
    }
}

// What is documented on both ways to the same step: the older one, by flags, is on unless it is switched off. Beside
// steps that has to be said: a customer who is to confirm a telephone number would have to show a passport without a
// word of it.
void checkTwice(Findings& found, const nlohmann::json& flags, const nlohmann::json& steps) {
    struct Twice {
        const char* flag;
        std::string_view step;
    };
    for (const auto& [flag, step] : {Twice{"skip_face", "liveness"}, Twice{"skip_document", "identity-document"}}) {
        if (hasStep(steps, step) && !isSet(flags, flag)) {
            found.add(std::string{"flags."} + flag,
                      "must be true: there is a step \"" + std::string{step} + "\", which would come twice");
        } else if (steps.is_array() && !steps.empty() && !flags.contains(flag)) {
            found.add(std::string{"flags."} + flag, "must be written out beside steps: true, or false where \"" +
                                                        std::string{step} + "\" is wanted before them");
        }
    }
}

// Without an address of the institution's own, Identomat's way to a phone is the session's address.
void checkSharing(Findings& found, const nlohmann::json& flags) {
    if (!isSet(flags, "restrict_url_sharing") || hasText(flags, "switch_device_url")) {
        return;
    }
    for (const auto* flag : {"skip_desktop", "optional_continue_on_another_device"}) {
        if (isSet(flags, flag)) {
            found.add(std::string{"flags."} + flag,
                      "leads to the customer's phone, which restrict_url_sharing forbids: set switch_device_url, or "
                      "leave one of the two out");
        }
    }
}

}  // namespace

void checkFlags(Findings& found, const JsonReader& options) {
    const auto table = found.take([&] { return options.object("flags"); });
    const auto flags = table ? table->json() : nlohmann::json::object();
    if (table) {
        checkEach(found, *table);
    }
    const auto all = options.json().find("steps");
    const auto steps = all == options.json().end() ? nlohmann::json::array() : *all;
    const bool isNamed = options.has("config_id");  // the saved configuration brings its own flags and steps
    if (!isNamed) {
        checkTwice(found, flags, steps);
    }
    if (isSet(flags, "multiple_participants") && !isNamed && !hasStep(steps, "video-call")) {
        found.add("flags.multiple_participants", "needs a step \"video-call\": people are added to a call");
    }
    checkSharing(found, flags);
}

bool isSet(const nlohmann::json& flags, const char* name) {
    const auto found = flags.find(name);
    return found != flags.end() && *found == true;
}

}  // namespace verdesk::providers::identomat
