#pragma once
// What Identomat tells the institution: JSON that holds the callback API key. Of the two about e-mails and of the
// status the members are not documented: an assumption each, in this place alone. Pure.

#include "sandbox/body.h"

#include <string>

namespace verdesk::sandbox::identomat {

enum class Channel { sms, email };

// A code that the client is to send on: "one-time-password-request", "email-one-time-password-request".
Json codeCallback(Channel channel, const std::string& token, const std::string& to, const std::string& text);
// A link to the session: "share-session-link-via-sms", "share-session-link-via-email".
Json linkCallback(Channel channel, const std::string& token, const std::string& to, const std::string& text,
                  const std::string& link);
// "session-status-update"; `status` is a word of result/.
Json statusCallback(const std::string& token, const std::string& status);

}  // namespace verdesk::sandbox::identomat
