#pragma once
// What the desk is given to show: the widget in its frame, or the script of the login by QR code.

#include "contract/launch.h"
#include "exchange/http_message.h"
#include "providers/passport_io/settings.h"

#include <string>

namespace verdesk::providers::passport_io {

// POST verification-token. A lost token hurts nobody: it may be asked for again.
HttpRequest tokenRequest(const AccountSettings& settings);
// The one-time token. Throws the ProviderError that the answer stands for.
std::string tokenIn(const HttpReply& reply, const AccountSettings& settings);

WidgetLaunch widgetLaunch(const AccountSettings& settings, const std::string& token, const std::string& reference);
ScriptLaunch loginLaunch(const AccountSettings& settings);

}  // namespace verdesk::providers::passport_io
