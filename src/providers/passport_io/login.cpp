#include "providers/passport_io/login.h"

#include "contract/json_text.h"
#include "providers/answer.h"

namespace verdesk::providers::passport_io {
namespace {

using nlohmann::json;

Progress loginFrom(const json& answer) {
    const JsonReader reader{answer};
    const auto token = reader.text("access_token").value_or("");
    const auto kept = blanked(answer);
    Progress progress;
    progress.raw = kept.dump();
    if (token.empty()) {
        progress.state = State::declined;
        progress.decline = claims::Decline::unknown;
        const auto error = answer.find("error");
        progress.providerCode =
            oneLine(error != answer.end() && error->is_string() ? error->get<std::string>() : "no access_token", 64);
        return progress;
    }
    progress.state = State::completed;
    progress.claims.push_back(
        {std::string{claims::name::accountHolder}, claims::Flag{true}, claims::Status::stated, "access_token", kept});
    return progress;
}

}  // namespace

Progress readLogin(const std::string& message) {
    // The text is the desk's, and may hold the token: it is not kept with an error.
    try {
        const auto answer = parseOutside(message);
        return loginFrom(answer.is_null() ? json::object() : answer);
    } catch (const MemberError& error) {
        throw ProviderError{Failure::providerBroken, "the login's answer is not as documented: " + error.member() +
                                                         (error.member().empty() ? "" : " ") + error.problem()};
    }
}

}  // namespace verdesk::providers::passport_io
