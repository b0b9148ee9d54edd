#include "providers/passbase/reauthentication.h"

#include "providers/passbase/ask.h"
#include "providers/passbase/begin.h"
#include "providers/passbase/calls.h"
#include "providers/passbase/identity.h"
#include "providers/passbase/search.h"

#include <algorithm>
#include <charconv>

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;
using namespace claims;

constexpr std::string_view seenWord = "authenticated:";
// How long after the identity was changed the event may come, as a webhook does; for clocks that differ as well.
constexpr std::chrono::minutes patience{2};

// Everything but when it was changed, and what went along with the last visit.
std::string contentOf(const std::string& verification, json identity) {
    identity.erase("updated");
    identity.erase("metadata");
    return verification + "\n" + identity.dump(-1, ' ', false, json::error_handler_t::replace);
}

Begun begunWith(const Context& context, const Subject& subject, const HttpReply& reply) {
    return readBody("Passbase", reply, [&](const json& document) {
        const JsonReader identity{document};
        const auto owner = identity.object("owner");
        Prefill prefill{owner ? normalEmail(owner->text("email").value_or("")) : std::string{}, {}};
        auto begun = begunOf(context, subject, prefill);
        begun.providerKey =
            textOf(Awaited{subject.verification.value, subject.person, identity.integer("updated").value_or(0),
                           codeOf(context.account, "content", contentOf(subject.verification.value, document)),
                           secondsOf(context.now)});
        return begun;
    });
}

std::int64_t secondsIn(const std::string& word) {
    std::int64_t seconds = -1;
    const auto* const end = word.data() + word.size();
    const auto text = std::string_view{word}.substr(std::min(word.size(), seenWord.size()));
    const auto [stopped, error] = std::from_chars(text.data(), end, seconds);
    return word.starts_with(seenWord) && error == std::errc{} && stopped == end ? seconds : -1;
}

// When the customer was seen since the check began; 0: at a moment that was not told. An event from before may come
// late, or once more: what counts is when it says that it happened, and one without a time counts together with an
// identity that was changed since.
std::optional<std::int64_t> seenAt(const Attempt& attempt, const Awaited& awaited, std::int64_t updated) {
    std::optional<std::int64_t> latest;
    for (const auto& word : attempt.heard) {
        const auto at = secondsIn(word);
        const bool isOfThisVisit = at > awaited.updated && at >= awaited.since - clocksDiffer;
        if (isOfThisVisit || (at == 0 && updated > awaited.updated)) {
            latest = std::max(latest.value_or(0), at);
        }
    }
    return latest;
}

Claim livenessOf(const std::optional<std::int64_t>& seen, std::int64_t updated) {
    return seen ? Claim{std::string{name::liveness}, Flag{true}, Status::proven, "event", "IDENTITY_AUTHENTICATED"}
                : Claim{std::string{name::liveness}, std::monostate{}, Status::unknown, "updated", updated};
}

// Of an identity that is still accepted.
Progress progressOfAccepted(const Context& context, const Attempt& attempt, const Awaited& awaited,
                            const json& document, Progress progress) {
    const auto updated = JsonReader{document}.integer("updated").value_or(0);
    const auto seen = seenAt(attempt, awaited, updated);
    const bool changed = updated > awaited.updated;
    const bool mayStillCome = secondsOf(context.now - patience) < updated;
    if (!seen && (!changed || mayStillCome)) {
        return {};
    }
    if (seen.value_or(0) > updated) {
        progress.verifiedAt = Instant{std::chrono::seconds{*seen}};
    }
    progress.claims.push_back(livenessOf(seen, updated));
    if (!isCodeOf(awaited.content, context.account, "content", contentOf(awaited.verification, document))) {
        progress.claims.push_back(
            {std::string{name::providerStatus}, Text{"changed otherwise"}, Status::unknown, "updated", updated});
    }
    return progress;
}

// The identity's own word, where it is no yes, needs no sign of life.
Progress progressOf(const Context& context, const Attempt& attempt, const Awaited& awaited, const HttpReply& reply,
                    const AccountSettings& settings) {
    auto progress = readIdentity(reply, settings);
    progress.providerKey.clear();  // that key is the one of the check that made the identity
    if (!isAccepted(progress)) {
        progress.state = progress.state == State::completed ? State::completed : State::awaiting;
        return progress;
    }
    return readBody("Passbase", reply, [&](const json& document) {
        return progressOfAccepted(context, attempt, awaited, document, std::move(progress));
    });
}

}  // namespace

Exchange<Begun> beginAgain(const Context& context, const Subject& subject) {
    if (subject.person.empty()) {
        throw ProviderError{Failure::internal, "a customer is looked for again whom Passbase does not know"};
    }
    const auto settings = settingsOf(context.account);
    const HttpReply reply = co_await requestOf(settings, identityPath(subject.person));
    requireSuccess(reply, settings);
    co_return begunWith(context, subject, reply);
}

Exchange<Progress> askAwaited(const Context& context, const Attempt& attempt, const Awaited& awaited) {
    const auto settings = settingsOf(context.account);
    const HttpReply reply = co_await requestOf(settings, identityPath(awaited.person));
    auto progress = progressOf(context, attempt, awaited, reply, settings);
    if (progress.state == State::completed) {
        progress.claims = withMissing(std::move(progress.claims), context.flow.asks);
    }
    co_return progress;
}

News newsOf(const std::string& person, std::int64_t at) {
    return {beginningOf(person), std::string{seenWord} + std::to_string(at)};
}

}  // namespace verdesk::providers::passbase
