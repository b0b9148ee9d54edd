#include "sandbox/identomat/sessions.h"

namespace verdesk::sandbox::identomat {

Session& Sessions::add(Session wanted) {
    wanted.token = token_();
    wanted.number = byNumber_.empty() ? 1 : byNumber_.rbegin()->first + 1;
    numbers_[wanted.token] = wanted.number;
    return byNumber_[wanted.number] = std::move(wanted);
}

Session* Sessions::find(const std::string& token) {
    const auto found = numbers_.find(token);
    return found == numbers_.end() ? nullptr : &byNumber_.at(found->second);
}

std::vector<Session*> Sessions::groupOf(const Session& session) {
    const auto first = session.parent.empty() ? session.token : session.parent;
    std::vector<Session*> group;
    for (auto& [number, each] : byNumber_) {
        if (each.token == first || each.parent == first) {
            group.push_back(&each);
        }
    }
    return group;
}

std::vector<const Session*> Sessions::all() const {
    std::vector<const Session*> list;
    for (const auto& [number, session] : byNumber_) {
        list.push_back(&session);
    }
    return list;
}

Json Sessions::toJson() const {
    Json list = Json::array();
    for (const auto& [number, session] : byNumber_) {
        list.push_back(session.toJson());
    }
    return list;
}

void Sessions::restore(const Json& value) {
    for (const auto& one : value) {
        auto session = Session::from(one);
        numbers_[session.token] = session.number;
        byNumber_[session.number] = std::move(session);
    }
}

}  // namespace verdesk::sandbox::identomat
