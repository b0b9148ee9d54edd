#include "sandbox/identomat/callback.h"

namespace verdesk::sandbox::identomat {

namespace {

Json callback(const char* type, const std::string& token) {
    return {{"type", type}, {"sessionId", token}};
}

Json toSomebody(Json made, Channel channel, const std::string& to, const std::string& text) {
    made["text"] = text;
    made[channel == Channel::sms ? "phoneNumber" : "email"] = to;
    return made;
}

}  // namespace

Json codeCallback(Channel channel, const std::string& token, const std::string& to, const std::string& text) {
    const auto* const type = channel == Channel::sms ? "one-time-password-request" : "email-one-time-password-request";
    return toSomebody(callback(type, token), channel, to, text);
}

Json linkCallback(Channel channel, const std::string& token, const std::string& to, const std::string& text,
                  const std::string& link) {
    const auto* const type = channel == Channel::sms ? "share-session-link-via-sms" : "share-session-link-via-email";
    auto made = toSomebody(callback(type, token), channel, to, text);
    made["sessionLink"] = link;
    return made;
}

Json statusCallback(const std::string& token, const std::string& status) {
    auto made = callback("session-status-update", token);
    made["status"] = status;
    return made;
}

}  // namespace verdesk::sandbox::identomat
