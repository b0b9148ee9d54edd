#include "providers/identomat/forget.h"

#include "providers/identomat/calls.h"

namespace verdesk::providers::identomat {

Exchange<void> forget(const Context& context, const Attempt& attempt) {
    if (attempt.providerKey.empty()) {
        co_return;  // it was never begun there
    }
    const auto settings = settingsOf(context.account);
    const HttpReply reply = co_await requestAbout(settings, "/delete/", attempt.providerKey);
    const auto word = errorWordIn(reply.body);
    const bool isGone = reply.status == 404 || reply.status == 410;
    if (!isGone || isAboutKeys(word)) {
        requireSuccess(reply, settings);  // a word that nobody documents is no proof that anything was deleted
    }
}

}  // namespace verdesk::providers::identomat
