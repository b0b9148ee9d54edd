#pragma once
// What the desk has to show for a verification. The desk knows these five kinds and no provider.

#include "contract/instant.h"
#include "contract/json_reader.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verdesk {

enum class LaunchKind { unknown, qr, token, widget, redirect, script };
constexpr std::array<Word<LaunchKind>, 6> wordsOf(LaunchKind) {
    return {{{LaunchKind::unknown, "unknown"},
             {LaunchKind::qr, "qr"},
             {LaunchKind::token, "token"},
             {LaunchKind::widget, "widget"},
             {LaunchKind::redirect, "redirect"},
             {LaunchKind::script, "script"}}};
}

// A code for the customer's phone. `payload` goes into the QR symbol verbatim; `code` may be typed instead.
struct QrLaunch {
    std::string payload;
    std::string code;
    Instant expiresAt{};
    std::int64_t expiresInMs = 0;  // from the moment of the answer, so that the counter's clock does not matter
    bool operator==(const QrLaunch&) const = default;
};

// Something the customer reads out. `shapes` are hints, one letter or digit per "X": "PASSID-XXXX-XXXX-XXXX-XXXX". A
// token of another shape is warned about and never refused by the desk.
struct TokenLaunch {
    std::vector<std::string> shapes;
    std::string example;
    bool operator==(const TokenLaunch&) const = default;
};

enum class Placement { iframe, top };
constexpr std::array<Word<Placement>, 2> wordsOf(Placement) {
    return {{{Placement::iframe, "iframe"}, {Placement::top, "top"}}};
}

// What to do with a message of the provider's page.
enum class MessageAction { fail, reply, forward, finish };
constexpr std::array<Word<MessageAction>, 4> wordsOf(MessageAction) {
    return {{{MessageAction::fail, "fail"},
             {MessageAction::reply, "reply"},
             {MessageAction::forward, "forward"},
             {MessageAction::finish, "finish"}}};
}

// `match`: the message, or the members that it must at least have with these values. `reply`: what is sent back, and
// `further` what is sent after it, in this order: some pages want to be told what they are and then to start.
struct MessageRule {
    nlohmann::json match;
    MessageAction then = MessageAction::fail;
    nlohmann::json reply;
    std::vector<nlohmann::json> further = {};
    bool operator==(const MessageRule&) const = default;
};

struct WidgetLaunch {
    std::string page;
    Placement placement = Placement::iframe;
    std::vector<std::string> origins;  // exact origins that may send messages and use the camera
    std::vector<std::string> allow;    // the iframe's permissions policy, e.g. "camera"
    std::vector<MessageRule> on;
    bool operator==(const WidgetLaunch&) const = default;
};

// How a provider wants the button drawn that leads to it: its own words, whatever the language, and colours as
// "#RRGGBB". Whoever draws it keeps to what can be read.
struct LaunchButton {
    std::string caption;
    std::string fill;
    std::string text;
    bool operator==(const LaunchButton&) const = default;
};

struct RedirectLaunch {
    std::string url;
    std::string redirectUri;           // where it comes back to: caught, never loaded
    std::string backUri;               // the same for the provider's own way back: the check is cancelled; may be empty
    std::vector<std::string> origins;  // exact origins that it may lead over and that may use the camera
    std::vector<std::string> allow;    // of "camera", "microphone"
    std::optional<LaunchButton> button = {};  // nothing where the provider has no wish
    bool operator==(const RedirectLaunch&) const = default;
};

// A script of the provider's that draws into our own page. `call` is run once, after `script` was loaded, as the body
// of a function of two parameters: `container`, an empty element of the page, and `answer`, a function that takes any
// JSON value and hands it to the backend, verbatim and to nobody else. The first answer ends the launch.
struct ScriptLaunch {
    std::string script;
    std::string call;
    std::vector<std::string> origins;  // exact origins that it may be loaded from and may call
    bool operator==(const ScriptLaunch&) const = default;
};

struct Launch {
    std::variant<QrLaunch, TokenLaunch, WidgetLaunch, RedirectLaunch, ScriptLaunch> what;
    std::string phoneUrl;  // the same check on the customer's own phone; empty where there is none
    // Of a widget, a redirect or a script alone: a code says its own. How long the page can be opened, where the
    // provider limits that, and whether it opens only once. After either, another look needs a fresh launch, which the
    // backend gives (POST /verifications/{id}/launch); the verification goes on, by its own deadline.
    std::optional<Instant> expiresAt = {};
    std::int64_t expiresInMs = 0;  // from the moment of the answer; nothing where there is no `expiresAt`
    bool opensOnce = false;
    bool operator==(const Launch&) const = default;
};

LaunchKind kindOf(const Launch& launch);
// A page of the provider's: a widget, a redirect or a script.
bool isPage(LaunchKind kind);

nlohmann::json toJson(const Launch& launch);
// Nothing for a kind that this version does not know: an older desk skips it.
std::optional<Launch> launchFrom(const JsonReader& reader);

}  // namespace verdesk
