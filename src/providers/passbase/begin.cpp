#include "providers/passbase/begin.h"

#include "providers/passbase/keys.h"
#include "providers/passbase/launches.h"
#include "providers/passbase/metadata.h"
#include "providers/passbase/reauthentication.h"

namespace verdesk::providers::passbase {
namespace {

[[noreturn]] void cannot(const std::string& why) {
    throw ProviderError{Failure::configuration, why};
}

Launch launchOf(const AccountSettings& account, const FlowSettings& flow, const Context& context,
                const Subject& subject, const Prefill& prefill) {
    if (subject.launch == LaunchKind::widget) {
        if (account.publishableKey.empty()) {
            cannot("Passbase's button needs the account's publishable_key");
        }
        const auto metadata = account.metadataKey == nullptr
                                  ? std::string{}
                                  : encryptedMetadata(*account.metadataKey, subject, context.now);
        return {buttonLaunch(account, flow, prefill, metadata), phoneUrlOf(account, prefill)};
    }
    if (subject.launch != LaunchKind::redirect) {
        cannot("Passbase can do the launches widget and redirect alone");
    }
    if (account.linkUrl.empty()) {
        cannot("Passbase's hosted link needs the account's slug");
    }
    if (prefill.email.empty()) {
        cannot("Passbase's hosted link needs the customer's e-mail address: by nothing else would its result be found");
    }
    return {linkLaunch(account, prefill), phoneUrlOf(account, prefill)};
}

Begun begunAnew(const Context& context, const Subject& subject) {
    const auto prefill = prefillFrom(subject.answers, settingsOf(context.flow));
    auto begun = begunOf(context, subject, prefill);
    const auto& id = subject.verification.value;
    begun.providerKey = textOf(
        Sought{id, secondsOf(context.now),
               prefill.email.empty() ? std::string{} : codeOf(context.account, "email", id + "\n" + prefill.email)});
    return begun;
}

}  // namespace

Begun begunOf(const Context& context, const Subject& subject, const Prefill& prefill) {
    const auto account = settingsOf(context.account);
    const auto flow = settingsOf(context.flow);
    Begun begun;
    begun.launches.push_back(launchOf(account, flow, context, subject, prefill));
    begun.deadline = context.now + flow.session;
    return begun;
}

Exchange<Begun> begin(const Context& context, const Subject& subject) {
    if (settingsOf(context.flow).reauthentication) {
        co_return co_await beginAgain(context, subject);
    }
    co_return begunAnew(context, subject);
}

}  // namespace verdesk::providers::passbase
