#include "backend/config/config.h"

#include "providers/registry.h"

#include <algorithm>

namespace verdesk::backend {
namespace {

template <class List, class Member>
auto* withId(const List& list, Member member, const std::string& id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return member(each) == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const FlowConfig* Config::flow(const std::string& id) const {
    return withId(
        flows, [](const FlowConfig& each) { return each.flow.id; }, id);
}

const AccountConfig* Config::account(const std::string& id) const {
    const auto found = accounts.find(id);
    return found == accounts.end() ? nullptr : &found->second;
}

const providers::Provider* Config::provider(const std::string& id) const {
    const auto found = adapters.find(id);
    return found == adapters.end() ? providers::find(id) : found->second;
}

const Branch* Config::branch(const std::string& id) const {
    return withId(
        branches, [](const Branch& each) { return each.id; }, id);
}

const Purpose* Config::purpose(const std::string& id) const {
    return withId(
        institution.purposes, [](const Purpose& each) { return each.id; }, id);
}

providers::Context Config::context(const AccountConfig& account, const providers::FlowOptions& flow,
                                   Instant now) const {
    return {account.account, flow, institution.name, now, publicOrigin + "/return/" + account.provider};
}

providers::Context Config::context(const AccountConfig& account, Instant now) const {
    static const providers::FlowOptions anyFlow;
    return context(account, anyFlow, now);
}

Environment Config::environment() const {
    if (practice) {
        return Environment::practice;
    }
    for (const auto& [id, each] : accounts) {
        if (each.account.environment == Environment::live) {
            return Environment::live;
        }
    }
    return accounts.empty() ? Environment::unknown : Environment::sandbox;
}

}  // namespace verdesk::backend
