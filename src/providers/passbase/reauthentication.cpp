#include "providers/passbase/reauthentication.h"

#include "providers/passbase/ask.h"
#include "providers/passbase/begin.h"
#include "providers/passbase/calls.h"
#include "providers/passbase/identity.h"

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;
using namespace claims;

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
                           codeOf(context.account, "content", contentOf(subject.verification.value, document))});
        return begun;
    });
}

Claim sawThePerson(const JsonReader& identity) {
    return {std::string{name::liveness}, Flag{true}, Status::proven, "updated", identity.json().at("updated")};
}

// The identity's own word, where it is no yes, needs no sign of life.
Progress progressOf(const Context& context, const Awaited& awaited, const HttpReply& reply,
                    const AccountSettings& settings) {
    auto progress = readIdentity(reply, settings);
    progress.providerKey.clear();  // that key is the one of the check that made the identity
    if (!isAccepted(progress)) {
        progress.state = progress.state == State::completed ? State::completed : State::awaiting;
        return progress;
    }
    return readBody("Passbase", reply, [&](const json& document) {
        const JsonReader identity{document};
        const auto updated = identity.integer("updated").value_or(0);
        if (updated <= awaited.updated) {
            return Progress{};
        }
        if (isCodeOf(awaited.content, context.account, "content", contentOf(awaited.verification, document))) {
            progress.claims.push_back(sawThePerson(identity));
        } else {
            progress.claims.push_back(
                {std::string{name::providerStatus}, Text{"changed otherwise"}, Status::unknown, "updated", updated});
        }
        return progress;
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

Exchange<Progress> askAwaited(const Context& context, const Awaited& awaited) {
    const auto settings = settingsOf(context.account);
    const HttpReply reply = co_await requestOf(settings, identityPath(awaited.person));
    auto progress = progressOf(context, awaited, reply, settings);
    if (progress.state == State::completed) {
        progress.claims = withMissing(std::move(progress.claims), context.flow.asks);
    }
    co_return progress;
}

}  // namespace verdesk::providers::passbase
