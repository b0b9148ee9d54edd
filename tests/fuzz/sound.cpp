#include "tests/fuzz/sound.h"

#include "claims/verdict.h"
#include "contract/claim_json.h"
#include "contract/json_reader.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <set>

namespace verdesk::fuzz {

using namespace providers;
using nlohmann::json;

namespace {

bool endsByProvider(State state) {
    return state == State::completed || state == State::declined || state == State::expired ||
           state == State::cancelled;
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 127;
}

// As it goes over the API and into a row, and back.
void requireSound(const claims::Claim& claim) {
    const auto text = toJson(claim).dump();
    const auto parsed = parseJson(text);
    const auto again = toJson(claimFrom(JsonReader{parsed})).dump();
    require(text == again, "a claim comes back as another one");
}

}  // namespace

void requireText(std::string_view text, const char* what) {
    try {
        (void)json(text).dump();
    } catch (const json::type_error&) {
        throw Broken{std::string{what} + " is no UTF-8"};
    }
}

void requireSound(const Progress& progress) {
    require(endsByProvider(progress.state) || progress.state == State::awaiting || progress.state == State::verifying,
            "a state that no provider decides");
    require(progress.state != State::declined || progress.decline.has_value(), "declined, and not why");
    require(progress.state != State::completed || !progress.decline.has_value(), "completed and declined");
    for (const auto& claim : progress.claims) {
        requireSound(claim);
    }
    (void)claims::judge(
        {progress.claims, {}, progress.decline, progress.state == State::completed, true, "2026-03-17"});
    requireText(progress.providerCode, "the provider's code");
    requireText(progress.providerKey, "the attempt's key");
    requireText(progress.person, "the person");
    requireText(progress.dropped, "the reason for dropping");
    for (const auto& warning : progress.warnings) {
        requireText(warning, "a warning");
    }
    for (const auto& document : progress.documents) {
        requireSound(document);
    }
    for (const auto& document : progress.toFetch) {
        requireText(document.url, "a document's address");
    }
}

void requireSound(const Begun& begun) {
    for (const auto& launch : begun.launches) {
        const auto text = toJson(launch).dump();
        const auto parsed = parseJson(text);
        const auto again = launchFrom(JsonReader{parsed});
        require(again.has_value() && toJson(*again).dump() == text, "a launch comes back as another one");
    }
    requireText(begun.providerKey, "the attempt's key");
    for (const auto& warning : begun.warnings) {
        requireText(warning, "a warning");
    }
}

void requireSound(const Pushed& pushed) {
    const bool rejected = std::holds_alternative<Rejected>(pushed.what);
    require(!rejected || !pushed.authenticated, "rejected, and yet authentic");
    if (const auto* progress = std::get_if<PushedProgress>(&pushed.what)) {
        requireSound(progress->progress);
        requireText(progress->key, "the key");
    }
    if (const auto* wake = std::get_if<WakeUp>(&pushed.what)) {
        requireText(wake->key, "the key");
    }
    if (const auto* news = std::get_if<News>(&pushed.what)) {
        require(!news->keyBegins.empty(), "news about everybody");
        requireText(news->keyBegins, "the key");
        requireText(news->word, "what happened");
    }
    requireText(pushed.eventId, "the event's id");
}

void requireSound(const Document& document) {
    requireText(document.path, "a document's path");
}

void requireSound(const std::vector<Finding>& findings) {
    for (const auto& finding : findings) {
        requireText(finding.what, "a finding");
        requireText(finding.remedy, "a remedy");
        require(!finding.check.empty(), "a finding without a name");
    }
}

void requireSound(const std::vector<Form>& forms) {
    std::set<std::string> keys;
    for (const auto& form : forms) {
        const auto text = toJson(form).dump();
        const auto parsed = parseJson(text);
        require(formFrom(JsonReader{parsed}) == form, "a form comes back as another one");
        for (const auto& question : form.questions) {
            require(keys.insert(question.key).second, "two questions of one key");
        }
    }
}

void requireSound(const ProviderError& error) {
    requireText(error.what(), "an error");
    requireText(error.providerCode(), "the provider's code");
}

void requireSound(const HttpRequest& request) {
    // An address that came from outside goes as it came: the driver of the call looks at it before it is called.
    require(request.fromOutside ||
                std::none_of(request.url.begin(), request.url.end(), [](char c) { return isControl(c) || c == ' '; }),
            "an address with a blank or a control character");
    for (const auto& [name, value] : request.headers) {
        require(std::none_of(value.begin(), value.end(), isControl), "a header with a control character: " + name);
    }
}

}  // namespace verdesk::fuzz
