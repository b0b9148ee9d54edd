#include "providers/passport_io/pingback.h"

#include "contract/json_text.h"
#include "providers/answer.h"
#include "providers/passport_io/resources.h"
#include "providers/passport_io/settings.h"
#include "providers/passport_io/verifier.h"

namespace verdesk::providers::passport_io {
namespace {

using nlohmann::json;

constexpr std::size_t longestWord = 64;

const json& memberOf(const json& object, const char* member) {
    static const json none;
    const auto found = object.is_object() ? object.find(member) : object.end();
    return object.is_object() && found != object.end() ? *found : none;
}

// The verification that a pingback is about. The documentation's sample names none: the member is looked for wherever
// it could stand. Two that differ name nobody.
class Reference {
public:
    void lookIn(const json& object) {
        for (const auto* member : {"referenceId", "reference_id"}) {
            const auto& found = memberOf(object, member);
            if (found.is_string() && !found.get_ref<const std::string&>().empty()) {
                differs_ = differs_ || (!key_.empty() && key_ != found.get_ref<const std::string&>());
                key_ = found.get<std::string>();
            }
        }
    }
    bool differs() const {
        return differs_;
    }
    std::string key() const {
        return differs_ ? std::string{} : key_;
    }

private:
    std::string key_;
    bool differs_ = false;
};

Reference referenceIn(const json& document, const json& data) {
    Reference reference;
    for (const auto* object : {&data, &document}) {
        reference.lookIn(*object);
        reference.lookIn(memberOf(*object, "properties"));
    }
    for (const auto& resource : memberOf(data, "resources")) {
        reference.lookIn(memberOf(resource, "properties"));
    }
    return reference;
}

std::string warning(const std::string& problem) {
    return "a pingback of Passport.io is not as documented: " + problem;
}

// The status decides what the pingback is. What is not known is never good: it stands as a claim that is not clear.
void readStatus(Progress& progress, const json& status) {
    if (!status.is_string()) {
        progress.warnings.push_back(
            warning(status.is_null() ? "data.status is missing" : "data.status must be a string"));
    }
    const auto word = status.is_string() ? oneLine(status.get<std::string>(), longestWord) : std::string{};
    if (word == "approved") {
        progress.state = State::completed;
    } else if (word == "declined" || word == "rejected") {
        progress.state = State::declined;
        progress.decline = claims::Decline::unknown;
        progress.providerCode = word;
    } else if (word == "pending") {
        progress.state = State::verifying;
    } else {
        progress.state = State::completed;
        progress.providerCode = word;
        progress.claims.push_back({std::string{claims::name::providerStatus}, verbatimValue(status),
                                   claims::Status::unknown, "data.status", status});
    }
}

void readResources(Progress& progress, const json& list, const AccountSettings& settings) {
    if (!list.is_array()) {
        if (!list.is_null()) {
            progress.warnings.push_back(warning("data.resources must be a list"));
            progress.claims.push_back({"resources", {}, claims::Status::unknown, "data.resources", list});
        }
        return;
    }
    auto resources = resourcesIn(list, "data.resources", settings);
    for (auto& claim : resources.claims) {
        progress.claims.push_back(std::move(claim));
    }
    progress.toFetch = std::move(resources.toFetch);
    for (const auto& problem : resources.problems) {
        progress.warnings.push_back(warning(problem));
    }
}

Pushed ignored(Pushed pushed, const std::string& why) {
    pushed.what = Ignored{why};
    return pushed;
}

}  // namespace

Pushed receive(const Account& account, const PushRequest& request) {
    Pushed pushed;
    std::optional<AccountSettings> settings;
    try {
        settings = settingsOf(account);
    } catch (const ProviderError&) {
        pushed.what = Rejected{"the account's settings are wrong"};
        return pushed;
    }
    const auto authenticity = authenticityOf(settings->verifier, request);
    if (authenticity == Authenticity::forged) {
        pushed.what = Rejected{"the signature is missing or wrong"};
        return pushed;
    }
    pushed.authenticated = authenticity == Authenticity::proven || settings->trustedChannel;
    const auto document = jsonOrNone(request.body);
    if (!document.is_object()) {
        return ignored(std::move(pushed), "no JSON object");
    }
    const auto& data = memberOf(document, "data");
    if (!data.is_object()) {
        return ignored(std::move(pushed), data.is_null() ? "data is missing" : "data must be an object");
    }
    const auto& status = memberOf(data, "status");
    pushed.type = status.is_string() ? oneLine(status.get<std::string>(), longestWord) : std::string{};
    PushedProgress result;
    readStatus(result.progress, status);
    if (result.progress.state == State::completed) {
        readResources(result.progress, memberOf(data, "resources"), *settings);
    }
    const auto reference = referenceIn(document, data);
    result.key = reference.key();
    if (reference.differs()) {
        result.progress.warnings.push_back(warning("it names two references"));
    }
    result.progress.raw = request.body;
    pushed.what = std::move(result);
    return pushed;
}

std::optional<PushRequest> sampleWebhook(const Account& account) {
    const auto settings = settingsOf(account);
    if (settings.verifier.check == PingbackCheck::none) {
        return std::nullopt;
    }
    PushRequest request;
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = json{{"verdesk", "round trip"}}.dump();
    request.headers.push_back(signatureOf(settings.verifier, request.body));
    return request;
}

}  // namespace verdesk::providers::passport_io
