#include "sandbox/passbase/event.h"

#include "sandbox/passbase/models.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace verdesk::sandbox::passbase {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> olderNames{
    {{"VERIFICATION_COMPLETED", "AUTHENTICATION_PROCESSED"},
     {"VERIFICATION_REVIEWED", "AUTHENTICATION_REVIEW_STATUS_CHANGED"}}};

// With the status only where the step decides it: somebody may have decided otherwise by the time of a later one.
void addFor(std::vector<Event>& events, const Identity& identity, const Ahead& step, Time processed) {
    Event event{{}, identity.key, std::nullopt, identity.created, step.at, processed};
    const auto add = [&](const char* name, std::optional<std::string> status) {
        event.name = name;
        event.status = std::move(status);
        events.push_back(event);
    };
    switch (step.change) {
        case Change::processed:
            add("VERIFICATION_COMPLETED", identity.becomes);
            if (identity.becomes == "approved" || identity.becomes == "declined") {
                add("VERIFICATION_REVIEWED", identity.becomes);
            }
            if (identity.listedFirst) {
                add("WATCHLIST_MONITORING", std::nullopt);
            }
            break;
        case Change::listed:
            add("WATCHLIST_MONITORING", std::nullopt);
            break;
        case Change::corrected:
            add("DATAPOINT_UPDATED", std::nullopt);
            break;
    }
}

}  // namespace

std::vector<Event> eventsAhead(const Identity& identity) {
    std::vector<Event> events;
    auto processed = identity.processed;
    for (const auto& step : identity.ahead) {
        processed = processed.value_or(step.at);
        addFor(events, identity, step, *processed);
    }
    return events;
}

Event eventNow(std::string name, const Identity& identity) {
    return {std::move(name), identity.key, identity.status, identity.created, identity.updated, identity.processed};
}

std::string olderName(std::string_view name) {
    for (const auto& [today, older] : olderNames) {
        if (name == today) {
            return std::string{older};
        }
    }
    return {};
}

Json eventBody(const Event& event, bool older) {
    Json body{{"event", older ? olderName(event.name) : event.name},
              {older ? "authenticationKey" : "key", event.key},
              {"created", unixTime(event.created)},
              {"updated", unixTime(event.updated)}};
    if (event.status) {
        body["status"] = *event.status;
    }
    if (event.processed) {
        body["processed"] = unixTime(*event.processed);
    }
    return body;
}

std::string encrypted(std::string_view text, std::string_view secret, const crypto::CbcVector& vector,
                      bool badPadding) {
    const auto key = crypto::Key::from(crypto::viewOf(secret));
    if (!key) {
        throw std::invalid_argument{"a webhook secret has 32 characters"};
    }
    auto message = crypto::encryptCbc(*key, vector, crypto::viewOf(text));
    if (badPadding) {
        // A bit of one block turns that bit of the next one's text: here of its last byte, which is at most 16.
        message[message.size() - vector.size() - 1] ^= 0x80;
    }
    return crypto::toBase64(message);
}

}  // namespace verdesk::sandbox::passbase
