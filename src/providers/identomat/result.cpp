#include "providers/identomat/result.h"

#include "providers/identomat/calls.h"
#include "providers/identomat/facts.h"
#include "providers/identomat/person.h"
#include "providers/identomat/pictures.h"
#include "providers/identomat/signature.h"

#include <algorithm>

namespace verdesk::providers::identomat {
namespace {

using nlohmann::json;
using namespace claims;

constexpr std::size_t longestCode = 64;

Progress inState(State state, std::string code = {}) {
    Progress progress;
    progress.state = state;
    progress.providerCode = std::move(code);
    return progress;
}

// What is answered before there is a result is not documented: anything that says neither that there is one, nor that
// our own keys are wrong. That it is over for good is believed where nobody else can have said it: refusals are never
// signed, so that an account which signs waits for the check's own end.
std::optional<Progress> notThere(const HttpReply& reply, const AccountSettings& settings) {
    const auto word = errorWordIn(reply.body);
    const bool isGood = isSuccess(reply);
    const bool saysOver = reply.status == 410 || (reply.status < 500 && word.find("EXPIRED") != std::string::npos);
    const bool isOver = saysOver && !isAboutKeys(word);
    if (isOver && settings.secretKeys != nullptr && !isSigned(reply, *settings.secretKeys)) {
        return inState(State::awaiting, word);
    }
    if (isOver) {
        auto expired = inState(State::expired, word);
        expired.decline = Decline::requestExpired;
        return expired;
    }
    const bool says = !word.empty() && !isAboutKeys(word) && (isGood || reply.status == 400);
    if ((reply.status == 404 && !isAboutKeys(word)) || says) {
        return inState(State::awaiting, word);
    }
    return std::nullopt;
}

Progress finished(const JsonReader& result, const std::string& word, const Context& context, const std::string& token) {
    const auto account = settingsOf(context.account);
    const auto flow = settingsOf(context.flow);
    auto progress = inState(State::completed, word);
    if (const auto reason = result.object("reject_reason"); reason && word == "rejected") {
        const auto value = reason->text("value").value_or("");
        progress.providerCode = value.empty() ? word : oneLine(value, longestCode);
    }
    progress.claims = factsIn(result, word, account, flow);
    addPictures(progress, result, context.flow.keep, account, token);
    progress.claims = withMissing(std::move(progress.claims), context.flow.asks);
    return progress;
}

// A text as documented; an integrator's table has numbers for some of them, which are words like any other.
std::string wordIn(const JsonReader& result) {
    const auto found = result.json().find("result");
    if (found != result.json().end() && found->is_number_integer()) {
        return found->dump();
    }
    return result.text("result").value_or("");
}

Progress progressOf(const json& document, const Context& context, const std::string& token) {
    if (document.is_null()) {
        return inState(State::awaiting);
    }
    const JsonReader result{document};
    const auto word = wordIn(result);
    if (word == "approved" || word == "rejected" || word == "manual_check") {
        return finished(result, word, context, token);
    }
    const auto& disagreed = settingsOf(context.account).disagreedWords;
    if (std::find(disagreed.begin(), disagreed.end(), word) != disagreed.end()) {
        return inState(State::cancelled, oneLine(word, longestCode));
    }
    auto progress = inState(State::awaiting, oneLine(word, longestCode));
    if (!word.empty() && word != "in_progress") {
        progress.warnings.push_back("Identomat's results have a word that Verdesk does not know: " +
                                    oneLine(word, longestCode));
    }
    return progress;
}

}  // namespace

Progress readResult(const HttpReply& reply, const Context& context, const std::string& token) {
    const auto settings = settingsOf(context.account);
    if (auto early = notThere(reply, settings)) {
        early->raw = reply.body;
        return std::move(*early);
    }
    requireSuccess(reply, settings);
    auto progress =
        readBody("Identomat", reply, [&](const json& document) { return progressOf(document, context, token); });
    progress.raw = reply.body;
    return progress;
}

std::vector<std::string> resultClaims() {
    auto names = personClaims();
    for (const auto claim : {name::providerAccepted, name::identity, name::liveness, name::faceMatch,
                             name::faceSimilarity, name::documentType, name::fullName, name::watchlistMatch,
                             name::answer, name::documentFront, name::documentBack, name::faceImage, name::faceVideo}) {
        names.emplace_back(claim);
    }
    return names;
}

}  // namespace verdesk::providers::identomat
