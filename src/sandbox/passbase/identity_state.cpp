// How identities are kept over a restart.
#include "sandbox/passbase/identity.h"

namespace verdesk::sandbox::passbase {

namespace {

Json ticks(Time time) {
    return time.time_since_epoch().count();
}

Time timeOf(const Json& value) {
    return Time{std::chrono::milliseconds{value.get<std::int64_t>()}};
}

Json resourceState(const Resource& resource) {
    Json files = Json::array();
    for (const auto& file : resource.files) {
        files.push_back({{"id", file.id}, {"type", file.type}, {"page", file.page}, {"asset", file.asset}});
    }
    return {{"id", resource.id}, {"type", resource.type}, {"files", std::move(files)}};
}

Resource resourceFrom(const Json& value) {
    Resource resource{value.at("id"), value.at("type"), {}};
    for (const auto& file : value.at("files")) {
        resource.files.push_back({file.at("id"), file.at("type"), file.at("page"), file.at("asset")});
    }
    return resource;
}

}  // namespace

Json Identity::toJson() const {
    Json kept = Json::array();
    for (const auto& resource : resources) {
        kept.push_back(resourceState(resource));
    }
    Json steps = Json::array();
    for (const auto& step : ahead) {
        steps.push_back({{"at", ticks(step.at)}, {"change", static_cast<int>(step.change)}});
    }
    return {{"key", key},
            {"number", number},
            {"person", person},
            {"email", email},
            {"metadata", metadata},
            {"address", address},
            {"status", status},
            {"becomes", becomes},
            {"score", score},
            {"listedFirst", listedFirst},
            {"watchlist", watchlist},
            {"datapoints", datapoints},
            {"resources", std::move(kept)},
            {"created", ticks(created)},
            {"updated", ticks(updated)},
            {"processed", processed ? ticks(*processed) : Json()},
            {"ahead", std::move(steps)}};
}

Identity Identity::from(const Json& value) {
    Identity identity;
    identity.key = value.at("key");
    identity.number = value.at("number");
    identity.person = value.at("person");
    identity.email = value.at("email");
    identity.metadata = value.at("metadata");
    identity.address = value.at("address");
    identity.status = value.at("status");
    identity.becomes = value.at("becomes");
    identity.score = value.at("score");
    identity.listedFirst = value.at("listedFirst");
    identity.watchlist = value.at("watchlist");
    identity.datapoints = value.at("datapoints");
    for (const auto& resource : value.at("resources")) {
        identity.resources.push_back(resourceFrom(resource));
    }
    identity.created = timeOf(value.at("created"));
    identity.updated = timeOf(value.at("updated"));
    if (!value.at("processed").is_null()) {
        identity.processed = timeOf(value.at("processed"));
    }
    for (const auto& step : value.at("ahead")) {
        identity.ahead.push_back({timeOf(step.at("at")), static_cast<Change>(step.at("change").get<int>())});
    }
    return identity;
}

}  // namespace verdesk::sandbox::passbase
