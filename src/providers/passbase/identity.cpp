#include "providers/passbase/identity.h"

#include "providers/answer.h"
#include "providers/passbase/calls.h"
#include "providers/passbase/datapoints.h"
#include "providers/passbase/metadata.h"
#include "providers/passbase/watchlist.h"

#include <algorithm>
#include <array>

namespace verdesk::providers::passbase {
namespace {

using nlohmann::json;
using namespace claims;

constexpr std::array<std::string_view, 10> read{"id",      "status",    "owner",    "score",     "created",
                                                "updated", "resources", "metadata", "watchlist", "network"};

// What Passbase, or the bank's own people there, made of it. "pending" waits for a person: so does a word that nobody
// knows.
void addStatus(std::vector<Claim>& claims, const std::string& status) {
    const bool yes = status == "approved" || status == "verified";
    if (yes || status == "declined" || status == "unverified") {
        claims.push_back({std::string{name::providerAccepted}, Flag{yes}, yes ? Status::proven : Status::contradicted,
                          "status", status});
    }
    if (yes) {
        claims.push_back({std::string{name::identity}, Flag{true}, Status::proven, "status", status});
    } else if (claims.empty()) {
        claims.push_back({std::string{name::providerStatus}, Text{status}, Status::unknown, "status", status});
    }
}

// From 0 to 1, with the thresholds of the account. One beside that scale has no place on it.
void addScore(std::vector<Claim>& claims, const JsonReader& identity, const AccountSettings& settings) {
    const auto value = identity.number("score");
    if (!value) {
        return;
    }
    Score score{*value, {}, {}, {}, {}, {}};
    const bool fits = *value >= 0 && *value <= 1;
    if (fits) {
        score.scaleLow = 0;
        score.scaleHigh = 1;
        score.declineBelow = settings.declineBelow;
        score.acceptFrom = settings.acceptFrom;
    }
    claims.push_back({std::string{name::score}, score, fits ? Status::proven : Status::unknown, "score",
                      identity.json().at("score")});
}

// What the customer typed. A name that a document gives otherwise stands beside it under another.
void addOwner(std::vector<Claim>& claims, const JsonReader& identity) {
    const auto owner = identity.object("owner");
    if (!owner) {
        return;
    }
    const auto add = [&](const char* member, std::string_view generic, const char* beside) {
        const auto text = owner->text(member);
        const auto* given = find(claims, generic);
        if (!text || text->empty() || (given != nullptr && given->value == Value{Text{*text}})) {
            return;
        }
        claims.push_back({std::string{given == nullptr ? generic : beside}, Text{*text}, Status::stated,
                          owner->pathOf(member), *text});
    };
    add("email", name::email, "owner_email");
    add("first_name", name::givenNames, "owner_first_name");
    add("last_name", name::surname, "owner_last_name");
}

void addRest(std::vector<Claim>& claims, const JsonReader& identity) {
    for (const auto& [own, value] : identity.json().items()) {
        if (std::find(read.begin(), read.end(), own) == read.end() && !value.is_null()) {
            claims.push_back({own, verbatimValue(value), Status::stated, own, value});
        }
    }
}

std::vector<Claim> claimsIn(const JsonReader& identity, const AccountSettings& settings, const std::string& status) {
    std::vector<Claim> claims;
    addStatus(claims, status);
    const auto accepted = find(claims, name::identity) != nullptr ? Status::proven : Status::stated;
    addScore(claims, identity, settings);
    for (const auto& resource : identity.objects("resources")) {
        addResource(claims, resource, accepted);
    }
    addOwner(claims, identity);
    const auto add = [&](std::vector<Claim> more) { std::move(more.begin(), more.end(), std::back_inserter(claims)); };
    if (const auto watchlist = identity.object("watchlist")) {
        add(claimsInWatchlist(*watchlist));
    }
    const auto metadata = metadataOf(identity.json());
    add(claimsInMetadata(metadata));
    if (metadata.is_null() && identity.has("metadata")) {
        const auto& odd = identity.json().at("metadata");
        claims.push_back({"metadata", verbatimValue(odd), Status::stated, "metadata", odd});
    }
    if (const auto network = identity.object("network")) {
        if (const auto address = network->text("ip_address")) {
            claims.push_back({"ip_address", Text{*address}, Status::stated, network->pathOf("ip_address"), *address});
        }
    }
    addRest(claims, identity);
    return claims;
}

Progress progressOf(const json& document, const AccountSettings& settings) {
    const JsonReader identity{document};
    Progress progress;
    progress.providerKey = identity.requiredText("id");
    if (progress.providerKey.empty()) {
        throw MemberError{"id", "must not be empty"};
    }
    const auto status = identity.requiredText("status");
    progress.state = stateOf(status);
    if (progress.state == State::completed) {
        progress.claims = claimsIn(identity, settings, status);
        progress.providerCode = oneLine(status, 64);
        progress.verifiedAt = instantIn(identity, "updated");
        if (isAccepted(progress)) {
            progress.person = progress.providerKey;
        }
    }
    return progress;
}

}  // namespace

Progress readIdentity(const HttpReply& reply, const AccountSettings& settings) {
    requireSuccess(reply, settings);
    auto progress = readBody("Passbase", reply, [&](const json& document) { return progressOf(document, settings); });
    progress.raw = reply.body;
    return progress;
}

State stateOf(std::string_view status) {
    if (status == "created") {
        return State::awaiting;
    }
    return status == "processing" || status == "processed" ? State::verifying : State::completed;
}

bool isAccepted(const Progress& progress) {
    const auto* accepted = find(progress.claims, name::providerAccepted);
    return accepted != nullptr && accepted->value == Value{Flag{true}};
}

std::vector<std::string> identityClaims() {
    std::vector<std::string> names = datapointClaims();
    for (const auto claim : {name::providerAccepted, name::identity, name::score, name::watchlistMatch, name::liveness,
                             name::documentFront, name::documentBack, name::document, name::faceVideo}) {
        names.emplace_back(claim);
    }
    return names;
}

}  // namespace verdesk::providers::passbase
