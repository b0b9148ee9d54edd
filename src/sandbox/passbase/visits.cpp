#include "sandbox/passbase/visits.h"

namespace verdesk::sandbox::passbase {

std::string_view nameOf(VisitStatus status) {
    return status == VisitStatus::open ? "open" : status == VisitStatus::submitted ? "submitted" : "failed";
}

Json Visit::toJson() const {
    return {{"id", id},
            {"kind", link ? "link" : "button"},
            {"email", email},
            {"country", country},
            {"metadata", metadata},
            {"status", nameOf(status)},
            {"key", key},
            {"authenticated", authenticated},
            {"code", code},
            {"step", step}};
}

Visit Visit::from(const Json& value) {
    Visit visit;
    visit.id = value.at("id");
    visit.link = value.at("kind") == "link";
    visit.email = value.at("email");
    visit.country = value.at("country");
    visit.metadata = value.at("metadata");
    for (const auto status : {VisitStatus::open, VisitStatus::submitted, VisitStatus::failed}) {
        if (value.at("status") == nameOf(status)) {
            visit.status = status;
        }
    }
    visit.key = value.at("key");
    visit.authenticated = value.at("authenticated");
    visit.code = value.at("code");
    visit.step = value.at("step");
    return visit;
}

const Visit& Visits::open(Visit wanted) {
    wanted.id = random_();
    order_.push_back(wanted.id);
    const auto id = wanted.id;
    return visits_.emplace(id, std::move(wanted)).first->second;
}

const Visit* Visits::find(const std::string& id) const {
    const auto found = visits_.find(id);
    return found == visits_.end() ? nullptr : &found->second;
}

Visit* Visits::openOne(const std::string& id) {
    const auto found = visits_.find(id);
    return found == visits_.end() || found->second.status != VisitStatus::open ? nullptr : &found->second;
}

bool Visits::setEmail(const std::string& id, const std::string& email) {
    auto* visit = openOne(id);
    if (visit != nullptr) {
        visit->email = email;
    }
    return visit != nullptr;
}

bool Visits::submit(const std::string& id, const std::string& key, bool authenticated) {
    auto* visit = openOne(id);
    if (visit != nullptr) {
        visit->status = VisitStatus::submitted;
        visit->key = key;
        visit->authenticated = authenticated;
    }
    return visit != nullptr;
}

bool Visits::fail(const std::string& id, const std::string& code, const std::string& step) {
    auto* visit = openOne(id);
    if (visit != nullptr) {
        visit->status = VisitStatus::failed;
        visit->code = code;
        visit->step = step;
    }
    return visit != nullptr;
}

std::vector<Visit> Visits::all() const {
    std::vector<Visit> list;
    for (const auto& id : order_) {
        list.push_back(visits_.at(id));
    }
    return list;
}

Json Visits::toJson() const {
    Json list = Json::array();
    for (const auto& visit : all()) {
        list.push_back(visit.toJson());
    }
    return list;
}

void Visits::restore(const Json& value) {
    for (const auto& one : value) {
        auto visit = Visit::from(one);
        order_.push_back(visit.id);
        visits_.emplace(visit.id, std::move(visit));
    }
}

}  // namespace verdesk::sandbox::passbase
