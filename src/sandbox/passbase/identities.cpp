#include "sandbox/passbase/identities.h"

namespace verdesk::sandbox::passbase {

const Identity& Identities::add(Identity identity) {
    identity.number = byNumber_.empty() ? 1 : byNumber_.begin()->first + 1;
    numbers_[identity.key] = identity.number;
    return byNumber_[identity.number] = std::move(identity);
}

const Identity* Identities::find(const std::string& key, Time now) {
    const auto found = numbers_.find(key);
    if (found == numbers_.end()) {
        return nullptr;
    }
    auto& identity = byNumber_.at(found->second);
    settle(identity, now);
    return &identity;
}

const Identity* Identities::known(const std::string& email, Time now) {
    for (auto& [number, identity] : byNumber_) {
        settle(identity, now);
        if (identity.email == email && identity.status == "approved") {
            return &identity;
        }
    }
    return nullptr;
}

Page<Identity> Identities::list(std::optional<int> from, std::size_t limit, Time now) {
    Page<Identity> page;
    for (auto at = from ? byNumber_.lower_bound(*from) : byNumber_.begin(); at != byNumber_.end(); ++at) {
        if (page.items.size() == limit) {
            page.next = at->first;
            break;
        }
        settle(at->second, now);
        page.items.push_back(at->second);
    }
    return page;
}

const Identity& Identities::change(const std::string& key, Time now, const std::function<void(Identity&)>& how) {
    auto& identity = byNumber_.at(numbers_.at(key));
    settle(identity, now);
    how(identity);
    identity.updated = now;
    return identity;
}

Json Identities::toJson() const {
    Json list = Json::array();
    for (const auto& [number, identity] : byNumber_) {
        list.push_back(identity.toJson());
    }
    return list;
}

void Identities::restore(const Json& value) {
    for (const auto& one : value) {
        auto identity = Identity::from(one);
        numbers_[identity.key] = identity.number;
        byNumber_[identity.number] = std::move(identity);
    }
}

}  // namespace verdesk::sandbox::passbase
