#include "providers/passid/webhook.h"

#include "contract/json_text.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "providers/passid/answer.h"
#include "providers/passid/claims.h"
#include "providers/passid/refusal.h"
#include "providers/passid/session.h"
#include "providers/passid/token.h"

#include <algorithm>

namespace verdesk::providers::passid {
namespace {

using nlohmann::json;

constexpr std::string_view scheme = "sha256=";

// The first of these members that is a text that says something. Another type is passed over: the envelope is not
// documented, and an id that cannot be read is no reason to lose the event.
std::string firstText(const JsonReader& reader, std::initializer_list<const char*> members) {
    for (const auto* member : members) {
        const auto found = reader.json().find(member);
        if (found != reader.json().end() && found->is_string() && !found->get_ref<const std::string&>().empty()) {
            return found->get<std::string>();
        }
    }
    return {};
}

// What an event says, read tolerantly. `root` and `payload` may be the same object.
struct Event {
    const json& document;
    JsonReader root;
    JsonReader payload;
    std::string type;

    std::string key() const {
        const auto inside = firstText(payload, {"requestId", "request_id"});
        return inside.empty() ? firstText(root, {"requestId", "request_id"}) : inside;
    }
    std::string token() const {
        return normalToken(firstText(payload, {"token"}));
    }
    std::optional<Instant> at() const {
        if (const auto verified = verifiedAtIn(payload)) {
            return verified;
        }
        return instantFrom(firstText(root, {"created_at", "timestamp"}));
    }
    bool isOutcome() const {
        return type.starts_with("outcome") || (type.empty() && payload.has("outcome"));
    }
    bool isVerification() const {
        return type.empty() || type.starts_with("verification.");
    }
    // It says that something was proven, not only that something happened.
    bool isCompleted() const {
        return (type.empty() || type == "verification.completed") && payload.has("claims");
    }
};

// A result that names its session by the key or by a token; a refusal also when it names none, so that a match on a
// sanctions list is never just a reason to ask again.
using What = decltype(Pushed::what);

What resultOf(const Event& event, Progress progress) {
    progress.verifiedAt = event.at();
    return PushedProgress{event.key(), event.token(), std::move(progress)};
}

What read(const Event& event) {
    if (event.isOutcome()) {
        return Ignored{"an outcome that was reported"};
    }
    if (!event.isVerification()) {
        return Ignored{"an event of another kind"};
    }
    if (const auto refusal = refusalIn(event.document)) {
        return resultOf(event, declined(refusal->decline, refusal->code));
    }
    const auto wake = WakeUp{event.key()};
    if (!event.isCompleted() || !event.payload.flag("valid").value_or(true) ||
        !event.payload.flag("credential_valid").value_or(true)) {
        return wake;  // whatever it was, the session itself says it better
    }
    Progress progress;
    progress.state = State::completed;
    progress.claims = claimsIn(event.payload);
    auto result = resultOf(event, std::move(progress));
    const auto& pushed = std::get<PushedProgress>(result);
    return pushed.key.empty() && pushed.token.empty() ? What{wake} : result;
}

Pushed readAuthentic(const PushRequest& request) {
    Pushed pushed;
    pushed.authenticated = true;
    const auto document = jsonOrNone(request.body);
    if (!document.is_object()) {
        pushed.what = Ignored{"signed, but no JSON object"};
        return pushed;
    }
    const JsonReader root{document};
    auto type = firstText(root, {"event_type", "type", "event"});
    if (type.empty()) {
        type = std::string{request.header("x-passid-event").value_or("")};
    }
    pushed.eventId = firstText(root, {"event_id", "id"});
    pushed.type = type;
    const Event event{document, root, payloadOf(document), type};
    try {
        pushed.what = read(event);
    } catch (const MemberError&) {
        // Not as documented. The call that this leads to reads the session itself and says what is wrong with it.
        pushed.what = WakeUp{event.key()};
    }
    if (auto* progress = std::get_if<PushedProgress>(&pushed.what)) {
        progress->progress.raw = request.body;
    }
    return pushed;
}

}  // namespace

bool isSigned(std::string_view body, std::string_view header, const std::vector<crypto::Secret>& secrets) {
    const auto given = header.starts_with(scheme) ? crypto::fromHex(header.substr(scheme.size())) : std::nullopt;
    if (!given) {
        return false;
    }
    bool any = false;
    for (const auto& secret : secrets) {
        if (!secret.empty()) {
            const auto digest = crypto::hmacSha256(secret.bytes(), crypto::viewOf(body));
            any = crypto::equalInConstantTime(digest, *given) || any;
        }
    }
    return any;
}

Pushed receive(const Account& account, const PushRequest& request) {
    const auto rejected = [](std::string why) {
        Pushed pushed;
        pushed.what = Rejected{std::move(why)};
        return pushed;
    };
    const auto secrets = account.secrets.find("webhook_secret");
    if (account.secret("webhook_secret") == nullptr) {
        return rejected("no webhook secret is configured");
    }
    const auto header = request.header("X-PASSID-Signature");
    if (!header) {
        return rejected("not signed");
    }
    if (!isSigned(request.body, *header, secrets->second)) {
        return rejected("the signature is wrong");
    }
    return readAuthentic(request);
}

std::optional<PushRequest> sampleWebhook(const Account& account, Instant now) {
    const auto* secret = account.secret("webhook_secret");
    if (secret == nullptr) {
        return std::nullopt;
    }
    const json event{{"event_id", "verdesk-doctor-" + crypto::randomToken(12)},
                     {"event_type", "verdesk.round_trip"},
                     {"created_at", toText(now)},
                     {"data", json::object()}};
    PushRequest request;
    request.body = event.dump();
    request.headers.emplace_back("Content-Type", "application/json");
    const auto digest = crypto::hmacSha256(secret->bytes(), crypto::viewOf(request.body));
    request.headers.emplace_back("X-PASSID-Signature", std::string{scheme} + crypto::toHex(digest));
    return request;
}

}  // namespace verdesk::providers::passid
