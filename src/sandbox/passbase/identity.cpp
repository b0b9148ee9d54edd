#include "sandbox/passbase/identity.h"

#include <algorithm>

namespace verdesk::sandbox::passbase {

namespace {

constexpr std::chrono::hours listedAfter{30 * 24};
constexpr std::chrono::minutes correctedAfter{10};

std::vector<Resource> resourcesOf(const Person& person, const std::function<std::string()>& uuid) {
    Resource face{uuid(), "FACE_VIDEO", {{uuid(), "face_video", 0, "pictures/face.mp4"}}};
    Resource document{uuid(), person.documentType, {{uuid(), "document_image", 1, "pictures/card_front.jpg"}}};
    if (person.hasBack()) {
        document.files.push_back({uuid(), "document_image", 2, "pictures/card_back.jpg"});
    }
    return {std::move(face), std::move(document)};
}

void apply(Identity& identity, const Ahead& step) {
    identity.updated = step.at;
    switch (step.change) {
        case Change::processed:
            identity.status = identity.becomes;
            identity.processed = step.at;
            identity.watchlist = watchlistOf(identity.listedFirst);
            break;
        case Change::listed:
            identity.watchlist = watchlistOf(true);
            break;
        case Change::corrected:
            identity.datapoints["date_of_birth"] = "1988-02-13";
            break;
    }
}

}  // namespace

Outcome Outcome::from(Body& body, const Outcome& usual) {
    auto wanted = usual;
    if (const auto score = body.number("score", 0, 1)) {
        wanted.score = score;
    }
    if (auto status = body.text("status", 50)) {
        wanted.status = std::move(status);
    }
    if (const auto listed = body.flag("listed")) {
        wanted.listed = listed;
    }
    wanted.datapoints.update(body.object("datapoints").value_or(Json::object()));
    if (const auto processing = body.integer("processingMs", 0, 30LL * 86'400 * 1000)) {
        wanted.processing = std::chrono::milliseconds{*processing};
    }
    return wanted;
}

Json Outcome::toJson() const {
    Json value{{"datapoints", datapoints}};
    if (score) {
        value["score"] = *score;
    }
    if (status) {
        value["status"] = *status;
    }
    if (listed) {
        value["listed"] = *listed;
    }
    if (processing) {
        value["processingMs"] = processing->count();
    }
    return value;
}

Identity submitted(const Submission& submission, const Outcome& outcome, const Project& project, Time now,
                   const std::function<std::string()>& uuid) {
    const auto& person = *findPerson(submission.person);
    Identity identity;
    identity.key = uuid();
    identity.person = person.id;
    identity.email = submission.email.empty() ? person.email : submission.email;
    identity.metadata = submission.metadata;
    identity.address = submission.address;
    identity.score = outcome.score.value_or(person.score);
    identity.listedFirst = outcome.listed.value_or(person.fate == Fate::listedAtOnce);
    // A hit of the first screening is for a person to look at, whatever the score.
    identity.becomes = outcome.status.value_or(identity.listedFirst ? "pending" : project.decide(identity.score));
    identity.datapoints = person.datapoints;
    identity.datapoints.update(outcome.datapoints);
    identity.resources = resourcesOf(person, uuid);
    identity.created = now;
    identity.updated = now;
    const auto processed = now + outcome.processing.value_or(project.processing);
    identity.ahead.push_back({processed, Change::processed});
    if (person.fate == Fate::listedLater) {
        identity.ahead.push_back({processed + listedAfter, Change::listed});
    }
    if (person.fate == Fate::correctedLater) {
        identity.ahead.push_back({processed + correctedAfter, Change::corrected});
    }
    return identity;
}

void settle(Identity& identity, Time now) {
    while (!identity.ahead.empty() && identity.ahead.front().at <= now) {
        apply(identity, identity.ahead.front());
        identity.ahead.erase(identity.ahead.begin());
    }
}

Json watchlistOf(bool listed) {
    Json watchlist{{"clean", !listed},
                   {"listings", Json::object()},
                   {"media", Json::array()},
                   {"sources", Json::array()},
                   {"types", Json::array()}};
    if (listed) {
        watchlist["listings"]["northern-markets"] = {{"url", "https://northern-markets.example/warnings"},
                                                     {"name", "Northern Markets Authority Warnings"},
                                                     {"aml_types", {"warning", "fitness-probity"}},
                                                     {"listing_started_utc", "2025-11-04T00:00:00Z"}};
        watchlist["media"].push_back({{"url", "https://press.example/a-fund-that-was-none"},
                                      {"date", "2025-10-30T00:00:00Z"},
                                      {"title", "A fund that was none"}});
        watchlist["sources"] = {"northern-markets", "press"};
        watchlist["types"] = {"warning", "adverse-media"};
    }
    return watchlist;
}

}  // namespace verdesk::sandbox::passbase
