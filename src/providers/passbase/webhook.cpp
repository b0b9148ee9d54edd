#include "providers/passbase/webhook.h"

#include "contract/json_text.h"
#include "crypto/cbc.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "providers/answer.h"
#include "providers/passbase/calls.h"
#include "providers/passbase/keys.h"
#include "providers/passbase/message.h"
#include "providers/passbase/reauthentication.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;

constexpr const char* unreadable = "not encrypted with this account's webhook secret";
constexpr const char* sampleEvent = "VERDESK_ROUND_TRIP";
constexpr std::size_t longestType = 64;

// The newer names, then those of 2019 and 2020.
constexpr std::array<std::string_view, 9> events{
    "VERIFICATION_COMPLETED",  "VERIFICATION_REVIEWED",    "DATAPOINT_UPDATED",
    "WATCHLIST_MONITORING",    "IDENTITY_AUTHENTICATED",   "AUTHENTICATION_CREATED",
    "AUTHENTICATION_FINISHED", "AUTHENTICATION_PROCESSED", "AUTHENTICATION_REVIEW_STATUS_CHANGED"};
// What the identity's id was called over time. The oldest bodies were written by the customer.
constexpr std::array<const char*, 4> keys{"key", "authenticationKey", "authentication_key", "identityAccessKey"};

std::string textIn(const json& event, const char* member) {
    const auto found = event.find(member);
    return found != event.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::string keyIn(const json& event) {
    for (const auto* member : keys) {
        if (auto key = textIn(event, member); isIdentity(key)) {
            return key;
        }
    }
    return {};
}

// Unix seconds of the latest that it tells; 0 where it tells nothing.
std::int64_t timeIn(const json& event) {
    std::int64_t latest = 0;
    for (const auto* member : {"updated", "processed"}) {
        const auto found = event.find(member);
        if (found != event.end() && found->is_number_integer()) {
            latest = std::max(latest, found->get<std::int64_t>());
        }
    }
    return latest <= lastSecond ? latest : 0;
}

// Passbase gives its events no id. The same news about the same identity is the same event.
std::string eventIdOf(const json& event, const std::string& type, const std::string& key) {
    const auto written = [&](const char* member) {
        const auto found = event.find(member);
        return found == event.end() ? std::string{} : found->dump(-1, ' ', true, json::error_handler_t::replace);
    };
    const auto text = type + "\n" + key + "\n" + written("status") + "\n" + written("updated");
    return crypto::toHex(crypto::sha256(crypto::viewOf(text)));
}

std::string withoutBlanks(std::string_view text) {
    std::string packed;
    std::copy_if(text.begin(), text.end(), std::back_inserter(packed), [](char c) { return c > ' '; });
    return packed;
}

// With any of the secrets; nothing where none of them opens an object. Bad padding and bad JSON go the same way: what
// does not open is parsed, too.
std::optional<json> decrypted(const std::string& body, const std::vector<crypto::Secret>& secrets) {
    const auto encrypted = crypto::fromBase64(withoutBlanks(body)).value_or(crypto::Bytes{});
    std::optional<json> event;
    for (const auto& secret : secrets) {
        const auto key = crypto::Key::from(secret.bytes());
        auto plain = key ? crypto::decryptCbc(*key, encrypted) : std::nullopt;
        const bool opened = plain.has_value();
        auto document = jsonOrNone(opened ? crypto::textOf(*plain) : body);
        if (opened && document.is_object() && !event) {
            event = std::move(document);
        }
    }
    return event;
}

Pushed rejected(std::string why) {
    Pushed pushed;
    pushed.what = Rejected{std::move(why)};
    return pushed;
}

Pushed readEvent(const json& event, bool authenticated) {
    Pushed pushed;
    pushed.authenticated = authenticated;
    pushed.type = oneLine(textIn(event, "event"), longestType);
    const auto key = keyIn(event);
    pushed.eventId = eventIdOf(event, pushed.type, key);
    const bool isKnown = std::find(events.begin(), events.end(), pushed.type) != events.end();
    if (pushed.type == "IDENTITY_AUTHENTICATED" && !key.empty()) {
        // The key is the one of the check that made the identity; it is another one that waits for this.
        const auto at = timeIn(event);
        pushed.eventId = at == 0 ? std::string{} : eventIdOf(event, pushed.type + " " + std::to_string(at), key);
        pushed.what = newsOf(key, at);
    } else if (isKnown || (!key.empty() && pushed.type != sampleEvent)) {
        pushed.what = WakeUp{key};  // an event that nobody knows, too: the identity itself says it better
    } else {
        pushed.what = Ignored{"an event of another kind"};
    }
    return pushed;
}

}  // namespace

Pushed receive(const Account& account, const PushRequest& request) {
    const auto secrets = account.secrets.find("webhook_secret");
    if (secrets != account.secrets.end() && !secrets->second.empty()) {
        const auto event = decrypted(request.body, secrets->second);
        return event ? readEvent(*event, true) : rejected(unreadable);
    }
    const auto event = jsonOrNone(request.body);
    return event.is_object() ? readEvent(event, false) : rejected("no JSON object");
}

std::optional<PushRequest> sampleWebhook(const Account& account, Instant now) {
    const auto* secret = account.secret("webhook_secret");
    const auto key = secret == nullptr ? std::nullopt : crypto::Key::from(secret->bytes());
    if (!key) {
        return std::nullopt;
    }
    const auto random = crypto::randomBytes(crypto::CbcVector{}.size());
    crypto::CbcVector vector{};
    std::copy(random.begin(), random.end(), vector.begin());
    const auto seconds = secondsOf(now);
    const json event{{"event", sampleEvent}, {"created", seconds}, {"updated", seconds}, {"processed", seconds}};
    PushRequest request;
    request.headers.emplace_back("Content-Type", "text/plain");
    request.body = crypto::toBase64(crypto::encryptCbc(*key, vector, crypto::viewOf(event.dump())));
    return request;
}

}  // namespace verdesk::providers::passbase
