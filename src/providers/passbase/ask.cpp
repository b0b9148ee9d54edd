#include "providers/passbase/ask.h"

#include "contract/json_text.h"
#include "providers/passbase/calls.h"
#include "providers/passbase/identity.h"
#include "providers/passbase/metadata.h"
#include "providers/passbase/reauthentication.h"
#include "providers/passbase/resources.h"
#include "providers/passbase/search.h"

namespace verdesk::providers::passbase {
namespace {

Progress dropped(std::string why) {
    Progress progress;
    progress.dropped = std::move(why);
    return progress;
}

Progress inState(State state) {
    Progress progress;
    progress.state = state;
    return progress;
}

// Where metadata goes along, an identity without ours is somebody else's.
bool mayBe(Belongs belongs, const AccountSettings& settings, const Attempt& attempt) {
    const bool isMarked = settings.metadataKey != nullptr && attempt.launch == LaunchKind::widget;
    return belongs == Belongs::yes || (belongs == Belongs::perhaps && !isMarked);
}

Exchange<Progress> askSoughtNamed(const Context& context, const Attempt& attempt, const Sought& sought) {
    const auto settings = settingsOf(context.account);
    const HttpReply reply = co_await requestOf(settings, identityPath(sought.named));
    if (reply.status == 404) {
        co_return inState(State::verifying);  // told before it was there: the next question finds it
    }
    auto progress = readIdentity(reply, settings);
    if (!mayBe(belongs(jsonOrNone(reply.body), context.account, sought), settings, attempt)) {
        co_return dropped("the identity that the page named is another check's");
    }
    if (progress.state == State::awaiting) {
        progress.state = State::verifying;  // the page said that the customer is done
    }
    progress.byLikeness = !verificationIn(metadataOf(jsonOrNone(reply.body)));
    co_return co_await withResources(context, settings, std::move(progress));
}

Exchange<Progress> askSought(const Context& context, const Attempt& attempt, const Sought& sought) {
    const auto settings = settingsOf(context.account);
    if (!sought.named.empty()) {
        auto progress = co_await askSoughtNamed(context, attempt, sought);
        if (progress.dropped.empty() && !progress.providerKey.empty()) {
            co_return progress;
        }
    }
    const auto found = co_await search(context, settings, sought);
    Progress progress;
    if (!found.identity.empty()) {
        progress = co_await askIdentity(context, settings, found.identity);
        progress.byLikeness = !found.isNamed;
    }
    if (found.isCutShort) {
        progress.warnings.emplace_back(
            "Passbase lists more identities than are looked through (most_pages): a check may be found late or never");
    }
    co_return progress;
}

Exchange<Progress> askKnown(const Context& context, std::string identity) {
    const auto settings = settingsOf(context.account);
    co_return co_await askIdentity(context, settings, std::move(identity));
}

}  // namespace

Exchange<Progress> ask(const Context& context, const Attempt& attempt) {
    const auto key = keyFrom(attempt.providerKey);
    if (const auto* sought = std::get_if<Sought>(&key)) {
        co_return co_await askSought(context, attempt, *sought);
    }
    if (const auto* awaited = std::get_if<Awaited>(&key)) {
        co_return co_await askAwaited(context, attempt, *awaited);
    }
    co_return co_await askKnown(context, std::get<Known>(key).identity);
}

Exchange<Progress> askNamed(const Context& context, const Attempt& attempt, std::string identity) {
    const auto key = keyFrom(attempt.providerKey);
    if (const auto* sought = std::get_if<Sought>(&key)) {
        auto named = *sought;
        named.named = std::move(identity);
        auto progress = co_await orAgainLater(askSoughtNamed(context, attempt, named), State::verifying);
        if (progress.dropped.empty() && progress.providerKey.empty()) {
            progress.providerKey = textOf(named);  // nothing else may tell whose it is
        }
        co_return progress;
    }
    const auto* awaited = std::get_if<Awaited>(&key);
    if (identity != (awaited != nullptr ? awaited->person : std::get<Known>(key).identity)) {
        co_return dropped("the page named another identity than this check's");
    }
    auto progress = co_await orAgainLater(ask(context, attempt), State::verifying);
    if (progress.state == State::awaiting) {
        progress.state = State::verifying;  // the page said that the customer is done
    }
    co_return progress;
}

Exchange<Progress> askIdentity(const Context& context, const AccountSettings& settings, std::string identity) {
    const HttpReply reply = co_await requestOf(settings, identityPath(identity));
    auto progress = readIdentity(reply, settings);
    co_return co_await withResources(context, settings, std::move(progress));
}

Exchange<Progress> withResources(const Context& context, const AccountSettings& settings, Progress progress) {
    if (progress.state == State::completed) {
        if (wantsResources(context.flow)) {
            co_await addResources(context, settings, progress.providerKey, progress);
        }
        progress.claims = withMissing(std::move(progress.claims), context.flow.asks);
    }
    co_return progress;
}

}  // namespace verdesk::providers::passbase
