#pragma once
// The bank of bank.toml, with every provider's accounts and flows: for every flow its provider, and what an attempt
// there is known by.

#include "backend/config/config.h"
#include "providers/provider.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::fuzz {

struct Desk {
    const backend::AccountConfig* account = nullptr;
    const backend::FlowConfig* flow = nullptr;
    const providers::Provider* provider = nullptr;
    Instant now{};
    Answers answers;  // of staff, to every question of the flow

    providers::Context context() const;
    LaunchKind launch() const;  // the flow's first
    // Of a customer whom an earlier check made known, where the flow is for those alone.
    providers::Subject subject() const;
    // Under the key that `begin` gives where it may (`begun`), or under one such as providers make.
    providers::Attempt attempt(bool begun) const;
    // Where a browser comes back to.
    std::string returnUrl() const;

    static constexpr const char* nonce = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
    static constexpr const char* person = "22222222-2222-4222-8222-222222222222";
};

const backend::Config& bank();
std::string bankText();  // as a configuration
std::vector<std::string> flows();
// Throws std::out_of_range where there is no such flow.
const Desk& deskOf(std::string_view flow);

}  // namespace verdesk::fuzz
