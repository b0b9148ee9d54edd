#pragma once
// What Identomat tells by itself: texts that the institution is to send for it, and that something happened to a
// session. A callback is believed by a key inside its body; there is no signature. Nothing in it is a result: that is
// asked for.

#include "providers/provider.h"

namespace verdesk::providers::identomat {

Pushed receive(const Account& account, const PushRequest& request);

// One about nobody, for `Provider::sampleWebhook`.
std::optional<PushRequest> sampleCallback(const Account& account, Instant now);

}  // namespace verdesk::providers::identomat
